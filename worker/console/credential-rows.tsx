// Issued credentials, one in a row: kind, state, day. What they say is not kept, so no names. Pure.
import type { ListedCredential } from '../storage/credential-pages.ts'
import { Moment } from './moment.tsx'
import { kindInWords, STATE_WORDS } from './words.ts'

export const CredentialRows = ({
  credentials,
}: {
  readonly credentials: readonly ListedCredential[]
}) => (
  <ul class="rows">
    {credentials.map(({ id, kind, format, state, issuedAt }) => (
      <li key={id}>
        <a href={`/console/credentials/${id}`}>
          {kindInWords(kind)} <code>{id}</code>
        </a>
        <strong>{STATE_WORDS[state]}</strong>
        <span>
          {format}, issued <Moment seconds={issuedAt} />
        </span>
      </li>
    ))}
  </ul>
)
