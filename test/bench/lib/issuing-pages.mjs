// How long the Worker takes for each console page and each list of the API, asked as operators of every role would.
import { createHash, randomUUID } from 'node:crypto'

const ROLES = ['approver', 'admin', 'auditor', 'proposer']
const ROUNDS = 15
/** They read a whole log, or everything that a batch brought: no pages. */
const WHOLE = ['/audit/verify', '/audit/export', '/results.zip', '/results.csv', '/export']

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]

/** Cookies of somebody of each role, who signed in just now. */
export async function createSessions(db, slug) {
  const sessions = ROLES.map((role) => ({ role, id: randomUUID(), token: randomUUID() }))
  for (const { role, id, token } of sessions) {
    const hash = createHash('sha256').update(token).digest('hex')
    await db.batch([
      db
        .prepare(
          `INSERT INTO operators (id, issuer_slug, name, role, created_at)
           VALUES (?1, ?2, ?3, ?3, unixepoch())`,
        )
        .bind(id, slug, role),
      db
        .prepare(
          `INSERT INTO operator_sessions (token_hash, operator_id, started_at, last_seen_at)
           VALUES (?1, ?2, unixepoch(), unixepoch())`,
        )
        .bind(hash, id),
    ])
  }
  return sessions.map(({ token }) => `licet-session=${token}`)
}

/** What stands in an address for each parameter, of the first batch. */
async function parametersOf(db, slug) {
  const { id: batchId } = await db
    .prepare('SELECT id FROM batches WHERE issuer_slug = ?1')
    .bind(slug)
    .first()
  const { id: credentialId } = await db
    .prepare('SELECT credential_id AS id FROM batch_results WHERE batch_id = ?1')
    .bind(batchId)
    .first()
  const { id: operatorId } = await db
    .prepare(`SELECT id FROM operators WHERE issuer_slug = ?1 AND role = 'proposer'`)
    .bind(slug)
    .first()
  return [
    [/^(.*\/credentials\/):id/, credentialId],
    [/^(.*\/batches\/):id/, batchId],
    [/^(.*\/team\/):id/, operatorId],
    [/^(.*\/issue\/):kind/, 'degree'],
  ]
}

const addressOf = (path, slug, parameters) =>
  parameters.reduce(
    (address, [where, value]) => address.replace(where, (_, before) => before + value),
    path.replace(':slug', slug),
  )

/** Deep in the list, and by every filter: what an index is for. */
async function furtherLists(db, slug) {
  const { id } = await db
    .prepare(
      'SELECT id FROM credentials WHERE issuer_slug = ?1 ORDER BY issued_at, id LIMIT 1 OFFSET 50000',
    )
    .bind(slug)
    .first()
  const queries = [`after=${id}`, 'state=revoked', 'state=active', 'kind=degree']
  return [`/v1/issuers/${slug}/credentials`, '/console/credentials'].flatMap((path) =>
    queries.map((query) => `${path}?${query}`),
  )
}

/** Every GET of the console, and of an issuer in the API, with milliseconds from question to answer. */
export async function timePages({ ask, send }, db, slug) {
  const cookies = await createSessions(db, slug)
  const parameters = await parametersOf(db, slug)
  const paths = await (await ask('GET', '/bench/paths')).json()
  const known = paths
    .filter((path) => !WHOLE.some((end) => path.endsWith(end)))
    .map((path) => addressOf(path, slug, parameters))
  const addresses = [...known, ...(await furtherLists(db, slug))]
  const timed = []
  const others = []
  for (const address of addresses) {
    const cookie = address.includes(':') ? undefined : await cookieFor(send, address, cookies)
    if (cookie === undefined) {
      others.push(address)
      continue
    }
    const times = []
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now()
      await (await send('GET', address, { headers: { cookie } })).text()
      times.push(performance.now() - start)
    }
    timed.push({ address, median: median(times), worst: Math.max(...times) })
  }
  return { timed, others }
}

/** Of somebody who may read it; undefined where nobody of them can. */
async function cookieFor(send, address, cookies) {
  for (const cookie of cookies) {
    const response = await send('GET', address, { headers: { cookie } })
    await response.text()
    if (response.ok) return cookie
  }
  return undefined
}
