// The whole Worker in workerd, with D1 and its queue on this machine's disk, and its inspector open.
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { applyMigrations } from './migrations.mjs'

export const ORIGIN = 'http://localhost:8787'
export const ADMIN_KEY = 'licet_admin_bench'

async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../issuing-entry.mjs', import.meta.url))],
    bundle: true,
    format: 'esm',
    target: 'es2024',
    platform: 'browser',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*'],
    define: { global: 'globalThis' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text' },
    logLevel: 'error',
    write: false,
  })
  return outputFiles[0].text
}

/** @param folder - where the database lies */
export async function startWorker(folder) {
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: await bundle(),
      compatibilityDate: '2026-08-15',
      inspectorPort: 0,
      d1Databases: ['DB'],
      d1Persist: folder,
      queueProducers: { BATCH_QUEUE: 'licet-batches' },
      queueConsumers: { 'licet-batches': { maxBatchSize: 1, maxBatchTimeout: 0 } },
      bindings: {
        LICET_ORIGIN: ORIGIN,
        LICET_DEVELOPMENT_HOSTS: 'localhost:8787',
        LICET_SEALING_KEY: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
        LICET_ADMIN_KEY_HASH: createHash('sha256').update(ADMIN_KEY).digest('hex'),
      },
    }),
  )
  await applyMigrations(await miniflare.getD1Database('DB'))
  return miniflare
}
