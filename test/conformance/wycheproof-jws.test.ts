// ES256, ES384 and RS256 against Wycheproof: raw ECDSA signatures, compact JWS, JWK.
import { describe, expect, it } from 'vitest'
import { decodeBase64Url, encodeBase64Url } from '../../shared/encoding/base64url.ts'
import { utf8Decode, utf8Encode } from '../../shared/encoding/bytes.ts'
import { isJsonObject, type JsonObject, parseJsonObject } from '../../shared/encoding/json.ts'
import { type EcJwk, readPublicJwk } from '../../shared/keys/jwk.ts'
import { decodeCompactJws } from '../../shared/parse/compact-jws.ts'
import { ALGORITHMS } from '../../shared/signature/algorithms.ts'
import { createSignatureEngine } from '../../shared/signature/signature-engine.ts'
import { fromHex } from '../support/forgeries.ts'
import { LEFT_OUT, PRESENCE, readVectors } from '../support/vectors.ts'

interface Vector {
  readonly tcId: number
  readonly comment: string
  readonly result: 'valid' | 'invalid'
}
interface EcdsaGroup {
  readonly publicKey: { readonly wx: string; readonly wy: string }
  readonly tests: readonly (Vector & { readonly msg: string; readonly sig: string })[]
}
interface JwsGroup {
  readonly comment: string
  readonly public?: JsonObject
  readonly private: JsonObject
  readonly tests: readonly (Vector & { readonly jws: string })[]
}

const NONE = { testGroups: [] }
const read = <G>(file: string) =>
  readVectors<{ readonly testGroups: readonly G[] }>(`wycheproof/${file}`, NONE).testGroups
const ECDSA = read<EcdsaGroup>('ecdsa_secp256r1_sha256_p1363_test.json')
const JWS = read<JwsGroup>('json_web_signature_test.json')
const JWK = read<JwsGroup>('json_web_key_test.json')

const engine = createSignatureEngine()

/** Numbers are written with a leading zero byte, or without zeros that belong to them. */
const coordinate = (hex: string): string =>
  encodeBase64Url(fromHex(hex.padStart(64, '0').slice(-64)))

const PRIVATE_MEMBERS: ReadonlySet<string> = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi'])
const withoutPrivate = (jwk: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(jwk).filter(([name]) => !PRIVATE_MEMBERS.has(name)))

/** The key of a group that a header means: the only one, or the only one of that name. */
function keyFor({ public: published, private: secret }: JwsGroup, kid: unknown): unknown {
  const holder = published ?? secret
  const all = (Array.isArray(holder.keys) ? holder.keys : [holder]).filter(isJsonObject)
  const named = all.length === 1 && kid === undefined ? all : all.filter((key) => key.kid === kid)
  const [only, ...others] = named
  return only && others.length === 0 ? withoutPrivate(only) : undefined
}

/** As a credential is verified, but for its payload: those of the vectors are texts, no JSON objects. */
async function accepts(group: JwsGroup, text: string): Promise<boolean> {
  const decoded = decodeCompactJws(text)
  const isFit =
    decoded.ok ||
    (decoded.error.code === 'format.encoding_malformed' && decoded.error.detail?.path === 'payload')
  const [headerPart = '', payloadPart = '', signaturePart = ''] = text.split('.')
  const header = parseJsonObject(utf8Decode(decodeBase64Url(headerPart) ?? new Uint8Array()) ?? '')
  const signature = decodeBase64Url(signaturePart)
  const key = readPublicJwk(keyFor(group, header?.kid))
  const alg = header?.alg
  if (!isFit || !key || !signature || typeof alg !== 'string') return false
  if (!ALGORITHMS.has(alg) || decodeBase64Url(payloadPart) === null) return false
  return engine.verify(alg, key, signature, utf8Encode(`${headerPart}.${payloadPart}`))
}

describe.skipIf(LEFT_OUT)(`ECDSA on P-256${PRESENCE}`, () => {
  it('agrees with every vector', async () => {
    const wrong: string[] = []
    let count = 0
    for (const { publicKey, tests } of ECDSA) {
      const [x, y] = [coordinate(publicKey.wx), coordinate(publicKey.wy)]
      const key: EcJwk = { kty: 'EC', crv: 'P-256', x, y }
      for (const { tcId, comment, result, msg, sig } of tests) {
        count += 1
        const accepted = await engine.verify('ES256', key, fromHex(sig), fromHex(msg))
        if (accepted !== (result === 'valid')) wrong.push(`${tcId} ${comment}`)
      }
    }
    expect(count).toBe(262)
    expect(wrong).toEqual([])
  })
})

const algorithmOf = (jws: string): unknown =>
  parseJsonObject(Buffer.from(jws.split('.')[0] ?? '', 'base64').toString())?.alg

/** What differs: ours accepts what theirs does not, or refuses what theirs accepts. */
async function differences(groups: readonly JwsGroup[]) {
  const found = {
    accepted: [] as string[],
    refused: [] as { alg: unknown; tcId: number }[],
    count: 0,
  }
  for (const group of groups) {
    for (const { jws, tcId, comment, result } of group.tests) {
      found.count += 1
      const accepted = await accepts(group, jws)
      if (accepted && result !== 'valid') found.accepted.push(`${tcId} ${comment}`)
      if (!accepted && result === 'valid') found.refused.push({ alg: algorithmOf(jws), tcId })
    }
  }
  return found
}

describe.skipIf(LEFT_OUT)(`compact JWS${PRESENCE}`, () => {
  it('is accepted nowhere that it should not be, and refused for its algorithm only', async () => {
    const { accepted, refused, count } = await differences(JWS)
    expect(count).toBe(401)
    expect(accepted).toEqual([])
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.filter(({ alg }) => ALGORITHMS.has(String(alg)))).toEqual([])
  })
})

describe.skipIf(LEFT_OUT)(`JWK${PRESENCE}`, () => {
  it('is accepted nowhere that it should not be, and refused for its algorithm only', async () => {
    const { accepted, refused, count } = await differences(JWK)
    expect(count).toBe(26)
    expect(accepted).toEqual([])
    expect(refused.filter(({ alg }) => ALGORITHMS.has(String(alg)))).toEqual([])
  })
})
