// `/verify`: paste or drop a credential, read the verdict. Works without scripts. Pure.
import { displayText } from '../../shared/encoding/display-text.ts'
import type { ReasonCode } from '../../shared/reasons.ts'
import { VerdictPanel } from '../../shared/ui/verdict-panel.tsx'
import type { Wording } from '../../shared/ui/wording/index.ts'
import type { VerificationResult } from '../../shared/verification-result.ts'
import { Frame } from './frame.tsx'

interface VerifyPageProps {
  /** What to tell, in English, where there is no result: an empty form, a file that is too large. */
  readonly advice?: string
  /** Why there is no result: what is wrong with the file. */
  readonly reason?: ReasonCode
  readonly result?: VerificationResult
  /** The reader's language, for result and reason; the frame is English. */
  readonly wording: Wording
  /** Whose credential the reader expects. */
  readonly expectedName?: string | undefined
}

export const VerifyPage = ({ advice, reason, result, wording, expectedName }: VerifyPageProps) => (
  <Frame
    title="Verify a credential"
    description="Paste or drop a credential and read what could be proved."
    path="/verify"
    script="verify.js"
  >
    <h1>Verify a credential</h1>
    {result ? (
      <section id="result" aria-label="Result" tabIndex={-1} data-autofocus>
        <VerdictPanel
          result={result}
          wording={wording}
          headingLevel={2}
          expectedName={displayText(expectedName)}
        />
        <p>
          <a href="/verify">Verify another one</a>
        </p>
      </section>
    ) : null}
    {advice ? (
      <p role="alert" class="advice" id="advice" tabIndex={-1} data-autofocus>
        {advice}
      </p>
    ) : null}
    {reason ? (
      <p
        role="alert"
        class="advice"
        id="advice"
        tabIndex={-1}
        data-autofocus
        lang={wording.locale}
        dir={wording.direction}
      >
        {wording.reasons[reason]}
      </p>
    ) : null}
    {result ? null : (
      <VerifyForm
        isInvalid={advice !== undefined || reason !== undefined}
        expectedName={expectedName}
      />
    )}
  </Frame>
)

interface VerifyFormProps {
  readonly isInvalid: boolean
  readonly expectedName?: string | undefined
}

const VerifyForm = ({ isInvalid, expectedName }: VerifyFormProps) => (
  <form method="post" action="/verify" enctype="multipart/form-data" id="verify-form">
    <label>
      The credential
      <textarea
        name="credential"
        rows={8}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        placeholder="eyJ…"
        aria-describedby={isInvalid ? 'advice credential-help' : 'credential-help'}
        {...(isInvalid && { 'aria-invalid': 'true' as const })}
      />
    </label>
    <small id="credential-help">
      Paste the whole text. It usually begins with “eyJ”. You can also drop a file anywhere on this
      page: the credential itself, a badge image, or a PDF that carries it.
    </small>
    <label>
      Or choose a file
      <input
        type="file"
        name="file"
        accept=".jwt,.vc,.json,.txt,.png,.svg,.pdf,application/vc+jwt,application/json,text/plain"
      />
    </label>
    <label>
      Whose credential do you expect? (optional)
      <input
        name="expectedName"
        maxLength={200}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        value={expectedName}
        aria-describedby="expected-help"
      />
    </label>
    <small id="expected-help">
      A name in any script. We say how it compares with the name in the credential, and keep
      neither.
    </small>
    <button type="submit">Verify</button>
  </form>
)
