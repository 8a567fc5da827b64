// `/console/policy`: whether two persons are needed for everything, and what that means. Pure.
import type { Operator } from '../storage/operators.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { Field, FormErrors } from './field.tsx'
import { Told } from './notice.tsx'
import { POLICY_REASON_WORDS } from './words.ts'

const PATH = '/console/policy'

interface PolicyPageProps extends SignedIn {
  readonly fourEyes: boolean
  readonly team: readonly Operator[]
  readonly reasonCode?: string
  readonly errors?: Readonly<Record<string, string>>
  readonly notice?: string | undefined
}

/** Under four eyes an approver decides on what somebody else proposed: proposers and other approvers propose. */
const canWork = (team: readonly Operator[]): boolean => {
  const approvers = team.filter(({ role }) => role === 'approver').length
  const proposers = team.filter(({ role }) => role === 'proposer').length
  return approvers > 0 && approvers + proposers > 1
}

const Meaning = () => (
  <ul>
    <li>
      Whoever asks for a credential, a table of them or another state – an operator, an API key,
      other software – proposes it. An approver who did not ask for it decides.
    </li>
    <li>Proposals lapse after two weeks. Until then nothing is signed or changed.</li>
    <li>
      In an emergency an approver suspends alone; somebody else looks at such an override
      afterwards.
    </li>
    <li>To switch four eyes off again takes an approver, too.</li>
  </ul>
)

const SwitchOn = ({ team }: Pick<PolicyPageProps, 'team'>) => (
  <section aria-labelledby="on-heading">
    <h2 id="on-heading">Switch four eyes on</h2>
    {canWork(team) ? null : (
      <p class="advice">
        <strong>Nobody could decide yet:</strong> it takes an approver, and somebody else who
        proposes. <a href="/console/team">Invite them</a> first.
      </p>
    )}
    <p>It holds at once, for everybody.</p>
    <form method="post" action={PATH}>
      <input type="hidden" name="fourEyes" value="on" />
      <button type="submit">Switch four eyes on</button>
    </form>
  </section>
)

const SwitchOff = ({ reasonCode, errors = {} }: Pick<PolicyPageProps, 'reasonCode' | 'errors'>) => (
  <section aria-labelledby="off-heading">
    <h2 id="off-heading">Switch four eyes off</h2>
    <p>From then on one operator, or one API key, acts alone. An approver must agree first.</p>
    <form method="post" action={PATH}>
      <FormErrors errors={Object.keys(errors).map((name) => ({ name, label: 'Why' }))} />
      <input type="hidden" name="fourEyes" value="off" />
      <Field name="reasonCode" label="Why" error={errors.reasonCode}>
        {(attributes) => (
          <select {...attributes}>
            <option value="">Choose one</option>
            {Object.entries(POLICY_REASON_WORDS).map(([code, words]) => (
              <option key={code} value={code} selected={code === reasonCode}>
                {words}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button type="submit" class="secondary">
        Propose to switch them off
      </button>
    </form>
  </section>
)

export const PolicyPage = (props: PolicyPageProps) => {
  const { issuer, operator, fourEyes, notice } = props
  return (
    <ConsoleFrame title="Policy" path={PATH} issuer={issuer} operator={operator}>
      <h1>Policy</h1>
      <Told>{notice}</Told>
      <p>
        Four eyes are <strong>{fourEyes ? 'on' : 'off'}</strong>:{' '}
        {fourEyes
          ? 'nothing is signed or changed until a second person agrees.'
          : 'an operator, or an API key, issues and changes states alone.'}
      </p>
      <h2>What four eyes mean</h2>
      <Meaning />
      {operator.role === 'admin' ? (
        fourEyes ? (
          <SwitchOff {...props} />
        ) : (
          <SwitchOn {...props} />
        )
      ) : (
        <p>An operator of role admin changes this.</p>
      )}
    </ConsoleFrame>
  )
}
