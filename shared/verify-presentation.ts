// A presentation: who shows it, to whom, and what is in it. Uses deps.lookUp; loaded when one is met.
import { didOfUrl } from './keys/did.ts'
import { type IssuerKey, resolveIssuerKey } from './keys/resolve-issuer-key.ts'
import type { ParsedPresentation } from './parse/credential.ts'
import { describePresentation, type Wrapper } from './presentation-result.ts'
import { type Problem, problem, type ReasonCodeOf } from './reasons.ts'
import { err, ok, type Result } from './result.ts'
import { findUnasked } from './signature/key-binding.ts'
import { checkSignature } from './signature/verify-signature.ts'
import { checkValidityPeriod } from './validity.ts'
import { type CheckResult, notApplicable, notPassed, passed } from './verdict.ts'
import type { VerificationResult } from './verification-result.ts'
import type { VerifyContext } from './verify-context.ts'

type VerifyInside = (
  input: string | object,
  presenter: string | undefined,
) => Promise<VerificationResult>

/**
 * Verifies a presentation: its own checks, and apart from them each credential in it.
 *
 * A presentation claims nothing itself, so its verdict is the worst among its own and those of its contents; with nothing in it
 * it proves nothing, and is `inconclusive` at best. Who presents need not be whom the contents are about (VCDM 2.0 §4.13):
 * where it is somebody else, that is a notice.
 *
 * Reasons: every `issuer_key.*` (of the holder's key), `signature.*`, `holder_binding.*`, `validity_period.*`;
 * `format.unrecognized` for a presentation inside of something.
 * @see VCDM 2.0 §4.13, VC-JOSE-COSE §3.1.2, Data Integrity §4.4
 */
export async function verifyPresentation(
  presentation: ParsedPresentation,
  context: VerifyContext,
  verifyInside: VerifyInside,
): Promise<VerificationResult> {
  if (context.depth > 0)
    return describePresentation(stopAt([], problem('format.unrecognized')), [], context)
  const wrapper = await checkWrapper(presentation, context)
  // Nothing is fetched for the contents of what may be forged.
  if (wrapper.isStopped) return describePresentation(wrapper, [], context, presentation)
  const presenter = wrapper.isProven ? wrapper.holder : undefined
  const contained = await Promise.all(
    presentation.credentials.map((inside) => verifyInside(inside, presenter)),
  )
  return describePresentation(wrapper, contained, context, presentation)
}

async function checkWrapper(
  presentation: ParsedPresentation,
  context: VerifyContext,
): Promise<Wrapper> {
  const { options, clockSeconds } = context
  const isAsked = options.nonce !== undefined || options.audience !== undefined
  const signed = await checkSignatures(presentation, context)
  if (!signed.ok) return signed.error
  const { done, holder } = signed.value
  const undisclosed = [...done, notApplicable('disclosures')]
  if (isAsked && holder === undefined) {
    return stopAt(undisclosed, problem('holder_binding.missing'))
  }
  const unasked = isAsked
    ? findUnasked(
        { ...options, nowSeconds: clockSeconds },
        {
          nonce: presentation.nonce,
          audience: presentation.audience,
          issuedAtSeconds: presentation.signedAtSeconds,
        },
      )
    : undefined
  if (unasked) return stopAt(undisclosed, unasked)
  return {
    ...signed.value,
    done: [
      ...undisclosed,
      isAsked ? passed('holder_binding') : notApplicable('holder_binding'),
      checkValidityPeriod(presentation, clockSeconds),
      notApplicable('status'),
      notApplicable('issuer_trust'),
      notApplicable('transparency'),
    ],
    isProven: isAsked,
  }
}

/** Every signature must be the holder's. An unsigned presentation proves nobody's presence, and says so by what does not apply. */
async function checkSignatures(
  { holder: stated, signatures, signedAtSeconds }: ParsedPresentation,
  { deps, basis }: VerifyContext,
): Promise<Result<Wrapper, Wrapper>> {
  const format = passed('format')
  const [first] = signatures
  const open = { isProven: false, isStopped: false }
  if (!first) {
    return ok({ ...open, done: [format, notApplicable('issuer_key'), notApplicable('signature')] })
  }
  // Who does not say who they are is whoever holds the key.
  const holder = stated ?? first.iss ?? didOfUrl(first.kid ?? '')
  const presenter = { id: holder, types: [], statedSeconds: signedAtSeconds }
  const trust = (await basis()).trust
  const keys: IssuerKey[] = []
  for (const signature of signatures) {
    const key = await resolveIssuerKey(signature, presenter, trust, deps.lookUp)
    if (!key.ok) return err(stopAt([format], key.error))
    keys.push(key.value)
  }
  const untilKey = [format, passed('issuer_key')]
  for (const [index, signature] of signatures.entries()) {
    const key = keys[index]
    if (signature.iss !== undefined && signature.iss !== holder) {
      return err(stopAt(untilKey, problem('signature.issuer_mismatch')))
    }
    const checked = key
      ? await checkSignature(key.key, signature, deps.engine)
      : err(problem('signature.mismatch'))
    if (checked.ok) continue
    // What canonicalisation finds out is about the form, and takes back what was said of it.
    const isAboutForm = checked.error.code.startsWith('format.')
    return err(stopAt(isAboutForm ? [] : untilKey, checked.error))
  }
  return ok({
    ...open,
    done: [...untilKey, passed('signature')],
    holder,
    ...(keys[0] && { key: keys[0] }),
  })
}

type Stopping = 'format' | 'issuer_key' | 'signature' | 'holder_binding'

const stopAt = (done: readonly CheckResult[], found: Problem<ReasonCodeOf<Stopping>>): Wrapper => ({
  done: [...done, notPassed(found)],
  isProven: false,
  isStopped: true,
})
