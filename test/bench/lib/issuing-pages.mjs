// How long the Worker takes for each console page and each list of the API, asked as operators of every role would.
import { createHash, randomUUID } from 'node:crypto'
import { workerdSeconds } from './cpu-time.mjs'
import { DEGREE } from './issuing-client.mjs'
import { ADMIN_KEY } from './issuing-worker.mjs'

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

/** What stands in an address for each parameter, of the first batch. @param propose - answers the id of a proposal */
async function parametersOf(db, slug, propose) {
  const { id: batchId } = await db
    .prepare('SELECT id FROM batches WHERE issuer_slug = ?1')
    .bind(slug)
    .first()
  const { id: credentialId } = await db
    .prepare('SELECT credential_id AS id FROM batch_results WHERE batch_id = ?1')
    .bind(batchId)
    .first()
  const { kid } = await db
    .prepare('SELECT signing_kid AS kid FROM credentials WHERE id = ?1')
    .bind(credentialId)
    .first()
  const { id: operatorId } = await db
    .prepare(`SELECT id FROM operators WHERE issuer_slug = ?1 AND role = 'proposer'`)
    .bind(slug)
    .first()
  return [
    [/^(.*\/credentials\/):id/, credentialId],
    [/^(.*\/batches\/):id/, batchId],
    [/^(.*\/team\/):id/, operatorId],
    [/^(.*\/proposals\/):id/, await propose()],
    [/^(.*\/keys\/):kid/, kid.slice(kid.indexOf('#') + 1)],
    [/^(.*\/):kind/, 'degree'],
    [/^(.*\/batches\/template)$/, '?kind=degree'],
    [/^(.*\/audit\/sample)$/, '?seed=a&size=50'],
  ]
}

const addressOf = (path, slug, parameters) =>
  parameters.reduce(
    (address, [where, value]) => address.replace(where, (_, before) => before + value),
    path.replace(':slug', slug),
  )

/** The id of a proposal: four eyes are asked for as long as one credential is. */
async function proposeOne({ ask }, db, slug, key) {
  await db
    .prepare('INSERT INTO issuer_policies (issuer_slug, four_eyes, changed_at) VALUES (?1, 1, 1)')
    .bind(slug)
    .run()
  const body = JSON.stringify(DEGREE)
  const { proposal } = await (
    await ask('POST', `/v1/issuers/${slug}/credentials`, { key, body })
  ).json()
  await db.prepare('DELETE FROM issuer_policies WHERE issuer_slug = ?1').bind(slug).run()
  return proposal.id
}

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
export async function timePages({ ask, send }, db, slug, key) {
  const cookies = await createSessions(db, slug)
  const callers = [
    ...cookies.map((cookie) => ({ cookie })),
    { authorization: `Bearer ${key}` },
    { authorization: `Bearer ${ADMIN_KEY}` },
    {},
  ]
  const parameters = await parametersOf(db, slug, () => proposeOne({ ask }, db, slug, key))
  const paths = await (await ask('GET', '/bench/paths')).json()
  const known = paths
    .filter((path) => !WHOLE.some((end) => path.endsWith(end)))
    .map((path) => addressOf(path, slug, parameters))
  const addresses = [...known, ...(await furtherLists(db, slug))]
  const timed = []
  const others = []
  for (const address of addresses) {
    const headers = address.includes(':') ? undefined : await callerOf(send, address, callers)
    if (headers === undefined) {
      others.push(address)
      continue
    }
    const times = []
    const cpu = workerdSeconds()
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now()
      await (await send('GET', address, { headers })).text()
      times.push(performance.now() - start)
    }
    const ms = ((workerdSeconds() - cpu) * 1000) / ROUNDS
    timed.push({ address, cpu: ms, median: median(times), worst: Math.max(...times) })
  }
  return { timed, others }
}

/** Of somebody who may read it; undefined where nobody of them can. */
async function callerOf(send, address, callers) {
  for (const headers of callers) {
    const response = await send('GET', address, { headers })
    await response.text()
    if (response.ok) return headers
  }
  return undefined
}
