// The queue behind batches: one message is one chunk of one batch. D1 holds the truth, messages only wake.
import type { Services } from '../services.ts'
import { signChunk } from './sign-chunk.ts'

export interface BatchMessage {
  readonly batchId: string
}

type Woken = Pick<Message<BatchMessage>, 'body' | 'ack' | 'retry'>

/** Signs one chunk for each message and asks for the next one. A message that fails comes again. */
export async function workOffBatches(
  services: Services,
  messages: readonly Woken[],
): Promise<void> {
  for (const message of messages) {
    try {
      const { batchId } = message.body
      if ((await signChunk(services, batchId)) === 'more') {
        await services.wakeBatches([batchId])
      }
      message.ack()
    } catch (error) {
      logFailure(error)
      message.retry()
    }
  }
}

/**
 * Wakes, at the first request of a process, what was running when the last one ended: queues of a local Worker live in its memory.
 * Where that fails the request goes on, and the next one tries again.
 */
export function createResume(): (
  services: Pick<Services, 'batches' | 'wakeBatches'>,
) => Promise<void> {
  let isDone = false
  return async ({ batches, wakeBatches }) => {
    if (isDone) return
    isDone = true
    try {
      const running = await batches.running()
      if (running.length > 0) await wakeBatches(running)
    } catch (error) {
      isDone = false
      logFailure(error)
    }
  }
}

const logFailure = (error: unknown): void =>
  console.error(
    JSON.stringify({ event: 'batch', name: error instanceof Error ? error.name : 'unknown' }),
  )
