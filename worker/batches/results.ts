// What a batch has brought: an archive of credentials and a table of ids, page by page out of storage. Uses client-zip.
import { makeZip } from 'client-zip'
import { utf8Decode, utf8Encode } from '../../shared/encoding/bytes.ts'
import type { OfferedAnswer } from '../claims/draft-claim.ts'
import { credentialFile } from '../renderings/credential-file.ts'
import type { Services } from '../services.ts'
import type { SealedResult } from '../storage/batch-rows.ts'
import type { Batch } from '../storage/batch-states.ts'
import { resultContext } from './sign-chunk.ts'

const PAGE_COUNT = 200

type Sources = Pick<Services, 'batchRows' | 'sealer'>

/** One file per credential, named by its line in the upload and its id. */
export function resultsArchive(services: Sources, batch: Batch): ReadableStream<Uint8Array> {
  return makeZip(files(services, batch))
}

/** `row,id`, the row being the line in the upload where it begins; of claim links also the link and what belongs to it. */
export function resultsTable(services: Sources, batch: Batch): ReadableStream<Uint8Array> {
  const text = lines(services, batch)
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await text.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })
}

async function* pages(
  { batchRows }: Pick<Services, 'batchRows'>,
  { id }: Batch,
): AsyncGenerator<readonly SealedResult[]> {
  for (let afterLine = 0; ; ) {
    const page = await batchRows.results(id, afterLine, PAGE_COUNT)
    if (page.length > 0) yield page
    if (page.length < PAGE_COUNT) return
    afterLine = page.at(-1)?.line ?? afterLine
  }
}

async function* files(services: Sources, batch: Batch) {
  const lastModified = new Date((batch.finishedAt ?? batch.createdAt) * 1000)
  const digits = String(batch.rows + 1).length
  for await (const page of pages(services, batch)) {
    const opened = await Promise.all(page.map((result) => openResult(services, batch, result)))
    for (const [at, credential] of opened.entries()) {
      const { line = 0, credentialId = '' } = page[at] ?? {}
      const { text, name } = credentialFile(credential)
      const extension = name.slice(name.indexOf('.'))
      yield {
        name: `${String(line).padStart(digits, '0')}-${credentialId}${extension}`,
        input: text,
        lastModified,
      }
    }
  }
}

/** The credential of a line, as it is handed on, or the answer that holds its link. */
export async function openResult(
  { sealer }: Sources,
  { id }: Batch,
  { line, sealedCredential }: SealedResult,
): Promise<string | object> {
  const bytes = await sealer.unseal(sealedCredential, resultContext(id, line))
  return JSON.parse(utf8Decode(bytes) ?? '') as string | object
}

async function* lines(services: Sources, batch: Batch): AsyncGenerator<Uint8Array> {
  const isOfLinks = batch.offersClaims === 1
  yield utf8Encode(isOfLinks ? 'row,id,claim_link,transaction_code,good_until\r\n' : 'row,id\r\n')
  const lineOf = async (result: SealedResult): Promise<string> => {
    const cells = [result.line, `urn:uuid:${result.credentialId}`]
    if (!isOfLinks) return `${cells.join(',')}\r\n`
    const offered = (await openResult(services, batch, result)) as OfferedAnswer
    const { claimUrl, transactionCode = '', expiresAt } = offered
    return `${[...cells, claimUrl, transactionCode, expiresAt].join(',')}\r\n`
  }
  for await (const page of pages(services, batch)) {
    yield utf8Encode((await Promise.all(page.map(lineOf))).join(''))
  }
}
