// The secrets of a local world.
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  conformanceSettings,
  demoSettings,
  environmentFile,
  prepareSecrets,
  readKeys,
} from '../../scripts/secrets.mjs'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'licet-secrets-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('makes settings for the port, and keeps only a hash of the admin key in them', async () => {
  await prepareSecrets(folder, demoSettings(9001))
  const text = await readFile(environmentFile(folder), 'utf8')
  const { admin } = await readKeys(folder)
  const settings = Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => line.split('=', 2)),
  )
  expect(settings).toMatchObject({
    LICET_ORIGIN: 'http://localhost:9001',
    LICET_DEMO_ORIGIN: 'http://127.0.0.1:9001',
    LICET_DEVELOPMENT_HOSTS: 'localhost:9001',
    LICET_ADMIN_KEY_HASH: createHash('sha256').update(admin).digest('hex'),
  })
  expect(Buffer.from(settings.LICET_SEALING_KEY, 'base64url')).toHaveLength(32)
  expect(text).not.toContain(admin)
})

it('names the neighbours that the Worker may ask', () => {
  const { LICET_DEVELOPMENT_HOSTS } = demoSettings(9001, ['localhost:9002'])
  expect(LICET_DEVELOPMENT_HOSTS).toBe('localhost:9001,localhost:9002')
})

it('switches the conformance issuer on for test suites only', () => {
  expect(conformanceSettings(9001)).toEqual({
    LICET_ORIGIN: 'https://localhost:9001',
    LICET_DEVELOPMENT_HOSTS: 'localhost:9001',
    LICET_CONFORMANCE_ISSUER: 'on',
  })
  expect(demoSettings(9001)).not.toHaveProperty('LICET_CONFORMANCE_ISSUER')
})

it('lets nobody else read them', async () => {
  await prepareSecrets(folder, demoSettings(9001))
  for (const name of ['worker.env', 'api-keys.json']) {
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
  }
})

it('keeps the secrets of a world that has some', async () => {
  await prepareSecrets(folder, demoSettings(9001))
  const before = await readFile(environmentFile(folder), 'utf8')
  await prepareSecrets(folder, demoSettings(9001))
  expect(await readFile(environmentFile(folder), 'utf8')).toBe(before)
})

it('says what to do when the keys are gone', async () => {
  await expect(readKeys(folder)).rejects.toMatchObject({ advice: 'npm start -- --fresh' })
})
