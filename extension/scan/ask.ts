// Asks the background, again where it was stopped before it could answer. Uses chrome.runtime.
import type { FromPage } from '../platform/message-types.ts'
import { PAGE_LIMITS } from './limits.ts'

const pause = (ms: number) => new Promise<undefined>((resolve) => setTimeout(resolve, ms))

/** False once the extension was reloaded or removed under our feet. */
export const isOrphan = () => chrome.runtime?.id === undefined

/** The background's answer, or null where it gives none. It answers every message that it accepts with an object. */
export async function ask<Answer>(message: FromPage): Promise<Answer | null> {
  for (let attempt = 0; attempt < PAGE_LIMITS.attempts && !isOrphan(); attempt += 1) {
    if (attempt > 0) await pause(150 * 2 ** attempt)
    try {
      const sent: Promise<Answer | undefined> = chrome.runtime.sendMessage(message)
      const answer = await Promise.race([sent, pause(PAGE_LIMITS.answerMs)])
      if (answer !== undefined) return answer
    } catch {
      // The service worker was stopped with our question in hand.
    }
  }
  return null
}
