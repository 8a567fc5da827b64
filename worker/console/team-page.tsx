// `/console/team`: who works for the issuer, and invitations. Pure.
import { OPERATOR_NAME_MAX_CHARS } from '../../shared/limits.ts'
import type { Operator } from '../storage/operators.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { Field, FormErrors } from './field.tsx'
import { Once } from './once.tsx'
import { EVERY_ROLE } from './roles.ts'
import { ROLE_WORDS } from './words.ts'

const PATH = '/console/team'

interface TeamPageProps extends SignedIn {
  readonly team: readonly Operator[]
  readonly entry?: { readonly name: string; readonly role: string }
  readonly errors?: Readonly<Record<string, string>>
  /** The link of a new invitation, shown this once. */
  readonly link?: string
  readonly notice?: string | undefined
}

const LABELS: Readonly<Record<string, string>> = { name: 'Name', role: 'Role' }

const InviteForm = ({ entry, errors }: Required<Pick<TeamPageProps, 'entry' | 'errors'>>) => (
  <form method="post" action={`${PATH}/invites`}>
    <FormErrors
      errors={Object.keys(errors).map((name) => ({ name, label: LABELS[name] ?? name }))}
    />
    <Field name="name" label="Name" error={errors.name}>
      {(attributes) => (
        <input
          {...attributes}
          value={entry.name}
          maxLength={OPERATOR_NAME_MAX_CHARS}
          autocomplete="off"
          dir="auto"
        />
      )}
    </Field>
    <Field
      name="role"
      label="Role"
      error={errors.role}
      help="A proposer issues and changes states. An approver does, too, and decides where two persons are asked for. An auditor reads. An admin invites and removes people."
    >
      {(attributes) => (
        <select {...attributes}>
          <option value="">Choose one</option>
          {EVERY_ROLE.map((role) => (
            <option key={role} value={role} selected={role === entry.role}>
              {ROLE_WORDS[role]}
            </option>
          ))}
        </select>
      )}
    </Field>
    <button type="submit">Make a link</button>
  </form>
)

export const TeamPage = (props: TeamPageProps) => {
  const { issuer, operator, team, link, notice } = props
  const { entry = { name: '', role: '' }, errors = {} } = props
  return (
    <ConsoleFrame title="Team" path={PATH} issuer={issuer} operator={operator} script="copy.js">
      <h1>Team</h1>
      {notice === undefined ? null : (
        <p role="status" class="notice">
          {notice}
        </p>
      )}
      {link === undefined ? null : (
        <Once id="invite-link" text={link}>
          <strong>Hand this link on by a safe way. It is shown this once</strong>, works once, and
          for seven days:
        </Once>
      )}
      <ul class="rows">
        {team.map(({ id, name, role }) => (
          <li key={id}>
            <strong>
              <bdi>{name}</bdi>
              {id === operator.id ? ' (you)' : ''}
            </strong>
            <span>{ROLE_WORDS[role]}</span>
            {operator.role === 'admin' ? (
              <a href={`${PATH}/${id}/removal`}>
                Remove <bdi>{name}</bdi>
              </a>
            ) : null}
          </li>
        ))}
      </ul>
      {operator.role === 'admin' ? (
        <section aria-labelledby="invite-heading">
          <h2 id="invite-heading">Invite somebody</h2>
          <InviteForm entry={entry} errors={errors} />
        </section>
      ) : null}
    </ConsoleFrame>
  )
}

interface RemovalPageProps extends SignedIn {
  readonly removed: Operator
  readonly refusal?: string
}

export const RemovalPage = ({ issuer, operator, removed, refusal }: RemovalPageProps) => (
  <ConsoleFrame title="Remove an operator" path={PATH} issuer={issuer} operator={operator}>
    <h1>
      Remove <bdi>{removed.name}</bdi>?
    </h1>
    {refusal === undefined ? null : (
      <p role="alert" class="advice">
        {refusal}
      </p>
    )}
    <p>
      {removed.id === operator.id ? 'You lose' : 'They lose'} access at once, wherever they are
      signed in, and their passkeys are forgotten. What they did stays in the audit log. Nothing has
      been changed yet.
    </p>
    <form method="post" action={`${PATH}/${removed.id}/removal`}>
      <div class="choices">
        <button type="submit">Remove</button>
        <a href={PATH}>Do not remove</a>
      </div>
    </form>
  </ConsoleFrame>
)
