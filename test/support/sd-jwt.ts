// SD-JWT VCs with real signatures, to which a test adds one lie. Uses @noble/hashes.
import { sha256 } from '@noble/hashes/sha2.js'
import { encodeBase64Url } from '../../shared/encoding/base64url.ts'
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import type { JsonObject } from '../../shared/encoding/json.ts'
import { NOW } from './clock.ts'
import { ORIGIN } from './credentials.ts'
import { createKeyIssuer, encodePart, type Issuer, signCompact } from './issuer.ts'
import { COUNCIL } from './parties.ts'

export const LICENCE_VCT = `${ORIGIN}/vct/professional-licence/1`
export const DEGREE_VCT = `${ORIGIN}/vct/degree/1`
export const SALT = 'c2FsdCBvZiAxNiBieXRlcw'

/** Whom the credentials below are bound to. */
export const HOLDER = await createKeyIssuer('A holder', 'did:jwk', 10)

/** A disclosure: salt, name and value; or salt and value. */
export const disclose = (...nameAndValue: readonly unknown[]): string =>
  encodePart([SALT, ...nameAndValue])

export const digest = (text: string): string => encodeBase64Url(sha256(utf8Encode(text)))

/** The disclosures of the licence below. */
export const NAME = disclose('name', 'Amina Diallo')
export const NUMBER = disclose('number', 'N-20419')
export const DECOY = digest('nobody knows what this was')

/** A licence of the council, in force, bound to its holder; name and number are disclosed. */
export const licencePayload = (changes: JsonObject = {}): JsonObject => ({
  iss: COUNCIL.did,
  vct: LICENCE_VCT,
  nbf: NOW - 8_640_000,
  exp: NOW + 77_760_000,
  cnf: { jwk: HOLDER.jwk },
  licence: {
    name: 'Licence to practise medicine',
    profession: { isco08: '2211' },
    jurisdiction: 'XM-N',
    scope: 'full',
    conditions: [],
    _sd: [digest(NUMBER)],
  },
  _sd: [digest(NAME), DECOY],
  _sd_alg: 'sha-256',
  ...changes,
})

export interface SdJwtParts {
  /** Members to add to the payload or to replace. */
  readonly claims?: JsonObject
  readonly disclosures?: readonly string[]
  readonly header?: object
  readonly signer?: Issuer
}

/** `<JWT>~<disclosure>~…~` */
export async function sdJwt(parts: SdJwtParts = {}): Promise<string> {
  const { disclosures = [NAME, NUMBER], signer = COUNCIL } = parts
  const header = { typ: 'dc+sd-jwt', cty: undefined, ...parts.header }
  const jwt = await signCompact(licencePayload(parts.claims), signer, header)
  return [jwt, ...disclosures, ''].join('~')
}

/** A credential whose open claims and disclosures are just these; its digests stand at the top. */
export const sdJwtOf = (
  claims: JsonObject,
  disclosures: readonly string[],
  shown: readonly string[] = disclosures,
): Promise<string> =>
  sdJwt({ claims: { _sd: disclosures.map(digest), ...claims }, disclosures: [...shown, NUMBER] })

export const NONCE = 'nonce-of-this-request'
export const AUDIENCE = 'https://employer.xm'
export const ASKED = { nonce: NONCE, audience: AUDIENCE } as const

/** What was presented, with the holder's proof behind it. */
export async function present(
  presented: string,
  claims: JsonObject = {},
  header: object = {},
  signer: Issuer = HOLDER,
): Promise<string> {
  const proof = { nonce: NONCE, aud: AUDIENCE, iat: NOW - 10, sd_hash: digest(presented) }
  const typed = { typ: 'kb+jwt', cty: undefined, kid: undefined, ...header }
  return presented + (await signCompact({ ...proof, ...claims }, signer, typed))
}
