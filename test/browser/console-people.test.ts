// The console of an issuer from its first day: founded by the administrator, four eyes, keys for software, an emergency.
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { CREDENTIAL_TYPES } from '../../shared/credential-types/index.ts'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { lookAt } from './support/look.ts'
import { joinAs } from './support/operators.ts'

const { origin, keys } = inject('world')
const BOARD = 'northmark-nursing-board'
const NAME = 'Northmark Nursing Board'
/** Every page is looked at six times. */
const PATIENCE_MS = 300_000

let browser: BrowserWithExtension
let apiKey = ''
let credentialId = ''

beforeAll(async () => {
  browser = await openBrowser({ viewport: { width: 320, height: 800 } })
})
afterAll(() => browser.close())

const call = (method: string, path: string, body: object) =>
  fetch(`${origin}/v1/issuers/${BOARD}${path}`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

it('is founded by whoever holds the key of the deployment', { timeout: PATIENCE_MS }, async () => {
  const page = await browser.context.newPage()
  await page.goto(`${origin}/console/sign-in`)
  await page.getByRole('link', { name: 'Found issuers' }).click()
  await lookAt(page, 'administration-key', 'Administration')
  await page.getByLabel('Administrator’s key').fill(keys.admin)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('heading', { name: 'Found an issuer' }).waitFor()
  await lookAt(page, 'administration', 'Administration')
  await page.getByLabel('Name', { exact: true }).fill(NAME)
  await page.getByLabel('Short name').fill(BOARD)
  await page.getByLabel('Name of its first admin').fill('Bo Eriksen')
  await page.getByRole('button', { name: 'Found the issuer' }).click()
  await page.getByRole('heading', { name: `${NAME} is founded` }).waitFor()
  await lookAt(page, 'founded', 'Administration')
  apiKey = (await page.locator('#api-key').textContent()) ?? ''
  expect(await page.locator('#invite-link').textContent()).toContain(`${origin}/console/join#`)
  const answer = await call('POST', '/credentials', CREDENTIAL_TYPES.licence.example)
  credentialId = ((await answer.json()) as { id: string }).id.slice('urn:uuid:'.length)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByLabel('Administrator’s key').waitFor()
  await page.close()
})

it('has an admin who makes keys and asks for four eyes', { timeout: PATIENCE_MS }, async () => {
  const page = await joinAs(browser.context, BOARD, 'admin')
  await page.getByRole('link', { name: 'API keys' }).click()
  await lookAt(page, 'api-keys', 'API keys')
  await page.getByLabel('Name', { exact: true }).fill('Register of nurses')
  await page.getByLabel('Read:').check()
  await page.getByRole('button', { name: 'Make the key' }).click()
  await page.locator('#api-key').waitFor()
  await lookAt(page, 'api-key-made', 'API keys')
  await page.getByRole('link', { name: 'Revoke Register of nurses' }).click()
  await lookAt(page, 'api-key-revocation', 'Revoke Register of nurses?')
  await page.getByRole('link', { name: 'Policy' }).click()
  await lookAt(page, 'policy', 'Policy')
  await page.getByRole('button', { name: 'Switch four eyes on' }).click()
  await page.getByRole('status').waitFor()
  await lookAt(page, 'policy-on', 'Policy')
  await page.getByLabel('Why').selectOption('set_by_mistake')
  await page.getByRole('button', { name: 'Propose to switch them off' }).click()
  await page.getByRole('status').waitFor()
  await page.getByRole('link', { name: 'Ines Okafor' }).click()
  await lookAt(page, 'account', 'Your passkeys')
  await page.close()
})

it('has an approver who reads, decides and suspends alone', { timeout: PATIENCE_MS }, async () => {
  const asked = await call('PATCH', `/credentials/${credentialId}/status`, {
    state: 'suspended',
    reason: 'An inquiry is open',
    reasonCode: 'fitness_to_practise',
    effectiveFrom: '2099-01-01T00:00:00Z',
    until: '2099-03-01T00:00:00Z',
  })
  expect(asked.status).toBe(202)
  const page = await joinAs(browser.context, BOARD, 'approver')
  await lookAt(page, 'home-waiting', NAME)
  await page.getByRole('link', { name: 'Change a state' }).click()
  await lookAt(page, 'proposed-status', 'Change a state')
  await page.getByRole('button', { name: 'Approve and carry out' }).click()
  await page.getByRole('status').waitFor()
  await page.goto(`${origin}/console/proposals`)
  await page.getByRole('link', { name: 'Change the policy' }).click()
  await lookAt(page, 'proposed-policy', 'Change the policy')
  await page.goto(`${origin}/console/credentials/${credentialId}`)
  await lookAt(page, 'credential-planned', 'Professional licence')
  await page.getByRole('button', { name: 'Take back: Suspended' }).click()
  await page.getByRole('button', { name: 'Take it back' }).waitFor()
  await lookAt(page, 'cancellation', 'Professional licence')
  await page.getByRole('link', { name: 'Leave it' }).click()
  await page.getByLabel('What the emergency is').selectOption('public_safety')
  await page.getByLabel('What happened').fill('A patient was harmed')
  await page.getByRole('button', { name: 'Suspend it at once' }).click()
  await page.getByRole('status').waitFor()
  await lookAt(page, 'overridden', 'Professional licence')
  await page.getByRole('link', { name: 'Overrides', exact: true }).click()
  await lookAt(page, 'overrides', 'Overrides')
  await page.close()
})
