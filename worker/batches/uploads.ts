// A file that waits while an operator says which of its columns is which: sealed piece by piece, read back as a table. Uses storage.
import { utf8Decode, utf8Encode } from '../../shared/encoding/bytes.ts'
import type { Services } from '../services.ts'
import type { BatchUpload } from '../storage/batch-uploads.ts'
import type { Mapping } from './read-header.ts'
import { TABLE_READERS } from './table-readers.ts'
import type { TableRow } from './table-row.ts'

/** Sealed and in base64url a part stays below what D1 takes in a row. */
const PART_BYTES = 524_288

type Keeper = Pick<Services, 'batchUploads' | 'platform' | 'sealer'>

const partContext = (id: string, part: number): string => `batch-upload:${id}:${part}`
const mappingContext = (id: string): string => `batch-upload-mapping:${id}`

/** Keeps a file for an hour, and forgets older ones. @returns its id */
export async function keepUpload(
  { batchUploads, platform, sealer }: Keeper,
  upload: Omit<BatchUpload, 'id'>,
  bytes: Uint8Array,
): Promise<string> {
  await batchUploads.forgetOld()
  const id = platform.uuid()
  const sealedParts = await Promise.all(
    Array.from({ length: Math.ceil(bytes.length / PART_BYTES) }, (_, part) =>
      sealer.seal(
        bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES),
        partContext(id, part),
      ),
    ),
  )
  await batchUploads.create({ ...upload, id }, sealedParts)
  return id
}

/** The rows of a kept file, as its reader finds them. Throws a FileProblem where it cannot be read. */
export function rowsOfUpload(
  keeper: Omit<Keeper, 'platform'>,
  { id, mediaType }: BatchUpload,
): AsyncGenerator<TableRow> {
  const read = TABLE_READERS[mediaType]
  if (!read) throw new Error('An upload was kept that nobody reads')
  return read(partsOf(keeper, id))
}

async function* partsOf(
  { batchUploads, sealer }: Omit<Keeper, 'platform'>,
  id: string,
): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part++) {
    const sealed = await batchUploads.part(id, part)
    if (sealed === undefined) return
    yield await sealer.unseal(sealed, partContext(id, part))
  }
}

/** Remembers which column of the file is which. Its names are the issuer's own: sealed like the file. */
export async function keepMapping(
  { batchUploads, sealer }: Omit<Keeper, 'platform'>,
  { id }: BatchUpload,
  mapping: Mapping,
): Promise<void> {
  const text = utf8Encode(JSON.stringify(mapping))
  await batchUploads.keepMapping(id, await sealer.seal(text, mappingContext(id)))
}

/** What was remembered; undefined before somebody said so. */
export async function mappingOf(
  { sealer }: Pick<Services, 'sealer'>,
  { id, sealedMapping }: BatchUpload,
): Promise<Mapping | undefined> {
  if (sealedMapping === undefined) return undefined
  const bytes = await sealer.unseal(sealedMapping, mappingContext(id))
  return JSON.parse(utf8Decode(bytes) ?? '') as Mapping
}
