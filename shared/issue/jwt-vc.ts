// VCDM 1.1 → JWT with a `vc` claim, through did-jwt-vc. The signer is passed in.
import { createVerifiableCredentialJwt, validateCredentialPayload } from 'did-jwt-vc'
import { encodeBase64Url } from '../encoding/base64url.ts'
import { utf8Encode } from '../encoding/bytes.ts'
import type { JsonObject } from '../encoding/json.ts'
import { parseDateTime } from '../encoding/time.ts'
import type { CredentialSigner } from './signer.ts'

type CredentialPayload = Parameters<typeof validateCredentialPayload>[0]
type JwtPayload = Parameters<typeof createVerifiableCredentialJwt>[0]

/**
 * Signs a VCDM 1.1 credential. The library refuses what is no VCDM 1.1 and writes the JWT. The credential stays whole inside
 * `vc`: left to itself, the library would move the members it does not know, such as `name`, out of the credential.
 *
 * @see VCDM 1.1 §6.3.1 https://www.w3.org/TR/vc-data-model/#jwt-encoding
 */
export function signJwtVc(credential: JsonObject, signer: CredentialSigner): Promise<string> {
  validateCredentialPayload(credential as CredentialPayload)
  return createVerifiableCredentialJwt(
    toJwtPayload(credential),
    { did: signer.did, alg: 'EdDSA', signer: createJwtSigner(signer) },
    { header: { typ: 'JWT', alg: 'EdDSA', kid: signer.kid }, removeOriginalFields: false },
  )
}

/** Dates and identifiers repeated as registered claims, so that plain JWT readers see them too. */
function toJwtPayload(credential: JsonObject): JwtPayload {
  const { id, issuanceDate, expirationDate } = credential
  const subject = credential.credentialSubject as JsonObject
  const claims = {
    vc: credential,
    nbf: toSeconds(issuanceDate),
    exp: toSeconds(expirationDate),
    jti: id,
    sub: subject.id,
  }
  return Object.fromEntries(
    Object.entries(claims).filter(([, value]) => value !== undefined),
  ) as JwtPayload
}

const toSeconds = (dateTime: unknown): number | undefined =>
  typeof dateTime === 'string' ? Math.floor(parseDateTime(dateTime) ?? 0) : undefined

const createJwtSigner = (signer: CredentialSigner) => async (data: string | Uint8Array) =>
  encodeBase64Url(
    await signer.sign(typeof data === 'string' ? utf8Encode(data) : Uint8Array.from(data)),
  )
