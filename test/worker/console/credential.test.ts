// /console/credentials/{id}: a credential's state, and its change by a form.
import { beforeEach, describe, expect, it } from 'vitest'
import { formatDateTime } from '../../../shared/encoding/time.ts'
import type { OperatorRole } from '../../../worker/storage/operators.ts'
import { pageOf, type Visitor, visit, wordsOf } from '../support/console.ts'
import { signIn } from '../support/operators.ts'
import { degreeOrder } from '../support/orders.ts'
import { startServer } from '../support/server.ts'
import { changeStatus, found, type Issued, issue, verify } from '../support/world.ts'

const server = startServer()
const issuer = await found(server)
const other = await found(server)
const proposer = await visit(server, issuer.slug, 'proposer')
let licence: Issued

beforeEach(async () => {
  licence = await issue(server, issuer)
})

const pathOf = ({ uuid }: Issued) => `/console/credentials/${uuid}`
const send = (form: Record<string, string>, visitor: Visitor = proposer) =>
  visitor.post(`${pathOf(licence)}/status`, { state: 'suspended', reason: 'An inquiry', ...form })
const stateNow = async () => wordsOf(await pageOf(await proposer.get(pathOf(licence))), '.facts')

describe('the page', () => {
  it('offers every state that the credential has a place for, but its own', async () => {
    const offered = async (issued: Issued) => {
      const document = await pageOf(await proposer.get(pathOf(issued)))
      return Array.from(
        document.querySelectorAll('#field-state option[value]:not([value=""])'),
        (option) => option.getAttribute('value'),
      )
    }
    expect(await offered(licence)).toEqual([
      'conditions',
      'suspended',
      'lapsed',
      'surrendered',
      'revoked',
    ])
    expect(await offered(await issue(server, issuer, degreeOrder()))).toEqual(['revoked'])
  })

  it.each(['auditor', 'admin'] satisfies OperatorRole[])(
    'has no form for the role %s',
    async (role) => {
      const { get } = await visit(server, issuer.slug, role)
      const document = await pageOf(await get(pathOf(licence)))
      expect(document.querySelector('main form[action*="status"]')).toBeNull()
    },
  )

  it('says that a revocation is final', async () => {
    await changeStatus(server, issuer, licence.uuid, 'revoked')
    const document = await pageOf(await proposer.get(pathOf(licence)))
    expect(document.querySelector('main form[action*="status"]')).toBeNull()
    expect(wordsOf(document, 'main')).toContain('A revocation is final.')
  })
})

describe('a change', () => {
  it('is made, said, and seen by verifiers', async () => {
    const response = await send({})
    expect(response.status).toBe(303)
    const location = response.headers.get('location') ?? ''
    const document = await pageOf(await proposer.get(location))
    expect(wordsOf(document, '[role=status]')).toContain('The state was changed.')
    expect(wordsOf(document, '.facts')).toContain('Suspended')
    const { verdict } = await verify(server, licence.credential)
    expect(verdict).toBe('not_in_force')
  })

  it('to revoked asks once more, and changes nothing until then', async () => {
    const document = await pageOf(await send({ state: 'revoked' }))
    expect(wordsOf(document, '[role=alert]')).toContain('A revocation is final.')
    expect(await stateNow()).toContain('In force')
    const form = Object.fromEntries(
      Array.from(document.querySelectorAll('main .console input[type=hidden]'), (input) => [
        input.getAttribute('name') ?? '',
        input.getAttribute('value') ?? '',
      ]),
    )
    expect(form).toMatchObject({ state: 'revoked', reason: 'An inquiry', confirmed: 'yes' })
    expect((await send(form)).status).toBe(303)
    expect(await stateNow()).toContain('Revoked')
  })
})

const DATED = { effectiveFrom: '2099-01-01T08:30', until: '2099-02-01T08:30' }
const find = async (words: string) => {
  const document = await pageOf(await proposer.get(pathOf(licence)))
  const rows = Array.from(document.querySelectorAll('.rows li'))
  return { document, row: rows.find(({ textContent }) => textContent?.includes(words)) }
}
const cancel = (form: Record<string, string>, visitor: Visitor = proposer) =>
  visitor.post(`${pathOf(licence)}/status/cancellations`, form)

describe('a change with dates', () => {
  it('is planned, in UTC, and told with its reason and whoever made it', async () => {
    const response = await send({ ...DATED, reasonCode: 'fitness_to_practise' })
    expect(response.headers.get('location')).toBe(`${pathOf(licence)}?done=planned`)
    expect(await stateNow()).toContain('In force')
    const { document, row } = await find('Suspended from 2099-01-01 08:30 UTC')
    expect(row?.textContent).toContain('Fitness to practise: An inquiry')
    expect(row?.textContent).toMatch(/by Operator \d+/)
    expect(wordsOf(document, '[aria-labelledby=scheduled-heading]')).toContain(
      'In force from 2099-02-01 08:30 UTCThe suspension ends by itself.',
    )
  })

  it('that is past is asked about first', async () => {
    server.clock.now += 120
    const form = { effectiveFrom: formatDateTime(server.clock.now - 60).slice(0, 19) }
    const document = await pageOf(await send(form))
    expect(wordsOf(document, '[role=alert]')).toContain('which is past')
    expect(await stateNow()).toContain('In force')
    const response = await send({ ...form, confirmed: 'yes' })
    expect(response.headers.get('location')).toBe(`${pathOf(licence)}?done=changed`)
    expect(await stateNow()).toContain('Suspended')
  })

  it('is taken back after a second word, and the history says by whom', async () => {
    await send(DATED)
    const { row } = await find('Suspended from 2099-01-01')
    const change = row?.querySelector('input[name=change]')?.getAttribute('value') ?? ''
    const document = await pageOf(await cancel({ change }))
    expect(wordsOf(document, '[role=alert]')).toContain('Take back: Suspended from 2099-01-01')
    expect((await find('Suspended from 2099-01-01')).row?.textContent).not.toContain(
      'taken back by',
    )
    const response = await cancel({ change, confirmed: 'yes' })
    expect(response.headers.get('location')).toBe(`${pathOf(licence)}?done=cancelled`)
    const after = await find('Suspended from 2099-01-01')
    expect(after.document.querySelector('#scheduled-heading')).toBeNull()
    expect(after.row?.textContent).toMatch(/taken back by Operator \d+/)
  })

  it('is shown to auditors, who take nothing back', async () => {
    await send(DATED)
    const auditor = await visit(server, issuer.slug, 'auditor')
    const document = await pageOf(await auditor.get(pathOf(licence)))
    expect(wordsOf(document, '[aria-labelledby=scheduled-heading]')).toContain('Suspended')
    expect(document.querySelector('main .rows form')).toBeNull()
    await pageOf(await cancel({ change: '1' }, auditor), 403)
  })

  it.each([
    ['is no number', 400, { change: 'x' }],
    ['is not to come', 409, { change: '999999', confirmed: 'yes' }],
  ] as const)('cannot be taken back where it %s', async (_, status, form) => {
    await pageOf(await cancel(form), status)
  })
})

describe('a change is refused', () => {
  it.each([
    ['state', { state: '' }],
    ['state', { state: 'unheard-of' }],
    ['reason', { reason: ' ' }],
    ['reason', { reason: 'x'.repeat(501) }],
    ['effectiveFrom', { effectiveFrom: 'tomorrow' }],
    ['until', { until: '2026-02-30T00:00' }],
    ['reasonCode', { reasonCode: 'unheard-of' }],
  ])('where its %s is %j, and what was entered is kept', async (name, form) => {
    const document = await pageOf(await send(form), 400)
    const field = document.querySelector(`#field-${name}`)
    expect(field?.getAttribute('aria-invalid')).toBe('true')
    expect(field?.getAttribute('aria-describedby')).toContain(`field-${name}-error`)
    expect(document.querySelector(`[role=alert] a[href="#field-${name}"]`)).not.toBeNull()
    if (name !== 'reason') expect(wordsOf(document, 'textarea')).toBe('An inquiry')
    if (name !== 'state')
      expect(document.querySelector('option[selected]')?.getAttribute('value')).toBe('suspended')
    expect(await stateNow()).toContain('In force')
  })

  it('where the credential was revoked meanwhile, and the page says so', async () => {
    await changeStatus(server, issuer, licence.uuid, 'revoked')
    const document = await pageOf(await send({}), 409)
    expect(wordsOf(document, '[role=alert]')).toContain('A revocation is final')
  })

  it('where its dates make no sense, and what was entered is kept', async () => {
    const form = { effectiveFrom: '2099-02-01T00:00', until: '2099-01-01T00:00' }
    const document = await pageOf(await send(form), 422)
    expect(wordsOf(document, '[role=alert]')).toContain('over before it is known')
    expect(document.querySelector('#field-until')?.getAttribute('value')).toBe('2099-01-01T00:00')
  })

  it('where its kind has no such state', async () => {
    licence = await issue(server, issuer, degreeOrder())
    const document = await pageOf(await send({}), 422)
    expect(wordsOf(document, '[role=alert]')).toBe('This credential can only be revoked.')
  })

  it.each(['auditor', 'admin'] satisfies OperatorRole[])('to the role %s', async (role) => {
    await pageOf(await send({}, await visit(server, issuer.slug, role)), 403)
    expect(await stateNow()).toContain('In force')
  })

  it('to operators of another issuer', async () => {
    await pageOf(await send({}, await visit(server, other.slug, 'proposer')), 404)
    expect(await stateNow()).toContain('In force')
  })

  it('to another site', async () => {
    const { cookie } = await signIn(server, issuer.slug, 'proposer')
    const response = await server.post(`${pathOf(licence)}/status`, {
      headers: {
        cookie,
        origin: 'https://elsewhere.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'state=suspended&reason=Mischief',
    })
    await pageOf(response, 403)
    expect(await stateNow()).toContain('In force')
  })

  it.each(['not-a-uuid', '00000000-0000-4000-8000-000000000000'])('for %s', async (id) => {
    const form = { state: 'suspended', reason: 'An inquiry' }
    await pageOf(await proposer.post(`/console/credentials/${id}/status`, form), 404)
  })
})
