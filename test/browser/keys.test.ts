// An issuer at its own domain: its approver makes a key in the browser, publishes it, and signs what waits there.
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { joinAs } from './support/operators.ts'
import { picture } from './support/picture.ts'

const { origin, keys, neighbour } = inject('world')
const SLUG = 'harbour-college'
const DID = `did:web:${encodeURIComponent(neighbour)}`

let browser: BrowserWithExtension
let site: Server
let apiKey: string
/** What stands at `/.well-known/did.json` of the issuer's own site. */
let didDocument = ''

const post = async (path: string, key: string, body: object): Promise<unknown> => {
  const answer = await fetch(origin + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.ok, `${path} answered ${answer.status}`).toBe(true)
  return answer.json()
}

const order = (name: string) =>
  post(`/v1/issuers/${SLUG}/credentials`, apiKey, {
    kind: 'degree',
    format: 'vc+jwt',
    subject: { name },
    validFrom: '2026-01-01T00:00:00Z',
    degree: {
      name: 'Bachelor of Nursing',
      description: 'Three years of nursing with clinical rotations.',
      fieldOfStudy: 'Nursing',
      achievementType: 'BachelorDegree',
      eqf: 6,
      awardedDate: '2026-01-01',
    },
  })

const accredit = () =>
  post('/v1/issuers/ministry-of-education/accreditations', keys.admin, {
    subject: { did: DID, name: 'Harbour College' },
    credentialTypes: ['AchievementCredential'],
    validFrom: '2020-01-01T00:00:00Z',
    validUntil: '2099-01-01T00:00:00Z',
  })

beforeAll(async () => {
  site = createServer((_, response) => {
    response.writeHead(didDocument === '' ? 404 : 200, { 'content-type': 'application/json' })
    response.end(didDocument)
  })
  const [, port] = neighbour.split(':')
  await new Promise<void>((resolve) => site.listen(Number(port), resolve))
  browser = await openBrowser({ viewport: { width: 320, height: 800 } })
  const body = { slug: SLUG, name: 'Harbour College', did: DID }
  const founded = (await post('/v1/issuers', keys.admin, body)) as { apiKey: string }
  apiKey = founded.apiKey
})
afterAll(async () => {
  await browser.close()
  await new Promise((resolve) => site.close(resolve))
})

/** What anybody who runs scripts in the page can get of the keys that it keeps. */
const exportKeys = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const answerOf = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const store = (await answerOf(indexedDB.open('licet-signing-keys')))
      .transaction('keys')
      .objectStore('keys')
    const kept = await answerOf<{ privateKey: CryptoKey }[]>(store.getAll())
    return Promise.all(
      kept.flatMap(({ privateKey }) =>
        (['jwk', 'pkcs8', 'raw'] as const).map((format) =>
          crypto.subtle.exportKey(format, privateKey).then(
            () => 'exported',
            (error: DOMException) => error.name,
          ),
        ),
      ),
    )
  })

async function lookAt(page: Page, name: string) {
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `${name} at ${width} px`).toBeLessThanOrEqual(0)
    await picture(page, `console-${name}-${width}`)
  }
}

it('makes a key that cannot be taken out, publishes it, and signs with it', async () => {
  const page = await joinAs(browser.context, SLUG, 'approver')
  await page.getByRole('link', { name: 'Keys', exact: true }).click()
  await page.getByRole('button', { name: 'Make a key in this browser' }).click()
  const document = page.getByLabel('The DID document')
  await document.waitFor()
  await lookAt(page, 'key-made')
  expect(await exportKeys(page)).toEqual(Array(3).fill('InvalidAccessError'))

  const check = page.getByRole('button', { name: 'Check that it is in place, and register it' })
  await check.click()
  await page.getByRole('alert').filter({ hasText: 'could not be fetched' }).waitFor()
  didDocument = await document.inputValue()
  await check.click()
  await page.getByRole('status').filter({ hasText: 'holds an active key' }).waitFor()
  await lookAt(page, 'key-registered')

  await accredit()
  await order('Amina Diallo')
  await order('Bo Eriksen')
  await page.getByRole('link', { name: 'Sign what waits', exact: true }).click()
  await page.getByRole('button', { name: 'Sign all 3' }).waitFor()
  expect(await page.locator('.requests').textContent()).toContain('Amina Diallo')
  await lookAt(page, 'signing')
  await page.getByRole('button', { name: 'Sign all 3' }).click()
  await page.getByRole('button', { name: 'Yes, sign these 3' }).click()
  await page.getByText('Nothing waits for a signature.').waitFor()
  await lookAt(page, 'signed')

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Save what was signed' }).click()
  const lines = (await readFile(await (await downloading).path(), 'utf8')).trim().split('\n')
  expect(lines).toHaveLength(2)
  for (const line of lines) {
    const { credential } = JSON.parse(line) as { credential: string }
    const result = (await post('/v1/verifications', '', { credential })) as {
      readonly verdict: string
      readonly checks: readonly { readonly check: string; readonly outcome: string }[]
    }
    expect(result.checks.filter(({ outcome }) => outcome === 'fail')).toEqual([])
    expect(result.verdict).toBe('verified')
  }
  await page.close()
})

/** A table of three degrees that was started. */
async function startTable() {
  const header =
    'holder_name,valid_from,name,description,achievement_type,eqf,field_of_study,awarded_date'
  const rows = ['Dina Osei', 'Eli Fox', 'Fay Lund'].map(
    (name) =>
      `${name},2026-01-01,Bachelor of Nursing,Three years of nursing.,BachelorDegree,6,Nursing,2026-01-01`,
  )
  const answer = await fetch(`${origin}/v1/issuers/${SLUG}/batches?kind=degree`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'text/csv' },
    body: [header, ...rows].join('\n'),
  })
  const { id, state } = (await answer.json()) as { id: string; state: string }
  expect(state).toBe('ready')
  await post(`/v1/issuers/${SLUG}/batches/${id}/start`, apiKey, {})
}

it('signs a whole table, once somebody looked at it', async () => {
  await startTable()
  const page = await joinAs(browser.context, SLUG, 'approver')
  await page.goto(`${origin}/console/signing`)
  const sign = page.getByRole('button', { name: 'Sign this table of 3' })
  await sign.waitFor()
  expect(await page.locator('.tables').textContent()).toContain('Dina Osei')
  await lookAt(page, 'signing-table')
  await sign.click()
  await page.getByText('The credentials are among the results of the batch.').waitFor()
  await page.close()
})

it('shows another browser that the key is not there', async () => {
  const other = await openBrowser()
  try {
    await order('Carla Nunes')
    const page = await joinAs(other.context, SLUG, 'approver')
    await page.goto(`${origin}/console/signing`)
    await page.getByText('a key that is not in this browser').waitFor()
    expect(await page.getByRole('button', { name: /^Sign/ }).count()).toBe(1)
  } finally {
    await other.close()
  }
})
