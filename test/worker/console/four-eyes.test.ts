// The console of an issuer that asks for four eyes: its forms propose.
import { describe, expect, it } from 'vitest'
import { visit } from '../support/console.ts'
import { countIssued, putPolicy } from '../support/four-eyes.ts'
import { fromPage, signIn } from '../support/operators.ts'
import { bodyOf, env, startServer, textOf } from '../support/server.ts'
import { found, issue } from '../support/world.ts'

const server = startServer()
const issuer = await found(server)
const { uuid } = await issue(server, issuer)
const admin = fromPage(server, (await signIn(server, issuer.slug, 'admin')).cookie)
await bodyOf(await putPolicy(server, issuer, admin, { fourEyes: true }), 200)
const proposer = await visit(server, issuer.slug, 'proposer')

describe('under four eyes', () => {
  it('the form that issues says that nothing is signed yet', async () => {
    const before = await countIssued(env.DB, issuer)
    const response = await proposer.post('/console/issue/licence', {
      format: 'vc+jwt',
      holder_name: 'Amina Diallo',
      valid_from: '2026-01-01',
      valid_until: '2026-12-31',
      name: 'Licence to practise medicine',
      number: 'NM-1',
      isco08: '2211',
      jurisdiction: 'XM-N',
      scope: 'full',
      step: 'sign',
      key: crypto.randomUUID(),
    })
    expect(await textOf(response, 202)).toContain('Nothing is signed yet')
    expect(await countIssued(env.DB, issuer)).toBe(before)
  })

  it('the form that changes a state proposes the change', async () => {
    const path = `/console/credentials/${uuid}`
    const form = { state: 'suspended', reason: 'Under inquiry' }
    const response = await proposer.post(`${path}/status`, form)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`${path}?done=proposed`)
    expect(await textOf(await proposer.get(`${path}?done=proposed`))).toContain(
      'The change was proposed.',
    )
    const query = 'SELECT state FROM credentials WHERE id = ?1'
    expect(await env.DB.prepare(query).bind(uuid).first('state')).toBe('active')
  })
})
