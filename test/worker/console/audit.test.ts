// /console/audit: the log for those who audit.
import { describe, expect, it } from 'vitest'
import { pageOf, visit, wordsOf } from '../support/console.ts'
import { startServer, textOf } from '../support/server.ts'
import { found, issue } from '../support/world.ts'

const server = startServer()
const issuer = await found(server)
const other = await found(server)
const issued = await issue(server, issuer)
const foreign = await issue(server, other)
for (let count = 0; count < 55; count += 1) await issue(server, issuer)
const auditor = await visit(server, issuer.slug, 'auditor')
const entriesOf = (document: Document) =>
  Array.from(document.querySelectorAll('.rows strong'), ({ textContent }) =>
    Number.parseInt(textContent ?? '', 10),
  )

describe('the log', () => {
  it('is read page by page down to its first entry, and tells of nobody else', async () => {
    const first = await pageOf(await auditor.get('/console/audit'))
    const older = first.querySelector('.pages a')?.getAttribute('href') ?? ''
    const second = await pageOf(await auditor.get(older))
    const numbers = [...entriesOf(first), ...entriesOf(second)]
    expect(numbers.at(-1)).toBe(1)
    expect(numbers).toEqual(numbers.map((_, index) => numbers.length - index))
    expect(second.querySelector('.pages a')).toBeNull()
    expect(wordsOf(second, '.rows')).toContain(issued.id)
    expect(wordsOf(first, '.rows') + wordsOf(second, '.rows')).not.toContain(foreign.id)
  })

  it('is verified, and its newest hash is shown', async () => {
    const document = await pageOf(await auditor.get('/console/audit?verify=yes'))
    expect(wordsOf(document, '[role=status]')).toMatch(/The chain holds: \d+ entries.*[\w-]{40,}/)
  })

  it('is sampled, the same way for the same seed', async () => {
    const draw = async (seed: string) =>
      entriesOf(await pageOf(await auditor.get(`/console/audit?seed=${seed}&size=5`)))
    const drawn = await draw('spring')
    expect(drawn).toHaveLength(5)
    expect(await draw('spring')).toEqual(drawn)
    expect(await draw('autumn')).not.toEqual(drawn)
  })

  it('is exported by a link that works', async () => {
    const document = await pageOf(await auditor.get('/console/audit'))
    const link = document.querySelector('a[href$="/export"]')?.getAttribute('href') ?? ''
    expect(await textOf(await auditor.get(link))).toContain('credential.issued')
  })

  it.each(['before=x', 'size=0&seed=', 'verify=no'])('ignores ?%s', async (query) => {
    const document = await pageOf(await auditor.get(`/console/audit?${query}`))
    expect(wordsOf(document, '#entries-heading')).toBe('Newest entries')
  })

  it.each(['proposer', 'approver'] as const)('is not shown to the role %s', async (role) => {
    const visitor = await visit(server, issuer.slug, role)
    await pageOf(await visitor.get('/console/audit'), 403)
    const home = await pageOf(await visitor.get('/console'))
    expect(home.querySelector('a[href="/console/audit"]')).toBeNull()
  })
})
