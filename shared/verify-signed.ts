// Text → credential whose signature is proved. Uses deps.lookUp for did:web.
import type { VerifierDeps } from './deps.ts'
import { canonicalJwk } from './keys/jwk.ts'
import type { IssuerKey } from './keys/resolve-issuer-key.ts'
import { resolveIssuerKeys } from './keys/resolve-issuer-keys.ts'
import { CREDENTIAL_MAX_CHARS } from './limits.ts'
import type { CredentialClaims, ParsedCredential } from './parse/credential.ts'
import { isPresentation, parseSecured } from './parse/parse-secured.ts'
import { type Problem, problem } from './reasons.ts'
import { err, ok, type Result } from './result.ts'
import {
  type KeyedSignature,
  type Verified,
  verifySignatures,
} from './signature/verify-signature.ts'
import type { TrustSnapshot } from './trust/snapshot.ts'

/** A credential whose signature has been checked, and by which key. */
export interface SignedCredential {
  readonly claims: Verified<CredentialClaims>
  readonly key: IssuerKey
}

/** A credential, or what is read as if it were one, taken apart. */
export type LeanedOn = Pick<ParsedCredential, 'claims' | 'signatures'>

/** Reads a text that is secured in a way of its own; synchronous, and proves nothing. */
export type ParseSigned = (
  text: string,
  bound: { readonly maxChars: number },
) => Result<LeanedOn, Problem>

interface SignedForm {
  readonly maxChars: number
  /** Absent: a credential in any envelope. */
  readonly parse?: ParseSigned
}

/** Verifies the signature of a credential that another one leans on: a status list, an accreditation. */
export type VerifySigned = (
  text: string,
  form?: SignedForm,
) => Promise<Result<SignedCredential, Problem>>

type SignedDeps = Pick<VerifierDeps, 'lookUp' | 'engine' | 'memory'>

/** Makes the function that is passed into `status` and `trust`, so that neither imports the spine. */
export function createVerifySigned(
  { lookUp, engine, memory }: SignedDeps,
  trust: TrustSnapshot | undefined,
): VerifySigned {
  return async (text, form = { maxChars: CREDENTIAL_MAX_CHARS }) => {
    const recalled = text.length <= form.maxChars ? memory?.recall(text) : undefined
    const known = recalled?.parse === form.parse ? recalled : undefined
    if (known?.listed && known.listed.trust === trust) {
      return ok({ claims: known.claims, key: known.listed.key })
    }
    const parsed = known ? ok(known.parsed) : await parseLeanedOn(text, form)
    if (!parsed.ok) return parsed
    const keys = await resolveIssuerKeys(parsed.value, trust, lookUp)
    if (!keys.ok) return keys
    const key = keys.value[0].issuerKey
    const provedBy = nameKeys(keys.value)
    const claims =
      known?.provedBy === provedBy
        ? ok(known.claims)
        : await verifySignatures(parsed.value.claims, keys.value, engine)
    if (!claims.ok) return claims
    const areListed = keys.value.every(({ issuerKey }) => issuerKey.listed)
    memory?.remember(text, {
      parsed: parsed.value,
      parse: form.parse,
      claims: claims.value,
      provedBy,
      ...(areListed && trust && { listed: { trust, key } }),
    })
    return ok({ claims: claims.value, key })
  }
}

async function parseLeanedOn(text: string, form: SignedForm): Promise<Result<LeanedOn, Problem>> {
  if (form.parse) return form.parse(text, form)
  const parsed = await parseSecured(text, form)
  if (!parsed.ok) return parsed
  // A list or an accreditation has nothing to hide: with disclosures it could say one thing to each reader.
  return isPresentation(parsed.value) || parsed.value.disclosures
    ? err(problem('format.unrecognized'))
    : ok(parsed.value)
}

const nameKeys = (keyed: readonly KeyedSignature[]): string =>
  keyed.map(({ signature, issuerKey }) => signature.algorithm + canonicalJwk(issuerKey.key)).join()
