// A presentation: what a holder shows, and to whom. Pure; loaded when one is met.
import { isJsonObject, type JsonObject, toList } from '../encoding/json.ts'
import { CONTAINED_MAX_COUNT } from '../limits.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import type { CompactJws } from './compact-jws.ts'
import type { ParsedPresentation } from './credential.ts'
import { VCDM1_CONTEXT } from './jwt-vc.ts'
import { readProofs } from './proofs.ts'
import { malformed, missing, readContext, readDateClaim } from './properties.ts'
import { VCDM2_CONTEXT } from './vcdm2.ts'

type Read<T> = Result<T, Problem<ReasonCodeOf<'format'>>>
type Contents = Pick<ParsedPresentation, 'holder' | 'credentials'>

/** VCDM 2.0 wants objects; VCDM 1.1 holds compact JWTs as they are. */
const DATA_MODELS = {
  [VCDM2_CONTEXT]: (item: unknown) => isJsonObject(item),
  [VCDM1_CONTEXT]: (item: unknown) => isJsonObject(item) || typeof item === 'string',
} as const

/** What `typ` a presentation has, and where in the payload it stands. */
const READERS: ReadonlyMap<unknown, (jws: CompactJws) => Read<ParsedPresentation>> = new Map([
  ['vp+jwt', readVpJwt],
  ['application/vp+jwt', readVpJwt],
  ['JWT', readJwtVp],
  [undefined, readJwtVp],
  ['vc+jwt', refuseVpClaim],
  ['application/vc+jwt', refuseVpClaim],
])

/**
 * Reads a decoded JWS as a presentation: `vp+jwt`, whose payload it is, or VCDM 1.1, where it stands in the claim `vp`.
 *
 * Reasons: `format.typ_unsupported`, `.legacy_vc_claim`, `.property_missing`, `.property_malformed`, `.context_unsupported`.
 * @see VC-JOSE-COSE §3.1.2, VCDM 1.1 §6.3.1
 */
export function readPresentationJws(jws: CompactJws): Read<ParsedPresentation> {
  const read = READERS.get(jws.header.typ)
  return read ? read(jws) : err(problem('format.typ_unsupported'))
}

function refuseVpClaim(): Read<ParsedPresentation> {
  return err(problem('format.legacy_vc_claim'))
}

function readVpJwt(jws: CompactJws): Read<ParsedPresentation> {
  const { payload } = jws
  if ('vc' in payload || 'vp' in payload) return refuseVpClaim()
  const contents = readContents(payload, VCDM2_CONTEXT)
  return contents.ok ? withClaims('vp+jwt', jws, contents.value) : contents
}

/** `iss` stands for the holder. */
function readJwtVp(jws: CompactJws): Read<ParsedPresentation> {
  const { payload } = jws
  const { iss, vp } = payload
  if ('vc' in payload) return refuseVpClaim()
  if (!isJsonObject(vp)) return malformed('vp')
  if (typeof iss !== 'string') return missing('iss')
  const contents = readContents(vp, VCDM1_CONTEXT)
  if (!contents.ok) return contents
  const { holder, credentials } = contents.value
  if (holder !== undefined && holder !== iss) return malformed('vp.holder')
  return withClaims('jwt_vp', jws, { holder: iss, credentials })
}

/** The registered claims around a presentation. @see RFC 7519 §4.1 */
function withClaims(
  envelope: 'vp+jwt' | 'jwt_vp',
  { payload, signature }: CompactJws,
  contents: Contents,
): Read<ParsedPresentation> {
  const { nonce, aud } = payload
  const audience: readonly unknown[] = toList(aud ?? [])
  if (nonce !== undefined && typeof nonce !== 'string') return malformed('nonce')
  if (!audience.every((name) => typeof name === 'string')) return malformed('aud')
  const nbf = readDateClaim(payload, 'nbf')
  if (!nbf.ok) return nbf
  const exp = readDateClaim(payload, 'exp')
  if (!exp.ok) return exp
  const iat = readDateClaim(payload, 'iat')
  if (!iat.ok) return iat
  return ok({
    envelope,
    ...contents,
    signatures: [signature('authentication')],
    audience,
    ...(nonce !== undefined && { nonce }),
    ...(iat.value !== undefined && { signedAtSeconds: iat.value }),
    ...(nbf.value !== undefined && { validFromSeconds: nbf.value }),
    ...(exp.value !== undefined && { validUntilSeconds: exp.value }),
  })
}

/**
 * Reads a presentation that is a JSON object, with an embedded proof or without. Without one it is judged on its shape: it
 * proves nobody's presence.
 *
 * Reasons: `format.property_missing`, `.property_malformed`, `.context_unsupported`, and what reading the proofs finds.
 * @see VCDM 2.0 §4.13
 */
export function readPresentationObject(
  object: JsonObject,
  { maxChars }: { readonly maxChars: number },
): Read<ParsedPresentation> {
  if (!('proof' in object)) {
    const contents = readContents(object, baseContextOf(object))
    return contents.ok ? ok({ ...contents.value, signatures: [] }) : contents
  }
  const signer = holderOf(object)
  const proofs = readProofs(object, { relationship: 'authentication', signer, maxChars })
  if (!proofs.ok) return proofs
  const { document, ...signed } = proofs.value
  const contents = readContents(document, baseContextOf(document))
  return contents.ok ? ok({ ...contents.value, ...signed }) : contents
}

const baseContextOf = (presentation: JsonObject): keyof typeof DATA_MODELS =>
  toList(presentation['@context'])[0] === VCDM1_CONTEXT ? VCDM1_CONTEXT : VCDM2_CONTEXT

/** Who presents: an identifier, or an object that has one. */
function holderOf({ holder }: JsonObject): string | undefined {
  const id = isJsonObject(holder) ? holder.id : holder
  return typeof id === 'string' ? id : undefined
}

function readContents(presentation: JsonObject, base: keyof typeof DATA_MODELS): Read<Contents> {
  const context = readContext(presentation, base)
  if (!context.ok) return context
  const { type, holder, verifiableCredential } = presentation
  if (type === undefined) return missing('type')
  const types: readonly unknown[] = toList(type)
  if (!types.every((name) => typeof name === 'string')) return malformed('type')
  if (!types.includes('VerifiablePresentation')) return malformed('type')
  const id = holderOf(presentation)
  if (holder !== undefined && id === undefined) return malformed('holder')
  const inside: readonly unknown[] = toList(verifiableCredential ?? [])
  const credentials = inside.filter((item): item is string | JsonObject => DATA_MODELS[base](item))
  if (credentials.length < inside.length || inside.length > CONTAINED_MAX_COUNT) {
    return malformed('verifiableCredential')
  }
  return ok({ ...(id !== undefined && { holder: id }), credentials })
}
