// After the signature: the credential, once, to copy or to download; nobody can fetch it again. Pure.
import { VerdictPanel } from '../../shared/ui/verdict-panel.tsx'
import { WORDINGS } from '../../shared/ui/wording/index.ts'
import type { VerificationResult } from '../../shared/verification-result.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'

interface IssueDoneProps extends SignedIn {
  /** Of what was issued by a form. */
  readonly kind?: string
  /** The UUID of the credential; absent where it is recorded under a name of its own. */
  readonly id?: string
  /** As it is handed on. */
  readonly text: string
  readonly result: VerificationResult
}

const DOWNLOADS = [
  ['file', 'The credential itself'],
  ['pdf', 'A sheet to print (PDF)'],
  ['png', 'A badge image (PNG)'],
  ['svg', 'A badge image (SVG)'],
] as const

export const IssueDone = ({ issuer, operator, kind, id, text, result }: IssueDoneProps) => (
  <ConsoleFrame title="Issued" path="/console/issue" issuer={issuer} operator={operator}>
    <h1>It is signed</h1>
    <p role="status">
      <strong>Take it now and hand it to its holder: it is kept nowhere here.</strong>{' '}
      {id === undefined ? null : (
        <>
          Its <a href={`/console/credentials/${id}`}>state</a> can be changed later.
        </>
      )}
    </p>
    <form method="post" action="/console/download">
      <label for="credential">The signed credential</label>
      <textarea
        id="credential"
        name="credential"
        rows={6}
        readOnly={true}
        spellcheck={false}
        autocomplete="off"
      >
        {text}
      </textarea>
      <fieldset>
        <legend>Download</legend>
        <div class="choices">
          {DOWNLOADS.map(([as, words]) => (
            <button key={as} type="submit" name="as" value={as} class="secondary">
              {words}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
    <h2>As a verifier sees it now</h2>
    <VerdictPanel result={result} wording={WORDINGS.en} headingLevel={3} />
    {kind === undefined ? null : (
      <p>
        <a href={`/console/issue/${kind}`}>Issue another one</a>
      </p>
    )}
  </ConsoleFrame>
)
