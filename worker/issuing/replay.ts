// The same request with the same Idempotency-Key gets the same answer; another request with it is a conflict.
import { toHex, utf8Decode, utf8Encode } from '../../shared/encoding/bytes.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import { isTaken } from '../storage/unique.ts'

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
 * Acts once: the same request with the same scope gets the answer that was kept, another one with it `idempotency.conflict`. A
 * refusal is not kept.
 *
 * @param scope - see `createReplay`; undefined where the caller named no Idempotency-Key
 * @param act - runs the statements of `keep` in its transaction; undefined where a unique key refused them, as somebody was faster
 */
export async function answerOnce<T>(
  services: Pick<Services, 'idempotentAnswers' | 'sealer'>,
  scope: readonly string[] | undefined,
  request: unknown,
  act: (keep: Replay<T>['keep']) => Promise<Result<T, Refusal> | undefined>,
): Promise<Result<T, Refusal>> {
  if (scope === undefined) {
    const done = await act(async () => [])
    if (!done) throw new Error('No free place could be drawn')
    return done
  }
  const replay = await createReplay<T>(services, scope, request)
  const before = await replay.earlier()
  const done = before === undefined ? await undefinedIfTaken(act(replay.keep)) : undefined
  if (done?.ok) return done
  // Whoever sent it twice at the same time may have been refused for what the first one did.
  const answer = before ?? (await replay.earlier())
  if (answer === undefined && done) return done
  return answer === undefined || answer === 'conflict'
    ? err({ code: 'idempotency.conflict' })
    : ok(answer)
}

async function undefinedIfTaken<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (isTaken(error)) return undefined
    throw error
  }
}

const hash = async (text: string): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8Encode(text))))
