// Operators as people: an invitation, a passkey, out and in again. The authenticator is Chromium's virtual one.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { inRoot } from '../../scripts/paths.mjs'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { lookAt } from './support/look.ts'
import { picture } from './support/picture.ts'

const { origin, keys } = inject('world')
const COUNCIL = 'northmark-medical-council'
const ADMIN = inRoot('scripts', 'admin.mjs')
const run = promisify(execFile)

let browser: BrowserWithExtension

beforeAll(async () => {
  browser = await openBrowser({ viewport: { width: 320, height: 800 } })
})
afterAll(() => browser.close())

/** Made by the command that administrators use; the link is the first line that it prints. */
async function invite(): Promise<string> {
  const { stdout } = await run(
    process.execPath,
    [ADMIN, 'invite', '--origin', origin, '--issuer', COUNCIL, '--name', 'Ines Okafor'],
    { env: { LICET_ADMIN_KEY: keys.admin } },
  )
  return stdout.split('\n')[0] ?? ''
}

/** A page whose device has a fingerprint reader; `isUserVerified` says whether it knows the finger. */
async function openWithAuthenticator(isUserVerified = true) {
  const page = await browser.context.newPage()
  const device = await browser.context.newCDPSession(page)
  await device.send('WebAuthn.enable')
  const add = async () => {
    const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified,
        automaticPresenceSimulation: true,
      },
    })
    return authenticatorId
  }
  const authenticatorId = await add()
  const passkeys = async () =>
    (await device.send('WebAuthn.getCredentials', { authenticatorId })).credentials
  /** The person takes up another device, and the first is out of reach. */
  const changeDevice = async () => {
    await device.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
    await add()
  }
  return { page, passkeys, changeDevice }
}

const cookiesOf = async (page: Page) => page.context().cookies(origin)
const isTooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

it('lets an invited person join, leave and come back', async () => {
  const { page, passkeys } = await openWithAuthenticator()
  const url = await invite()
  await page.goto(url)
  const joining = page.getByRole('button', { name: 'Make a passkey and join' })
  await joining.waitFor()
  expect(await page.locator('main').textContent()).toContain('Ines Okafor')
  expect(await isTooWide(page)).toBe(false)
  await picture(page, 'join-narrow')
  await joining.click()
  await page.waitForURL(`${origin}/console`)
  expect(await passkeys()).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }])
  const [session] = await cookiesOf(page)
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(`${origin}/console/sign-in`)
  expect(await cookiesOf(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
  await picture(page, 'sign-in-narrow')

  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL(`${origin}/console`)
  expect((await cookiesOf(page))[0]?.value).not.toBe(session?.value)

  await page.goto(url)
  await page.getByRole('alert').filter({ hasText: 'Ask whoever sent it for another one' }).waitFor()
  expect(await page.getByRole('button', { name: 'Make a passkey and join' }).isVisible()).toBe(
    false,
  )
  await page.context().clearCookies()
  await page.close()
})

it('says what to do where the device does not know its user', async () => {
  const { page } = await openWithAuthenticator(false)
  await page.goto(await invite())
  await page.getByRole('button', { name: 'Make a passkey and join' }).click()
  await page.getByRole('alert').filter({ hasText: 'Try again' }).waitFor()
  expect(await cookiesOf(page)).toEqual([])
  await page.close()
})

it('lets an operator add a second device, and go on with it alone', async () => {
  const { page, changeDevice } = await openWithAuthenticator()
  let changed: Promise<void> | undefined
  await page.exposeFunction('changeDevice', () => {
    changed ??= changeDevice()
    return changed
  })
  // Once the first device has answered, the other one is at hand.
  await page.addInitScript(() => {
    const ask = navigator.credentials.get.bind(navigator.credentials)
    navigator.credentials.get = async (options) => {
      const answer = await ask(options)
      await (globalThis as unknown as { changeDevice: () => Promise<void> }).changeDevice()
      return answer
    }
  })
  await page.goto(await invite())
  await page.getByRole('button', { name: 'Make a passkey and join' }).click()
  await page.waitForURL(`${origin}/console`)
  await page.getByRole('link', { name: 'Ines Okafor' }).click()
  await page.getByText('Your only one: it stays.').waitFor()
  await page.getByLabel('Name').fill('Telephone')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('status').filter({ hasText: 'The passkey is added' }).waitFor()
  await lookAt(page, 'account-two', 'Your passkeys')

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL(`${origin}/console`)
  await page.getByRole('link', { name: 'Ines Okafor' }).click()
  await page.getByRole('link', { name: 'Remove First passkey' }).click()
  await page.getByRole('button', { name: 'Remove it' }).click()
  await page.getByText('Your only one: it stays.').waitFor()
  expect(await page.locator('.rows').textContent()).toContain('Telephone')
  await page.context().clearCookies()
  await page.close()
})
