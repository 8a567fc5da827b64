// A kept file and its mapping → a table whose every row was checked. Nothing is signed. Uses storage.
import { CREDENTIAL_TYPES, type IssuedKind } from '../../shared/credential-types/index.ts'
import { type Actor, nameOfActor } from '../auth/actor.ts'
import type { Services } from '../services.ts'
import type { Batch } from '../storage/batch-states.ts'
import type { BatchUpload } from '../storage/batch-uploads.ts'
import type { Upload } from './judge-table.ts'
import type { Mapping } from './read-header.ts'
import { type Examined, examine, receive } from './receive.ts'
import { keepMapping, mappingOf, rowsOfUpload } from './uploads.ts'

export const typeOfUpload = ({ kind }: BatchUpload) => CREDENTIAL_TYPES[kind as IssuedKind]

function tableOf(services: Services, upload: BatchUpload, mapping: Mapping): Upload {
  const { kind, format, offersClaims } = upload
  const { columns, schema } = typeOfUpload(upload)
  return {
    rows: rowsOfUpload(services, upload),
    mapping,
    plan: { kind, format, columns, schema, offersClaims: offersClaims === 1 },
  }
}

/**
 * Checks every row and keeps the orders of a good table; the file itself is kept on only while its columns may be the fault.
 * Throws a FileProblem where it cannot be read.
 */
export async function checkUpload(
  services: Services,
  actor: Actor,
  upload: BatchUpload,
  mapping: Mapping,
): Promise<Batch> {
  await keepMapping(services, upload, mapping)
  const table = tableOf(services, upload, mapping)
  const batch = await receive(services, upload.issuerSlug, table, actor)
  if (batch.state !== 'invalid') await services.batchUploads.forget(upload.id)
  return batch
}

/** Checks every row and keeps nothing but the mapping. Throws a FileProblem as `checkUpload` does. */
export async function tryUpload(
  services: Services,
  upload: BatchUpload,
  mapping: Mapping,
): Promise<Examined> {
  await keepMapping(services, upload, mapping)
  return examine(services, upload.issuerSlug, tableOf(services, upload, mapping))
}

/** An upload of this actor's; undefined where there is none, or its hour is over. */
export const findUpload = async (
  { batchUploads }: Pick<Services, 'batchUploads'>,
  issuerSlug: string,
  actor: Actor,
  id: string | undefined,
): Promise<BatchUpload | undefined> =>
  id === undefined ? undefined : batchUploads.find(issuerSlug, nameOfActor(actor), id)

/** The mapping of an earlier upload, where a file has all of its columns and no others. */
export async function mappingLike(
  services: Services,
  earlier: BatchUpload | undefined,
  names: readonly string[],
): Promise<Mapping | undefined> {
  const mapping = earlier && (await mappingOf(services, earlier))
  const known = Object.keys(mapping ?? {})
  const isSame = known.length === names.length && names.every((name) => known.includes(name))
  return isSame ? mapping : undefined
}
