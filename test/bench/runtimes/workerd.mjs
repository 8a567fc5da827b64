// The benchmark in workerd, through Miniflare. Uses the network of this machine.
import { Agent, get } from 'node:http'
import { createRequire } from 'node:module'
import { bundle } from './bundle.mjs'
import { EVERYWHERE } from './everywhere.mjs'

const COMPATIBILITY_DATE = '2026-08-15'
const EMPTY_REQUESTS = 5

const require = createRequire(import.meta.url)

const middleOf = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]

export async function startWorkerd(fixtures) {
  const { convertV4MiniflareOptions, Miniflare } = await import('miniflare')
  const script = await bundle('worker-entry.mjs', fixtures, {
    conditions: ['workerd', 'worker', 'browser'],
  })
  const options = { modules: true, script, compatibilityDate: COMPATIBILITY_DATE }
  const miniflare = new Miniflare(convertV4MiniflareOptions(options))
  const url = await miniflare.ready
  const agent = new Agent({ maxSockets: 1 })
  const ask = (name, times) =>
    new Promise((done, fail) => {
      const start = performance.now()
      const query = new URLSearchParams({ name, times: String(times) })
      get(new URL(`/?${query}`, url), { agent }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () =>
          response.statusCode === 200 ? done(performance.now() - start) : fail(new Error(text)),
        )
      }).on('error', fail)
    })
  return {
    label: 'workerd',
    version: require('workerd/package.json').version,
    contestants: EVERYWHERE,
    /** A request that does the work, less one that does none. */
    time: async (name, times) => {
      const empty = []
      for (let i = 0; i < EMPTY_REQUESTS; i++) empty.push(await ask(name, 0))
      return Math.max(0.01, (await ask(name, times)) - middleOf(empty))
    },
    stop: async () => {
      agent.destroy()
      await miniflare.dispose()
    },
  }
}
