// What the Worker takes from its surroundings: clock, network, randomness. Passed in, so that tests can hold them still.
import { encodeBase64Url } from '../shared/encoding/base64url.ts'
import {
  createSignatureEngine,
  createTrustListReader,
  createVerifierMemory,
  type SignatureEngine,
  type TrustListReader,
  type VerifierMemory,
} from '../shared/index.ts'

export interface Platform {
  /** Seconds since the Unix epoch. */
  readonly now: () => number
  /** The second by which the signing of status lists is counted: the same clock, but one that a test can let run while `now` stands. */
  readonly signingSecond: () => number
  readonly wait: (milliseconds: number) => Promise<void>
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly uuid: () => string
  /** A whole number from 0 to below the limit, evenly drawn. */
  readonly randomIndex: (limit: number) => number
  /** 128 random bits, base64url. */
  readonly salt: () => string
  /** Holds imported public keys for the life of the isolate. */
  readonly engine: SignatureEngine
  /** Status lists and accreditations that this isolate has verified. */
  readonly memory: VerifierMemory
  /** Reads the own trust list, once for as long as it does not change. */
  readonly readTrustList: TrustListReader
}

export function createPlatform(): Platform {
  const engine = createSignatureEngine()
  const now = () => Math.floor(Date.now() / 1000)
  return {
    now,
    signingSecond: now,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    fetch: (url, init) => fetch(url, init),
    uuid: () => crypto.randomUUID(),
    randomIndex,
    salt: () => encodeBase64Url(crypto.getRandomValues(new Uint8Array(16))),
    engine,
    memory: createVerifierMemory(),
    readTrustList: createTrustListReader(engine),
  }
}

/** Values at the ragged end of the 32-bit range are drawn again: they would make the first indices likelier. */
function randomIndex(limit: number): number {
  const fair = 2 ** 32 - (2 ** 32 % limit)
  for (;;) {
    const [value = 0] = crypto.getRandomValues(new Uint32Array(1))
    if (value < fair) return value % limit
  }
}
