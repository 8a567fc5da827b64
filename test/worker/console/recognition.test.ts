// /console/recognition: an accreditor says that a school closed, or that its awards are in doubt.
import { describe, expect, it } from 'vitest'
import type { OperatorRole } from '../../../worker/storage/operators.ts'
import { pageOf, visit, wordsOf } from '../support/console.ts'
import { foundFourEyes } from '../support/four-eyes.ts'
import { degreeOrder } from '../support/orders.ts'
import { foundSchool } from '../support/remarks.ts'
import { startServer } from '../support/server.ts'
import { accredit, found, issue, verify } from '../support/world.ts'

const server = startServer()
const PATH = '/console/recognition'
const { anchor, archive, school } = await foundSchool(server)
const { credential } = await issue(server, school, degreeOrder())
const approver = await visit(server, anchor.slug, 'approver')
const other = await foundSchool(server)
const award = await issue(server, other.school, degreeOrder())
const proposer = await visit(server, other.anchor.slug, 'proposer')

const CLOSING = {
  remark: 'succession',
  closedSubject: school.did,
  closedOn: '2026-11-01',
  keeper: archive.did,
}
const DOUBT = {
  remark: 'taint',
  doubtedSubject: other.school.did,
  credentialType: 'AchievementCredential',
  awardedFrom: '2025-12-01',
  awardedUntil: '2026-02-01',
  programmes: 'Bachelor of Nursing\r\n\r\nMaster of Medicine',
  reasonCode: 'awards_without_study',
  underReview: 'yes',
}

describe('an accreditor', () => {
  it('closes an issuer, reads what it said, and finds the way to take it back', async () => {
    const response = await approver.post(PATH, CLOSING)
    expect(response.headers.get('location')).toBe(`${PATH}?done=said`)
    expect((await verify(server, credential)).evidence.closing).toMatchObject({
      closedOn: '2026-11-01T00:00:00Z',
      keptBy: { did: archive.did },
    })
    const page = await pageOf(await approver.get(`${PATH}?done=said`))
    expect(wordsOf(page, '[role=status]')).toContain('It is said')
    expect(wordsOf(page, '.console')).toContain('Closed on 2026-11-01; its records are kept by')
    const link = page.querySelector('.console li a')?.getAttribute('href') ?? ''
    expect(wordsOf(await pageOf(await approver.get(link)), 'h1')).toBe('Closing of an issuer')
  })

  it('is told why it cannot close one twice, and what it entered stays', async () => {
    await approver.post(PATH, CLOSING)
    const page = await pageOf(await approver.post(PATH, CLOSING), 409)
    expect(wordsOf(page, '[role=alert]')).toContain('A record of its closing stands already')
    expect(page.querySelector('#field-closedOn')?.getAttribute('value')).toBe('2026-11-01')
  })

  it('doubts awards of some programmes', async () => {
    await proposer.post(PATH, DOUBT)
    expect((await verify(server, award.credential)).verdict).toBe('inconclusive')
    expect(wordsOf(await pageOf(await proposer.get(PATH)), '.console')).toContain(
      'under review: Bachelor of Nursing, Master of Medicine',
    )
  })

  it.each([
    ['closedOn', { ...CLOSING, closedOn: '' }],
    ['closedSubject', { ...CLOSING, closedSubject: '' }],
    ['keeper', { ...CLOSING, keeper: school.did }],
    ['awardedUntil', { ...DOUBT, awardedUntil: '2025-12-01' }],
    ['credentialType', { ...DOUBT, credentialType: '' }],
    ['reasonCode', { ...DOUBT, reasonCode: '' }],
  ])('is led to the field that is wrong: %s', async (field, form) => {
    const page = await pageOf(await proposer.post(PATH, form), 400)
    expect(page.querySelector(`#field-${field}`)?.getAttribute('aria-invalid')).toBe('true')
    expect(page.querySelector(`[role=alert] a[href="#field-${field}"]`)).not.toBeNull()
  })

  it('is refused what it says of somebody whom it did not accredit', async () => {
    const page = await pageOf(
      await proposer.post(PATH, { ...DOUBT, doubtedSubject: school.did }),
      422,
    )
    expect(wordsOf(page, '[role=alert]')).toContain('not accredited by the one that speaks')
  })
})

it('under four eyes it is proposed, in words', async () => {
  const four = await foundFourEyes(server)
  const below = await found(server)
  await accredit(server, four.issuer, below.did)
  const first = await visit(server, four.issuer.slug, 'approver')
  const second = await visit(server, four.issuer.slug, 'approver')
  const response = await first.post(PATH, { ...CLOSING, closedSubject: below.did, keeper: '' })
  expect(response.headers.get('location')).toBe(`${PATH}?done=proposed`)
  const list = await pageOf(await second.get('/console/proposals'))
  const href = list.querySelector('.rows a')?.getAttribute('href') ?? ''
  expect(wordsOf(await pageOf(await second.get(href)), '.order')).toContain('that an issuer closed')
})

it.each(['auditor', 'admin'] satisfies OperatorRole[])(
  'the role %s reads it and says nothing',
  async (role) => {
    const visitor = await visit(server, anchor.slug, role)
    const page = await pageOf(await visitor.get(PATH))
    expect(page.querySelector('main .console form')).toBeNull()
    await pageOf(await visitor.post(PATH, CLOSING), 403)
  },
)

it('who accredited nobody is told so', async () => {
  const visitor = await visit(server, school.slug, 'proposer')
  const page = await pageOf(await visitor.get(PATH))
  expect(wordsOf(page, '.console')).toContain('None.')
  expect(page.querySelector('main .console form')).toBeNull()
})
