// One document of a candidate, its credential carried in one of the ways that portals use. Pure.
import type { CandidateDocument } from './content.ts'

const Sheet = () => (
  <svg
    width="22"
    height="22"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    aria-hidden="true"
  >
    <g stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">
      <path d="M6 3h8l5 5v12a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z" />
      <path d="M14 3v5h5M8.5 13h7M8.5 16.5h5" />
    </g>
  </svg>
)

interface Props {
  readonly document: CandidateDocument
  /** Where the credential can be had as a file. */
  readonly address: string
}

export const CandidateDocumentCard = ({ document, address }: Props) => (
  <li class="document">
    <Sheet />
    <div>
      <h3>{document.title}</h3>
      <p class="soft">{document.from}</p>
      <Embedded document={document} address={address} />
    </div>
  </li>
)

const mediaType = (credential: string): string => {
  if (credential.startsWith('{')) return 'application/vc'
  return credential.includes('~') ? 'application/dc+sd-jwt' : 'application/vc+jwt'
}

const Embedded = ({ document, address }: Props) => {
  switch (document.embedding) {
    case 'script':
      return (
        <p class="token">
          Handed in from a wallet
          <script
            type={mediaType(document.credential)}
            dangerouslySetInnerHTML={{ __html: document.credential }}
          />
        </p>
      )
    case 'text':
      return (
        <div class="token">
          Pasted by the candidate
          <code>{document.credential}</code>
        </div>
      )
    case 'link':
      return (
        <p class="token">
          <a href={address}>Signed file</a>
        </p>
      )
  }
}
