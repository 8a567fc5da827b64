// A complete valid world: trust list, status lists, DID documents; a test replaces one part by a lie. Anything else is unreachable.
import {
  createSignatureEngine,
  createVerifierMemory,
  err,
  ok,
  readTrustList,
  type TrustPin,
  type VerificationResult,
  type VerifierDeps,
  verifyCredential,
} from '../../shared/index.ts'
import { buildTrustListCredential } from '../../shared/issue/trust-list-credential.ts'
import type { VerifyOptions } from '../../shared/verify-context.ts'
import { createClock, inDays, NOW } from './clock.ts'
import { accreditations, listUrl, ORIGIN } from './credentials.ts'
import { documentOf, type Issuer, signCompact } from './issuer.ts'
import { AGENCY, COUNCIL, MILL, MINISTRY, REGISTRY, STATUS_SERVICE, UNIVERSITY } from './parties.ts'
import { statusList } from './status-lists.ts'

export const PIN: TrustPin = { origin: ORIGIN, registryKey: REGISTRY.jwk }

type TrustListOrder = Parameters<typeof buildTrustListCredential>[0]

export interface WorldParts {
  readonly accreditations?: readonly string[]
  /** Status lists by address; they are added to the valid ones, null takes one away. */
  readonly lists?: Readonly<Record<string, string | null>>
  /** DID documents by DID; they are added to the valid ones. */
  readonly documents?: Readonly<Record<string, unknown>>
  readonly trustList?: Partial<TrustListOrder>
  readonly deps?: Partial<VerifierDeps>
}

export interface World {
  readonly deps: VerifierDeps
  /** Every address and DID that was asked, in order. */
  readonly asked: readonly string[]
  readonly clockReads: () => number
  readonly verify: (
    credential: string | object,
    options?: VerifyOptions,
  ) => Promise<VerificationResult>
}

/** An organisation as the trust list names it. */
export const listed = ({ did, name, jwk }: Issuer) => ({ did, name, keys: [jwk] })

/** The trust list of the valid world, with some of its order replaced. */
export const trustList = async (
  order: Partial<TrustListOrder> = {},
  signer: Issuer = REGISTRY,
): Promise<string> =>
  signCompact(
    buildTrustListCredential({
      origin: ORIGIN,
      registry: REGISTRY.did,
      sequence: 7,
      validFrom: inDays(-0.5),
      validUntil: inDays(0.5),
      anchors: [listed(MINISTRY)],
      entities: [AGENCY, COUNCIL, UNIVERSITY].map(listed),
      accreditations: order.accreditations ?? (await accreditations()),
      ...order,
    }),
    signer,
  )

const LISTS = {
  [listUrl(COUNCIL, 'revocation')]: await statusList(COUNCIL, 'revocation'),
  [listUrl(COUNCIL, 'suspension')]: await statusList(COUNCIL, 'suspension'),
  [listUrl(UNIVERSITY, 'revocation')]: await statusList(UNIVERSITY, 'revocation'),
  [listUrl(AGENCY, 'revocation')]: await statusList(AGENCY, 'revocation'),
  [listUrl(MINISTRY, 'revocation')]: await statusList(MINISTRY, 'revocation'),
}
const DOCUMENTS: Readonly<Record<string, unknown>> = Object.fromEntries(
  [STATUS_SERVICE, MILL].map((issuer) => [issuer.did, documentOf(issuer)]),
)
const TRUST_LIST = await trustList()
/** One for all worlds: what was proved in one must change no verdict in another. */
const MEMORY = createVerifierMemory()

/** Builds the world; without arguments every credential of `credentials.ts` is verified in it. */
export async function createWorld(parts: WorldParts = {}): Promise<World> {
  const asked: string[] = []
  const clock = createClock()
  const engine = createSignatureEngine()
  const lists: Readonly<Record<string, string | null>> = { ...LISTS, ...parts.lists }
  const documents = { ...DOCUMENTS, ...parts.documents }
  const text =
    parts.accreditations || parts.trustList
      ? await trustList({
          ...(parts.accreditations && { accreditations: parts.accreditations }),
          ...parts.trustList,
        })
      : TRUST_LIST
  const deps: VerifierDeps = {
    now: clock.now,
    engine,
    memory: MEMORY,
    trust: () => readTrustList(text, PIN, { nowSeconds: NOW, lowestSequence: 0, engine }),
    lookUp: {
      didDocument: async (did) => {
        asked.push(did)
        if (!Object.hasOwn(documents, did)) throw new Error(`No test listed ${did}`)
        return ok(documents[did])
      },
      statusList: async (url) => {
        asked.push(url)
        const list = lists[url]
        if (list === undefined) throw new Error(`No test listed ${url}`)
        return list === null ? err('unreachable') : ok({ text: list, fetchedAtSeconds: NOW })
      },
      keyDocument: async (url) => {
        asked.push(url)
        if (!Object.hasOwn(documents, url)) throw new Error(`No test listed ${url}`)
        return ok(documents[url])
      },
    },
    ...parts.deps,
  }
  return {
    deps,
    asked,
    clockReads: clock.reads,
    verify: (credential, options) => verifyCredential(credential, deps, options),
  }
}
