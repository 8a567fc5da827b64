// `/console/audit`: who did what in the issuer's name; whether the chain holds; a sample of it. Pure.
import { AUDIT_SAMPLE_MAX_COUNT } from '../../shared/limits.ts'
import type { AuditEntry } from '../audit/chain.ts'
import type { LogVerdict } from '../audit/verify-log.ts'
import type { ActorNames } from './actor-names.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { Field } from './field.tsx'
import { MomentOf } from './moment.tsx'

const PATH = '/console/audit'

interface AuditPageProps extends SignedIn {
  readonly entries: readonly AuditEntry[]
  /** Of those who did it. */
  readonly names: ActorNames
  /** What the entries are. */
  readonly heading: string
  /** The number before which the next page begins. */
  readonly next: number | undefined
  /** Absent where nobody asked. */
  readonly verdict?: LogVerdict
  readonly sample?: { readonly seed: string; readonly size: number }
}

const FAULTS = {
  gap: 'entries before it are missing',
  order: 'it does not continue the entry before it',
  hash: 'it was changed after it was written',
} as const

const Verdict = ({ verdict }: { readonly verdict: LogVerdict }) =>
  verdict.ok ? (
    <div role="status" class="notice">
      <p>
        The chain holds: {verdict.entries} entries. Note this hash; next time the log must still
        contain it.
      </p>
      <p>
        <code>{verdict.hash}</code>
      </p>
    </div>
  ) : (
    <p role="alert" class="advice">
      <strong>The chain is broken at entry {verdict.number}:</strong> {FAULTS[verdict.fault]}.
    </p>
  )

/** Names of people repeat: the beginning of the id tells them apart. */
const Actor = ({ actor, names }: { readonly actor: string; readonly names: ActorNames }) => {
  const id = actor.split(':')[1]
  return (
    <>
      <bdi>{names.get(actor) ?? actor}</bdi>
      {id === undefined ? null : (
        <>
          {' '}
          <code>{id.slice(0, 8)}…</code>
        </>
      )}
    </>
  )
}

const Entry = ({
  entry: { number, at, actor, action, target, detail },
  names,
}: {
  readonly entry: AuditEntry
  readonly names: ActorNames
}) => (
  <li>
    <span>
      <strong>
        {number}. {action}
      </strong>{' '}
      {Object.entries(detail)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')}
    </span>
    <span>{target === undefined ? null : <code>{target}</code>}</span>
    <span>
      <MomentOf text={at} />, by <Actor actor={actor} names={names} />
    </span>
  </li>
)

export const AuditPage = (props: AuditPageProps) => {
  const { issuer, operator, entries, names, heading, next, verdict, sample } = props
  return (
    <ConsoleFrame title="Audit log" path={PATH} issuer={issuer} operator={operator}>
      <h1>Audit log</h1>
      <p>
        Who did what in the name of this issuer. Entries are only ever added, each chained to the
        one before.
      </p>
      {verdict === undefined ? null : <Verdict verdict={verdict} />}
      <div class="choices">
        <a href={`${PATH}?verify=yes`}>Verify the chain</a>
        <a href={`/v1/issuers/${issuer.slug}/audit/export`}>Export the whole log</a>
        <a href={PATH}>Newest entries</a>
      </div>
      <section aria-labelledby="entries-heading">
        <h2 id="entries-heading">{heading}</h2>
        {entries.length === 0 ? <p>There is none.</p> : null}
        <ol class="rows">
          {entries.map((entry) => (
            <Entry key={entry.number} entry={entry} names={names} />
          ))}
        </ol>
        {next === undefined ? null : (
          <nav aria-label="Pages" class="pages">
            <a href={`${PATH}?before=${next}`}>Older</a>
          </nav>
        )}
      </section>
      <section aria-labelledby="sample-heading">
        <h2 id="sample-heading">Draw a sample</h2>
        <p>The same seed and size draw the same entries, as long as no newer ones are added.</p>
        <form method="get" action={PATH}>
          <Field name="seed" label="Seed" help="Any words, such as the date of the audit.">
            {(attributes) => (
              <input {...attributes} value={sample?.seed} maxLength={200} autocomplete="off" />
            )}
          </Field>
          <Field name="size" label="How many">
            {(attributes) => (
              <input
                {...attributes}
                type="number"
                min={1}
                max={AUDIT_SAMPLE_MAX_COUNT}
                value={sample?.size ?? 20}
              />
            )}
          </Field>
          <button type="submit">Draw</button>
        </form>
      </section>
    </ConsoleFrame>
  )
}
