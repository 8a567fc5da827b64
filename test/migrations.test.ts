// Migrations over a database that holds something: nothing is lost, and foreign keys hold afterwards. Uses node:sqlite.
import { readdirSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'

const FOLDER = new URL('../worker/migrations/', import.meta.url)
const FILES = readdirSync(FOLDER).sort()

/** Each file in a transaction of its own, as D1 runs it. */
function migrate(db: DatabaseSync, files: readonly string[]) {
  for (const file of files) {
    db.exec(`BEGIN;\n${readFileSync(new URL(file, FOLDER), 'utf8')};\nCOMMIT;`)
  }
}

it('the table of batches is made anew around the rows that lean on it', () => {
  const db = new DatabaseSync(':memory:')
  db.exec('PRAGMA foreign_keys = ON')
  const isNew = (file: string) => file >= '0017'
  migrate(
    db,
    FILES.filter((file) => !isNew(file)),
  )
  db.exec(`
    INSERT INTO issuers (slug, name, did, created_at) VALUES ('a', 'A', 'did:web:a', 1);
    INSERT INTO batches (id, issuer_slug, kind, format, state, row_count, uploaded_by, created_at)
      VALUES ('b', 'a', 'degree', 'vc+jwt', 'running', 2, 'x', 1);
    INSERT INTO batch_rows (batch_id, line, sealed_order) VALUES ('b', 2, 'x'), ('b', 3, 'y');
  `)
  migrate(db, FILES.filter(isNew))
  const [batch] = db.prepare('SELECT id, state, row_count FROM batches').all()
  expect({ ...batch }).toEqual({ id: 'b', state: 'running', row_count: 2 })
  expect(db.prepare('SELECT line FROM batch_rows').all()).toHaveLength(2)
  expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  const orphan = () =>
    db.exec(`INSERT INTO batch_rows (batch_id, line, sealed_order) VALUES ('c', 2, 'x')`)
  expect(orphan).toThrow('FOREIGN KEY')
})
