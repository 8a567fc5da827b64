// The Worker's entry: requests, and the queue behind batches.
import { createApp } from './app.ts'
import { type BatchMessage, workOffBatches } from './batches/queue.ts'
import type { Env } from './env.ts'
import { createPlatform } from './platform.ts'
import { wireUp } from './wire-up.ts'

const platform = createPlatform()
const { fetch } = createApp(platform)

export default {
  fetch,
  queue: ({ messages }, env) => workOffBatches(wireUp(env, platform), messages),
} satisfies ExportedHandler<Env, BatchMessage>
