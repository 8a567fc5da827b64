// A page may draw what it likes. It cannot make the panel say what is not true.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { buttonNames, expectMarks } from './support/accessibility.ts'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { openServed } from './support/hostile-page.ts'
import { issueLicence } from './support/issuing.ts'
import { openSurface } from './support/surface.ts'

const UNRECOGNIZED = 'Issuer not recognised: Doctor of Medicine, Victor Hale'
const REJECTED = 'Rejected: Master of Pharmacy, Lukas Brandt'

let browser: BrowserWithExtension
/** Signed by a diploma mill. */
let bought: string
/** Altered after it was signed. */
let altered: string

const credentialOf = async (candidate: string) => {
  const { demoOrigin } = inject('world')
  const answer = await fetch(`${demoOrigin}/demo/candidates/${candidate}/documents/1.jwt`)
  return answer.text()
}

beforeAll(async () => {
  browser = await openBrowser()
  bought = await credentialOf('victor-hale')
  altered = await credentialOf('lukas-brandt')
})
afterAll(() => browser.close())

/** Waits for the panel to say what is expected, and returns all it says. */
async function panelText(page: Page, expected: RegExp): Promise<string> {
  const panel = await openSurface(browser, 'sidepanel.html', page)
  const read = async () => (await panel.locator('body').textContent()) ?? ''
  await expect.poll(read, { timeout: 15_000 }).toMatch(expected)
  const text = await read()
  await panel.close()
  return text
}

it('does not take up a mark that the page draws itself', async () => {
  const page = await openServed(browser.context, {
    html: `<h1>Victor Hale</h1><p id="here">${bought}</p><script>
      const fake = document.createElement('licet-mark')
      const button = document.createElement('button')
      button.setAttribute('aria-label', 'Verified: Doctor of Medicine, Victor Hale')
      fake.attachShadow({ mode: 'closed' }).append(button)
      here.prepend(fake)
    </script>`,
  })
  await expect.poll(() => buttonNames(page)).toContain(UNRECOGNIZED)
  expect(await panelText(page, /Issuer not recognised/)).not.toMatch(/\bVerified\b/)
})

it('says so when the page takes the marks away, and keeps to the verdict', async () => {
  const page = await openServed(browser.context, {
    html: `<h1>Victor Hale</h1><p id="here">${bought}</p><script>
      new MutationObserver(() => { for (const child of [...here.children]) child.remove() })
        .observe(here, { childList: true })
    </script>`,
  })
  const text = await panelText(page, /This page keeps removing our marks/)
  expect(text).toMatch(/Issuer not recognised/)
  expect(text).not.toMatch(/\bVerified\b/)
  await expectMarks(page, [])
})

it('finds the credential in a flood of look-alikes', async () => {
  const page = await openServed(browser.context, {
    html: `<h1>Victor Hale</h1><p>${'-eyJ'.repeat(250_000)}</p><p>${bought}</p><p>${'eyJ.'.repeat(250_000)}</p>`,
  })
  await expectMarks(page, [UNRECOGNIZED])
  expect(await panelText(page, /Issuer not recognised/)).not.toMatch(/\bVerified\b/)
})

it('marks under the strictest content security policy', async () => {
  const page = await openServed(browser.context, {
    headers: {
      'content-security-policy':
        "default-src 'none'; script-src 'none'; style-src 'none'; require-trusted-types-for 'script'; sandbox allow-same-origin",
    },
    html: `<h1>Lukas Brandt</h1><p>${altered}</p>`,
  })
  await expectMarks(page, [REJECTED])
  expect(await panelText(page, /Rejected/)).not.toMatch(/\bVerified\b/)
})

it('drops a verdict when the page exchanges the credential it was about', async () => {
  const { credential } = await issueLicence('Victor Hale')
  const page = await openServed(browser.context, {
    html: `<h1>Victor Hale</h1><p id="here">${credential}</p>`,
  })
  await expectMarks(page, ['Verified: Licence to practise medicine, Victor Hale'])
  await page.evaluate((text) => {
    const here = document.getElementById('here')
    const node = [...(here?.childNodes ?? [])].find(({ nodeType }) => nodeType === Node.TEXT_NODE)
    if (node) node.nodeValue = text
  }, altered)
  await expectMarks(page, [REJECTED])
  expect(await panelText(page, /Rejected/)).not.toMatch(/\bVerified\b/)
})

it('puts a mark back that the page moved to another credential', async () => {
  const { credential } = await issueLicence('Ana Lima')
  const page = await openServed(browser.context, {
    html: `<main><section><h2>Ana Lima</h2><p>${credential}</p></section>
      <section><h2>Victor Hale</h2><p id="here">${bought}</p></section></main>`,
  })
  const marks = ['Verified: Licence to practise medicine, Ana Lima', UNRECOGNIZED]
  await expect.poll(() => buttonNames(page), { timeout: 15_000 }).toHaveLength(2)
  await page.evaluate(() => {
    const stolen = document.querySelector('section p > *')
    if (stolen) document.getElementById('here')?.append(stolen)
  })
  await expect
    .poll(() => page.evaluate(() => document.querySelectorAll('#here > *').length))
    .toBe(1)
  await expect.poll(() => buttonNames(page), { timeout: 15_000 }).toEqual(marks)
})

it('hides no bad mark under a good one where one text holds both credentials', async () => {
  const { credential } = await issueLicence('Victor Hale')
  const page = await openServed(browser.context, {
    html: `<h1>Victor Hale</h1><p id="here">${altered} ${bought} ${credential}</p>`,
  })
  await expectMarks(page, [
    REJECTED,
    UNRECOGNIZED,
    'Verified: Licence to practise medicine, Victor Hale',
  ])
  const seen = await page.evaluate(() => {
    const { left, top } = document.getElementById('here')?.getBoundingClientRect() ?? new DOMRect()
    const along = Array.from({ length: 120 }, (_, x) =>
      document.elementFromPoint(left + x, top + 9),
    )
    return new Set(along.filter((element) => element?.localName.includes('-'))).size
  })
  expect(seen).toBe(3)
})

it('keeps its marks closed to scripts of the page, and out of reach of its styles', async () => {
  const page = await openServed(browser.context, {
    html: `<style>* { opacity: 0 !important; display: none !important }</style>
      <h1>Victor Hale</h1><p id="here">${bought}</p>`,
  })
  await expect
    .poll(() => page.evaluate(() => document.querySelectorAll('#here > *').length))
    .toBe(1)
  const shown = () =>
    page.evaluate(() => {
      const mark = document.querySelector<HTMLElement>('#here > *')
      if (!mark) return 'no mark'
      mark.setAttribute('style', 'opacity: 0 !important; visibility: hidden !important')
      const { opacity, display, visibility } = getComputedStyle(mark)
      return `${opacity} ${display} ${visibility} ${mark.shadowRoot}`
    })
  await expect.poll(shown).toBe('1 inline visible null')
})
