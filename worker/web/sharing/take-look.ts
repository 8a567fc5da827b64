// One look, as the Worker counts it. Uses fetch.
import type { Look } from '../../../shared/wire/shares.ts'

/** What a holder may ask first. */
export type Question = keyof Look

export interface Terms {
  /** RFC 3339, UTC. */
  readonly expiresAt: string
  readonly recheckAfterSeconds: number
}

export type LookAnswer =
  | ({ readonly kind: 'sealed'; readonly ciphertext: string } & Terms)
  | { readonly kind: 'asked'; readonly questions: readonly Question[] }
  /** A problem code of the Worker, or `unreachable`. */
  | { readonly kind: 'refused'; readonly code: string }

interface ProblemBody {
  readonly code?: string
  readonly errors?: readonly { readonly field: Question }[]
}

export async function takeLook(id: string, look: Look): Promise<LookAnswer> {
  try {
    const answer = await fetch(`/v1/shares/${id}/looks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(look),
    })
    const body = await answer.json()
    if (answer.ok) return { kind: 'sealed', ...(body as { ciphertext: string } & Terms) }
    const { code = 'unreachable', errors = [] } = body as ProblemBody
    return code === 'share.answers_missing'
      ? { kind: 'asked', questions: errors.map(({ field }) => field) }
      : { kind: 'refused', code }
  } catch {
    return { kind: 'refused', code: 'unreachable' }
  }
}

/** Why what was shown may be shown no more, or undefined. Silence of the Worker is no withdrawal. */
export async function whyWithdrawn(id: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`/v1/shares/${id}/state`)
    return answer.ok ? undefined : ((await answer.json()) as ProblemBody).code
  } catch {
    return undefined
  }
}
