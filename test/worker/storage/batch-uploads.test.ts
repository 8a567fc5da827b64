// Files between their upload and their check: one person's, for an hour.
import { expect, it } from 'vitest'
import { BATCH_ABANDONED_AFTER_SECONDS } from '../../../shared/limits.ts'
import { createBatchUploads } from '../../../worker/storage/batch-uploads.ts'
import { env, startServer } from '../support/server.ts'
import { found } from '../support/world.ts'

const server = startServer()
const { slug } = await found(server)
const uploads = createBatchUploads(env.DB, () => server.clock.now)

const UPLOAD = {
  issuerSlug: slug,
  kind: 'degree',
  format: 'vc+jwt',
  mediaType: 'text/csv',
  offersClaims: 0 as const,
  uploadedBy: 'operator:one',
}

async function kept() {
  const upload = { ...UPLOAD, id: crypto.randomUUID() }
  await uploads.create(upload, ['first', 'second'])
  return upload
}

const find = ({ id }: { id: string }, by = UPLOAD.uploadedBy, issuer = slug) =>
  uploads.find(issuer, by, id)

it('finds a file for whoever uploaded it, and for nobody else', async () => {
  const upload = await kept()
  expect(await find(upload)).toEqual(upload)
  expect(await find(upload, 'operator:other')).toBeUndefined()
  expect(await find(upload, UPLOAD.uploadedBy, 'another-issuer')).toBeUndefined()
})

it('hands a file back part by part', async () => {
  const { id } = await kept()
  expect(await uploads.part(id, 0)).toBe('first')
  expect(await uploads.part(id, 1)).toBe('second')
  expect(await uploads.part(id, 2)).toBeUndefined()
})

it('remembers which column is which', async () => {
  const upload = await kept()
  await uploads.keepMapping(upload.id, 'sealed')
  expect(await find(upload)).toEqual({ ...upload, sealedMapping: 'sealed' })
})

it('knows a file no more once it is forgotten', async () => {
  const upload = await kept()
  await uploads.forget(upload.id)
  expect(await find(upload)).toBeUndefined()
  expect(await uploads.part(upload.id, 0)).toBeUndefined()
})

it('knows a file for an hour, and then drops what it said', async () => {
  const upload = await kept()
  server.clock.now += BATCH_ABANDONED_AFTER_SECONDS - 1
  expect(await find(upload)).toEqual(upload)
  const later = await kept()
  server.clock.now += 1
  expect(await find(upload)).toBeUndefined()
  await uploads.forgetOld()
  expect(await uploads.part(upload.id, 0)).toBeUndefined()
  expect(await uploads.part(later.id, 0)).toBe('first')
})
