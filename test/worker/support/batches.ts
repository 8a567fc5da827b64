// Batches in tests: tables of degrees, uploads, and a queue that works only when a test says so.
import type { BatchMessage } from '../../../worker/batches/queue.ts'
import { workOffBatches } from '../../../worker/batches/queue.ts'
import type { Env } from '../../../worker/env.ts'
import { wireUp } from '../../../worker/wire-up.ts'
import { bodyOf, type Server } from './server.ts'
import type { Founded } from './world.ts'

export interface BatchBody {
  readonly id: string
  readonly state: string
  readonly rows: number
  readonly badRows: number
  readonly signed: number
}

/** A queue whose messages lie in memory, as a local one's do. */
export function createHeldQueue() {
  const messages: BatchMessage[] = []
  const queue = {
    sendBatch: async (sent: Iterable<{ readonly body: BatchMessage }>) => {
      messages.push(...[...sent].map(({ body }) => body))
    },
  } as unknown as Env['BATCH_QUEUE']
  return { queue, messages }
}

export type HeldQueue = ReturnType<typeof createHeldQueue>

/** Hands over one message; answers what was done with it, undefined where there was none. */
export async function workOffOne(
  { platform, settings }: Server,
  { messages }: HeldQueue,
): Promise<'acked' | 'retried' | undefined> {
  const body = messages.shift()
  if (!body) return undefined
  let fate: 'acked' | 'retried' | undefined
  const message = {
    body,
    ack: () => {
      fate = 'acked'
    },
    retry: () => {
      fate = 'retried'
    },
  }
  await workOffBatches(wireUp(settings, platform), [message])
  return fate
}

export async function workOffAll(server: Server, queue: HeldQueue): Promise<void> {
  while (queue.messages.length > 0) await workOffOne(server, queue)
}

export const DEGREE_HEADER =
  'holder_name,valid_from,name,description,achievement_type,eqf,awarded_date,key'

/** A row of a degree; a test changes one cell. */
export const degreeRow = (
  number: number,
  {
    name = `Student ${number}`,
    validFrom = '2026-01-01',
    type = 'MasterDegree',
    eqf = '7',
    key = '',
  } = {},
): string =>
  `${name},${validFrom},Master of Medicine,"Six years, with rotations.",${type},${eqf},2026-01-01,${key}`

export const degreeTable = (rows: readonly string[]): string =>
  `${[DEGREE_HEADER, ...rows].join('\r\n')}\r\n`

export const degreeRows = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => degreeRow(at + 1))

export const upload = (
  server: Server,
  issuer: Pick<Founded, 'slug' | 'apiKey'>,
  body: BodyInit,
  query = 'kind=degree',
  contentType = 'text/csv',
): Promise<Response> =>
  Promise.resolve(
    server.app.request(
      `${server.settings.LICET_ORIGIN}/v1/issuers/${issuer.slug}/batches?${query}`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${issuer.apiKey}`, 'content-type': contentType },
        body,
      },
      server.settings,
    ),
  )

export const uploaded = async (
  server: Server,
  issuer: Founded,
  rows: readonly string[],
  query?: string,
): Promise<BatchBody> =>
  bodyOf<BatchBody>(await upload(server, issuer, degreeTable(rows), query), 201)

export const batchPath = ({ slug }: Founded, { id }: BatchBody, more = ''): string =>
  `/v1/issuers/${slug}/batches/${id}${more}`

export const startBatch = (server: Server, issuer: Founded, batch: BatchBody): Promise<Response> =>
  server.post(batchPath(issuer, batch, '/start'), { key: issuer.apiKey })

export const stateOf = async (server: Server, issuer: Founded, batch: BatchBody) =>
  bodyOf<BatchBody>(await server.get(batchPath(issuer, batch), { key: issuer.apiKey }), 200)
