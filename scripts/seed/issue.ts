// Issues the demo's credentials, and lets happen to them what happened. Uses the HTTP API.
import type { readKeys } from '../secrets.mjs'
import { ask } from './api.ts'
import type { Plan } from './credentials.ts'
import type { Memory } from './once.ts'

export interface Issued {
  readonly id: string
  readonly credential: string
}

interface Answer {
  readonly id: string
  /** An object where the proof is inside. */
  readonly credential: string | object
}

/** As text that cannot end the script element around it. */
const inScript = (credential: object) => JSON.stringify(credential).replaceAll('<', '\\u003c')

interface Context {
  readonly origin: string
  readonly memory: Memory
  readonly keys: Awaited<ReturnType<typeof readKeys>>
}

/** `urn:uuid:…` → the UUID, as paths take it. */
export const uuidOf = (id: string) => id.slice('urn:uuid:'.length)

export async function issue(name: string, plan: Plan, { origin, memory, keys }: Context) {
  const key = keys.issuers[plan.issuer]?.apiKey ?? ''
  const issued = await memory.once(`credential ${name}`, async () => {
    const { id, credential } = (await ask({
      method: 'POST',
      url: `${origin}/v1/issuers/${plan.issuer}/credentials`,
      key,
      idempotencyKey: `seed-${name}`,
      body: plan.body,
    })) as Answer
    return { id, credential: typeof credential === 'string' ? credential : inScript(credential) }
  })
  const { afterwards } = plan
  if (afterwards) {
    await memory.once(`status ${name}`, async () => {
      const url = `${origin}/v1/issuers/${plan.issuer}/credentials/${uuidOf(issued.id)}/status`
      await ask({ method: 'PATCH', url, key, body: afterwards })
    })
  }
  return issued
}
