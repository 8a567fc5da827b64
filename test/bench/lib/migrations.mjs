// Brings a database of workerd up to date with the Worker's migrations.
import { readD1Migrations } from '@cloudflare/vitest-pool-workers'
import { inRoot } from '../../../scripts/paths.mjs'

/** @param {D1Database} db an empty one */
export async function applyMigrations(db) {
  for (const { queries } of await readD1Migrations(inRoot('worker', 'migrations'))) {
    await db.batch(queries.map((query) => db.prepare(query)))
  }
}
