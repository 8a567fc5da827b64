// A fixed list of verifications with what each must answer. The same code object runs in Node, workerd and Chromium.
import type { VerificationResult } from '../../shared/index.ts'
import { didKey } from '../../shared/keys/did-key.ts'
import { REASONS, type ReasonCode } from '../../shared/reasons.ts'
import { degree, JWT_VC_HEADER, jwtVc, licence, licenceOf } from '../support/credentials.ts'
import { createEd25519Verifier } from '../support/ed25519.ts'
import { LIES } from '../support/every-reason.ts'
import {
  ALL_SMALL_ORDER_KEYS,
  EASY_SIGNATURE,
  fromHex,
  messages,
  SMALL_ORDER_KEYS,
  signWithMixedOrder,
} from '../support/forgeries.ts'
import { type Issuer, signCompact } from '../support/issuer.ts'
import { type Lie, world } from '../support/lies.ts'
import { COUNCIL, KEY_ISSUER, MILL, UNIVERSITY } from '../support/parties.ts'
import { createWorld } from '../support/world.ts'

export { judgeSpecCheck } from '../support/speccheck.ts'

const of =
  (payload: object, signer: Issuer, header: object = {}): Lie =>
  async () =>
    (await createWorld()).verify(await signCompact(payload, signer, header))

/** A licence whose issuer is a key of small order, with the signature that fits every message. */
function easilySigned(key: string): Lie {
  const publicKey = fromHex(key)
  const did = didKey(publicKey)
  const nobody = { ...KEY_ISSUER, did, publicKey, sign: async () => EASY_SIGNATURE }
  return of(licence({ issuer: did }), nobody, { kid: undefined })
}

type Expected = readonly [verdict: string, problem?: ReasonCode]

const CASES: Readonly<Record<string, readonly [Lie, Expected]>> = {
  'a licence': [world({}), ['verified']],
  'a degree': [of(degree(), UNIVERSITY), ['verified']],
  'a degree in VCDM 1.1': [of(jwtVc(), UNIVERSITY, JWT_VC_HEADER), ['verified']],
  'a licence with conditions': [
    of(licenceOf({ conditions: ['No surgery'] }), COUNCIL),
    ['verified'],
  ],
  'a diploma mill': [
    of(licence({ issuer: MILL.did, credentialStatus: undefined }), MILL),
    ['unrecognized_issuer', 'issuer_trust.not_accredited'],
  ],
  'a did:key': [
    of(licence({ issuer: KEY_ISSUER.did, credentialStatus: undefined }), KEY_ISSUER),
    ['unrecognized_issuer', 'issuer_trust.not_accredited'],
  ],
  ...Object.fromEntries(
    Object.entries(SMALL_ORDER_KEYS).map(([order, key]): [string, readonly [Lie, Expected]] => [
      `a key ${order}`,
      [easilySigned(key), ['rejected', 'signature.mismatch']],
    ]),
  ),
}

const VERDICT_BY_CHECK: Readonly<Record<string, string>> = {
  validity_period: 'not_in_force',
  status: 'not_in_force',
  issuer_trust: 'unrecognized_issuer',
}
const verdictOf = (code: ReasonCode): string =>
  REASONS[code].outcome === 'unknown'
    ? 'inconclusive'
    : (VERDICT_BY_CHECK[code.slice(0, code.indexOf('.'))] ?? 'rejected')

const LIES_BY_REASON = Object.entries(LIES) as readonly [ReasonCode, Lie][]

const ALL: readonly (readonly [title: string, Lie, Expected])[] = [
  ...Object.entries(CASES).map(([title, [lie, expected]]) => [title, lie, expected] as const),
  ...LIES_BY_REASON.map(([code, lie]) => [code, lie, [verdictOf(code), code]] as const),
]

/** By title: the verdict, and the first problem where there is one. */
export const EXPECTED: Readonly<Record<string, Expected>> = Object.fromEntries(
  ALL.map(([title, , expected]) => [title, expected]),
)

/** The whole verdict object of every case. */
export async function runVerdicts(): Promise<Readonly<Record<string, VerificationResult>>> {
  const results: [string, VerificationResult][] = []
  for (const [title, lie] of ALL) results.push([title, await lie()])
  return Object.fromEntries(results)
}

export const summaryOf = (result: VerificationResult): Expected => {
  const problem = result.checks.flatMap((check) => ('problem' in check ? check.problem : []))[0]
  return problem ? [result.verdict, problem.code] : [result.verdict]
}

const MESSAGES = messages(64)

/** How many signatures anyone can make were accepted under each key of small order. */
export async function countAcceptedForgeries(): Promise<readonly number[]> {
  const ed25519 = createEd25519Verifier()
  return Promise.all(
    Object.values(ALL_SMALL_ORDER_KEYS).map(async (key) => {
      const verify = (m: Uint8Array<ArrayBuffer>) => ed25519.verify(fromHex(key), EASY_SIGNATURE, m)
      return (await Promise.all(MESSAGES.map(verify))).filter(Boolean).length
    }),
  )
}

/** Messages on which the verifier's answer differs from RFC 8032 without the cofactor, and how many it accepted. */
export async function judgeMixedOrder(): Promise<{ wrong: number; accepted: number }> {
  const ed25519 = createEd25519Verifier()
  const judged = await Promise.all(
    MESSAGES.map(async (message) => {
      const { publicKey, signature, isExact } = await signWithMixedOrder(message)
      return { isExact, accepted: await ed25519.verify(publicKey, signature, message) }
    }),
  )
  return {
    wrong: judged.filter(({ isExact, accepted }) => isExact !== accepted).length,
    accepted: judged.filter(({ accepted }) => accepted).length,
  }
}
