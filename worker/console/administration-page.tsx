// `/console/administration`: the issuers of this deployment, a new one, and links for their operators. Pure.
import { OPERATOR_NAME_MAX_CHARS } from '../../shared/limits.ts'
import type { Issuer } from '../storage/issuers.ts'
import type { IssuerEntry, IssuerErrors, IssuerField } from './administration-form.ts'
import { ADMINISTRATION, AdministrationFrame } from './administration-frame.tsx'
import { Field, FormErrors } from './field.tsx'
import { Once } from './once.tsx'

/** What was just made, shown this once. */
export interface Founded {
  readonly name: string
  readonly did: string
  readonly apiKey: string
  readonly link?: string
}

interface AdministrationPageProps {
  readonly issuers: readonly Issuer[]
  readonly founded?: Founded
  readonly entry?: IssuerEntry
  readonly errors?: IssuerErrors
}

const FIELDS: readonly (readonly [
  name: Exclude<IssuerField, 'trustAnchor'>,
  label: string,
  isRequired: boolean,
  help: string,
])[] = [
  ['name', 'Name', true, 'As it stands in credentials.'],
  [
    'slug',
    'Short name',
    true,
    'Part of its addresses and its DID for good, such as northmark-university.',
  ],
  ['url', 'Web address', false, 'Its home page.'],
  ['did', 'Its own DID', false, 'A did:web at its own domain, where it keeps its keys to itself.'],
  ['admin', 'Name of its first admin', false, 'Gets a link to join; invites the others.'],
]

const LABELS: ReadonlyMap<string, string> = new Map([
  ...FIELDS.map(([name, label]) => [name, label] as const),
  ['trustAnchor', 'Trust anchor'],
])

const FoundForm = ({ entry, errors = {} }: Pick<AdministrationPageProps, 'entry' | 'errors'>) => (
  <form method="post" action={`${ADMINISTRATION}/issuers`}>
    <FormErrors
      errors={Object.keys(errors).map((name) => ({ name, label: LABELS.get(name) ?? name }))}
    />
    {FIELDS.map(([name, label, isRequired, help]) => (
      <Field
        key={name}
        name={name}
        label={label}
        help={help}
        isRequired={isRequired}
        error={errors[name]}
      >
        {(attributes) => (
          <input
            {...attributes}
            value={entry?.[name]}
            maxLength={name === 'url' ? 500 : OPERATOR_NAME_MAX_CHARS}
            autocomplete="off"
            dir="auto"
          />
        )}
      </Field>
    ))}
    <Field
      name="trustAnchor"
      label="Trust anchor"
      isRequired={false}
      error={errors.trustAnchor}
      help="It accredits others, and whoever trusts this registry trusts it. Browsers that hold a pin take a new one by hand."
    >
      {(attributes) => (
        <select {...attributes}>
          <option value="">No: somebody accredits it</option>
          <option value="yes" selected={entry?.trustAnchor === 'yes'}>
            Yes
          </option>
        </select>
      )}
    </Field>
    <button type="submit">Found the issuer</button>
  </form>
)

const WhatWasFounded = ({ name, did, apiKey, link }: Founded) => (
  <section aria-labelledby="founded-heading">
    <h2 id="founded-heading">
      <bdi>{name}</bdi> is founded
    </h2>
    <p>
      It signs as <code>{did}</code>
    </p>
    <Once id="api-key" text={apiKey}>
      <strong>Its first API key, shown this once</strong>: hand it to its software, or revoke it.
    </Once>
    {link === undefined ? null : (
      <Once id="invite-link" text={link}>
        <strong>The link for its first admin, shown this once</strong>: hand it on by a safe way. It
        works once, and for seven days.
      </Once>
    )}
  </section>
)

export const AdministrationPage = (props: AdministrationPageProps) => {
  const { issuers, founded } = props
  return (
    <AdministrationFrame title="Administration">
      <h1>Administration</h1>
      {founded === undefined ? null : <WhatWasFounded {...founded} />}
      <section aria-labelledby="found-heading">
        <h2 id="found-heading">Found an issuer</h2>
        <FoundForm {...props} />
      </section>
      <section aria-labelledby="issuers-heading">
        <h2 id="issuers-heading">Issuers</h2>
        {issuers.length === 0 ? <p>There is none yet.</p> : null}
        <ul class="rows">
          {issuers.map(({ slug, name, did, isTrustAnchor }) => (
            <li key={slug}>
              <span>
                <strong>
                  <bdi>{name}</bdi>
                </strong>
                {isTrustAnchor ? ', trust anchor' : ''}
              </span>
              <code>{did}</code>
              <a href={`${ADMINISTRATION}/issuers/${slug}/invites`}>
                Invite an admin of <bdi>{name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </section>
    </AdministrationFrame>
  )
}

interface InvitePageProps {
  readonly issuer: Issuer
  readonly link?: string
  readonly error?: string
}

export const AdministratorInvitePage = ({ issuer, link, error }: InvitePageProps) => (
  <AdministrationFrame title="Invite an admin">
    <h1>
      Invite an admin of <bdi>{issuer.name}</bdi>
    </h1>
    {link === undefined ? null : (
      <Once id="invite-link" text={link}>
        <strong>Hand this link on by a safe way. It is shown this once</strong>, works once, and for
        seven days:
      </Once>
    )}
    <p>For its first operator, or when nobody there can sign in any more. Its audit log tells.</p>
    <form method="post" action={`${ADMINISTRATION}/issuers/${issuer.slug}/invites`}>
      <Field name="name" label="Name" error={error}>
        {(attributes) => (
          <input
            {...attributes}
            maxLength={OPERATOR_NAME_MAX_CHARS}
            autocomplete="off"
            dir="auto"
          />
        )}
      </Field>
      <div class="choices">
        <button type="submit">Make a link</button>
        <a href={ADMINISTRATION}>Back</a>
      </div>
    </form>
  </AdministrationFrame>
)
