// `/console/recognition`: whom this accreditor recognises, and what it said of them. Pure.
import type { RemarkedEntry } from '../issuing/remarked.ts'
import { remarkInWords } from '../pages/remark-list.tsx'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { Refusal, Told } from './notice.tsx'
import { ClosingForm, DoubtForm, RECOGNITION_PATH, type RemarkFormProps } from './remark-forms.tsx'
import { WRITING_ROLES } from './roles.ts'

interface RecognitionProps extends SignedIn, RemarkFormProps {
  readonly remarked: readonly RemarkedEntry[]
  readonly notice?: string | undefined
  readonly refusal?: string | undefined
}

export const RecognitionPage = (props: RecognitionProps) => {
  const { issuer, operator, recognised, remarked, notice, refusal } = props
  const canSay = recognised.length > 0 && WRITING_ROLES.includes(operator.role)
  return (
    <ConsoleFrame title="Recognition" path={RECOGNITION_PATH} issuer={issuer} operator={operator}>
      <h1>Recognition</h1>
      <Told>{notice}</Told>
      <Refusal>{refusal}</Refusal>
      <h2>Organisations that you accredited</h2>
      {recognised.length === 0 ? (
        <p>None. The administrator of this deployment accredits in your name.</p>
      ) : (
        <ul>
          {recognised.map(({ did, name }) => (
            <li key={did}>
              <bdi>{name}</bdi> <code>{did}</code>
            </li>
          ))}
        </ul>
      )}
      {remarked.length === 0 ? null : (
        <>
          <h2>What you said of them</h2>
          <ul>
            {remarked.map((entry) => (
              <li key={entry.remark.id}>
                <bdi>{entry.subject}</bdi>: {remarkInWords(entry)}.{' '}
                <a href={`/console/credentials/${entry.remark.id.slice('urn:uuid:'.length)}`}>
                  Take it back by revoking it
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {canSay ? (
        <>
          <ClosingForm {...props} />
          <DoubtForm {...props} />
        </>
      ) : null}
    </ConsoleFrame>
  )
}
