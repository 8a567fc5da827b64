// The same request with the same Idempotency-Key gets the same answer; another request with it is a conflict.
import { toHex, utf8Decode, utf8Encode } from '../../shared/encoding/bytes.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Refusal } from '../middleware/problem-details.ts'
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

/**
 * Acts once: the same request with the same scope gets the answer that was kept, another one with it `idempotency.conflict`.
 *
 * @param scope - see `createReplay`; undefined where the caller named no Idempotency-Key
 * @param act - runs the statements of `keep` in its transaction; undefined where they were refused, as somebody was faster
 */
export async function answerOnce<T>(
  services: Pick<Services, 'idempotentAnswers' | 'sealer'>,
  scope: readonly string[] | undefined,
  request: unknown,
  act: (keep: Replay<T>['keep']) => Promise<T | undefined>,
): Promise<Result<T, Refusal>> {
  if (scope === undefined) {
    const answer = await act(async () => [])
    if (answer === undefined) throw new Error('No free place could be drawn')
    return ok(answer)
  }
  const replay = await createReplay<T>(services, scope, request)
  const answer = (await replay.earlier()) ?? (await act(replay.keep)) ?? (await replay.earlier())
  return answer === undefined || answer === 'conflict'
    ? err({ code: 'idempotency.conflict' })
    : ok(answer)
}

const hash = async (text: string): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8Encode(text))))
