// What a proposal asks for, in words: a table of what to say by kind of order. Pure.
import type { ComponentChildren } from 'preact'
import { CredentialFacts } from '../../shared/ui/credential-facts.tsx'
import { WORDINGS } from '../../shared/ui/wording/index.ts'
import type { CredentialSummary } from '../../shared/verification-result.ts'
import type { ShownChange } from '../issuing/read-status.ts'
import type { OrderKind, Orders, ProposedOrder } from '../proposals/orders.ts'
import type { ListedCredential } from '../storage/credential-pages.ts'
import { jsonFacts } from './json-facts.ts'
import { MomentOf } from './moment.tsx'
import { kindInWords, POLICY_REASON_WORDS, STATE_WORDS, STATUS_REASON_WORDS } from './words.ts'

/** What an order is about, as it is now. */
export interface OrderSubject {
  readonly credential?: ListedCredential | undefined
  /** The change that a cancellation takes back. */
  readonly change?: ShownChange | undefined
  /** Of a credential that is asked for, as its holder will see it. */
  readonly summary?: CredentialSummary | undefined
}

type Fact = readonly [label: string, value: ComponentChildren]

const credentialFact = (id: string, { credential }: OrderSubject): Fact => [
  'Credential',
  <>
    <a href={`/console/credentials/${id}`}>
      {credential ? kindInWords(credential.kind) : 'Credential'} <code>{id}</code>
    </a>
    {credential ? <>, now: {STATE_WORDS[credential.state]}</> : null}
  </>,
]

const keptFacts = (issuerSlug: string, id: string): readonly Fact[] => [
  ['Issuer that closed', <code key={issuerSlug}>{issuerSlug}</code>],
  ['Credential', <code key={id}>{id}</code>],
]

const UPDATES = {
  revocation: { set: 'Revoke it: that is final', cleared: 'Take its revocation back' },
  suspension: { set: 'Suspend it', cleared: 'End its suspension' },
} as const

const changeFacts = ({
  state,
  reason,
  reasonCode,
  effectiveFrom,
  until,
}: Orders['status']): readonly Fact[] => [
  ['New state', <strong key={state}>{STATE_WORDS[state]}</strong>],
  ['From', effectiveFrom === undefined ? 'the approval on' : <MomentOf text={effectiveFrom} />],
  ...(until === undefined ? [] : [['Until', <MomentOf key={until} text={until} />] as const]),
  ['Why', STATUS_REASON_WORDS[reasonCode ?? 'other']],
  ['In words', reason],
]

const FACTS: {
  readonly [K in OrderKind]: (order: Orders[K], subject: OrderSubject) => readonly Fact[]
} = {
  issue: ({ kind, ...order }) => [['Kind', kindInWords(kind)], ...jsonFacts(order)],

  vc_api_issue: ({ credential, options }) => [
    ...jsonFacts(credential),
    ['Secured as', options.cryptosuite ?? options.envelope ?? 'the default'],
    ['Its state can be changed later', options.status ? 'yes' : 'no'],
  ],

  status: (order, subject) => [credentialFact(order.id, subject), ...changeFacts(order)],

  succession: (order) => [['Say', 'that an issuer closed'], ...jsonFacts(order)],

  taint: (order) => [['Say', 'that awards are in doubt'], ...jsonFacts(order)],

  kept_status: ({ issuerSlug, order }) => [
    ...keptFacts(issuerSlug, order.id),
    ...changeFacts(order),
  ],

  kept_status_cancellation: ({ issuerSlug, order }) => [
    ...keptFacts(issuerSlug, order.id),
    ['Take back', `the scheduled change ${order.change}`],
  ],

  status_cancellation: ({ id, change: number }, { change, ...subject }) => [
    credentialFact(id, subject),
    [
      'Take back',
      change === undefined ? (
        `the scheduled change ${number}, which is no longer to come`
      ) : (
        <>
          {STATE_WORDS[change.state]} from <MomentOf text={change.effectiveFrom} />: {change.reason}
        </>
      ),
    ],
  ],

  vc_api_status: ({ credentialId, purpose, isSet }) => [
    ['Credential', <code key={credentialId}>{credentialId}</code>],
    ['Change', UPDATES[purpose][isSet ? 'set' : 'cleared']],
  ],

  policy: (order) =>
    order.fourEyes
      ? [['Four eyes', 'Switch them on']]
      : [
          [
            'Four eyes',
            'Switch them off: from then on one operator or API key alone issues and changes states',
          ],
          ['Why', POLICY_REASON_WORDS[order.reasonCode]],
        ],
}

const factsOf = <K extends OrderKind>(kind: K, order: Orders[K], subject: OrderSubject) =>
  FACTS[kind](order, subject)

interface OrderFactsProps {
  readonly proposed: ProposedOrder
  readonly subject: OrderSubject
}

const FactList = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl class="facts order">
    {facts.map(([label, value]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd dir="auto">{value}</dd>
      </div>
    ))}
  </dl>
)

export const OrderFacts = ({ proposed, subject }: OrderFactsProps) => {
  const facts = factsOf(proposed.kind, proposed.order, subject)
  const { summary } = subject
  if (summary === undefined) return <FactList facts={facts} />
  return (
    <>
      <article class="verdict-panel preview">
        <h3>
          <bdi>{summary.name}</bdi>
        </h3>
        <CredentialFacts credential={summary} isIssuerVouchedFor={true} wording={WORDINGS.en} />
      </article>
      <details>
        <summary>All that is asked for, line by line</summary>
        <FactList facts={facts} />
      </details>
    </>
  )
}
