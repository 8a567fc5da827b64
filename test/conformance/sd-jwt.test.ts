// RFC 9901 against the test cases of its authors' reference implementation (sd-jwt-python).
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../shared/encoding/json.ts'
import { type PublicJwk, readPublicJwk } from '../../shared/keys/jwk.ts'
import { decodeCompactJws } from '../../shared/parse/compact-jws.ts'
import { parseSecured } from '../../shared/parse/parse-secured.ts'
import { digestOf } from '../../shared/parse/sd-jwt/digest.ts'
import { readKeyBinding } from '../../shared/parse/sd-jwt/key-binding-jwt.ts'
import { openDisclosures } from '../../shared/parse/sd-jwt/open-disclosures.ts'
import { PROTECTED_CLAIMS } from '../../shared/parse/sd-jwt/read-claims.ts'
import { checkHolderBinding } from '../../shared/signature/key-binding.ts'
import { createSignatureEngine } from '../../shared/signature/signature-engine.ts'
import { checkSignature } from '../../shared/signature/verify-signature.ts'
import { LEFT_OUT, PRESENCE, readVectors } from '../support/vectors.ts'

interface Case {
  readonly name: string
  readonly serialization: 'compact' | 'json'
  readonly issuer_jwk: unknown
  readonly key_binding: boolean
  readonly nonce: string | null
  readonly aud: string | null
  readonly sd_jwt_presentation: string
  readonly verified_claims: JsonObject
}

const CASES = readVectors<readonly Case[]>('sd-jwt/sd-jwt-python-testcases.json', [])
const COMPACT = CASES.filter(({ serialization }) => serialization === 'compact')
/** Their `kid` is a number. RFC 7515 §4.1.4 asks for a text, and we keep to that. */
const BAD_HEADERS = COMPACT.filter(({ name }) => name.includes('/header_mod/'))
const GOOD_CASES = COMPACT.filter((row) => !BAD_HEADERS.includes(row))
const JSON_CASES = CASES.filter(({ serialization }) => serialization === 'json')
const engine = createSignatureEngine()

function take(presentation: string) {
  const end = presentation.lastIndexOf('~') + 1
  const [jwt = '', ...disclosures] = presentation.slice(0, end - 1).split('~')
  const jws = decodeCompactJws(jwt)
  if (!jws.ok) throw new Error(jws.error.code)
  const digest = digestOf(jws.value.payload._sd_alg)
  if (!digest) throw new Error('No digest')
  return { jws: jws.value, disclosures, digest, end }
}

describe.skipIf(LEFT_OUT)(`sd-jwt-python${PRESENCE}`, () => {
  it('has thirty compact cases and two in JSON', () => {
    expect([COMPACT.length, JSON_CASES.length]).toEqual([30, 2])
  })

  it.each(GOOD_CASES)('$name: signature and claims', async (row) => {
    const { jws, disclosures, digest } = take(row.sd_jwt_presentation)
    const key = readPublicJwk(row.issuer_jwk) as PublicJwk
    const signature = jws.signature('assertionMethod')
    expect(await checkSignature(key, signature, engine)).toEqual({ ok: true, value: true })
    const opened = openDisclosures(jws.payload, disclosures, digest, PROTECTED_CLAIMS)
    expect(opened.ok && opened.value.claims).toEqual(row.verified_claims)
  })

  it.each(GOOD_CASES.filter((row) => row.key_binding))('$name: key binding', async (row) => {
    const { jws, digest, end } = take(row.sd_jwt_presentation)
    const { cnf } = jws.payload as { cnf: { jwk: unknown } }
    const text = row.sd_jwt_presentation
    const keyBinding = readKeyBinding(text.slice(end), digest(text.slice(0, end)))
    if (!keyBinding.ok) throw new Error(keyBinding.error.code)
    const asked = {
      nonce: row.nonce ?? '',
      audience: row.aud ?? '',
      nowSeconds: keyBinding.value.issuedAtSeconds,
    }
    const disclosures = { isWhole: true, holderKey: cnf.jwk, keyBinding }
    expect(await checkHolderBinding(disclosures, asked, engine)).toEqual({
      ok: true,
      value: 'proven',
    })
  })

  it.each(GOOD_CASES)('$name: is no credential by its typ', async (row) => {
    expect(await parseSecured(row.sd_jwt_presentation)).toEqual({
      ok: false,
      error: { code: 'format.typ_unsupported' },
    })
  })

  it.each(BAD_HEADERS)('$name: is refused for a kid that is no text', async (row) => {
    expect(await parseSecured(row.sd_jwt_presentation)).toEqual({
      ok: false,
      error: { code: 'format.property_malformed', detail: { path: 'header.kid' } },
    })
  })

  it.each(JSON_CASES)('$name: is a serialization that no credential uses', async (row) => {
    expect(await parseSecured(row.sd_jwt_presentation)).toEqual({
      ok: false,
      error: { code: 'format.unrecognized' },
    })
  })
})
