// The same request with the same Idempotency-Key gets the same answer; another request with it is a conflict.
import { toHex, utf8Decode, utf8Encode } from '../../shared/encoding/bytes.ts'
import type { Services } from '../services.ts'

export interface Replay<T> {
  /** The answer that was given before, undefined where there was none. */
  readonly earlier: () => Promise<T | 'conflict' | undefined>
  /** Statements that keep an answer, sealed: it holds a whole credential. */
  readonly keep: (answer: T) => Promise<readonly D1PreparedStatement[]>
}

/** @param scope - what the key is unique within, and the key */
export async function createReplay<T>(
  { idempotentAnswers, sealer }: Pick<Services, 'idempotentAnswers' | 'sealer'>,
  scope: readonly string[],
  request: unknown,
): Promise<Replay<T>> {
  const scopeHash = await hash(JSON.stringify(scope))
  const requestHash = await hash(JSON.stringify(request))
  const context = `idempotent-answer:${scopeHash}`
  return {
    async earlier() {
      const stored = await idempotentAnswers.find(scopeHash)
      if (!stored) return undefined
      if (stored.requestHash !== requestHash) return 'conflict'
      return JSON.parse(utf8Decode(await sealer.unseal(stored.sealedAnswer, context)) ?? '') as T
    },
    async keep(answer) {
      const sealedAnswer = await sealer.seal(utf8Encode(JSON.stringify(answer)), context)
      return idempotentAnswers.inserts({ scopeHash, requestHash, sealedAnswer })
    },
  }
}

const hash = async (text: string): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8Encode(text))))
