// Signs what of a table waits, page by page, as long as every row reads like the first ones. Pure but for what it is given.
import { encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { type ReadRequest, readRequest, type SigningRequest } from './read-request.ts'

/** A batch as the Worker lists it. */
export interface Table {
  readonly id: string
  readonly kind: string
  readonly rows: number
  readonly signed: number
  readonly state: string
}

export interface TableKey {
  readonly kid: string
  readonly sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>
}

interface Reading {
  readonly requests: readonly Omit<SigningRequest, 'expiresAt'>[]
  readonly rows: readonly ReadRequest[]
}

interface TableSigning {
  readonly did: string
  /** The requests that wait next, none where all is signed. */
  readonly next: () => Promise<readonly Omit<SigningRequest, 'expiresAt'>[]>
  readonly handIn: (
    signatures: readonly { readonly id: string; readonly signature: string }[],
  ) => Promise<Pick<Table, 'signed' | 'state'>>
  readonly onProgress: (signed: number) => void
}

/** Something that nobody agreed to would have been signed. Its message is for people. */
export class Unagreed extends Error {}

/**
 * The next rows of a table, read out of the bytes that would be signed.
 *
 * @throws {Unagreed} where one of them cannot be read, or speaks for another issuer or lets somebody else sign
 */
export async function readTable({
  did,
  next,
}: Pick<TableSigning, 'did' | 'next'>): Promise<Reading> {
  const requests = await next()
  const rows = requests.map((request) => {
    const read = readRequest({ ...request, expiresAt: '' }, did)
    if (!read.ok) throw new Unagreed(read.error)
    if (read.value.recognises) {
      throw new Unagreed('A row lets another organisation sign: do not sign it.')
    }
    return read.value
  })
  return { requests, rows }
}

/**
 * Signs a table to its end.
 *
 * @param agreed - the kind of credential that somebody has looked at and agreed to
 * @throws {Unagreed} before anything of a page is signed that holds another kind, or asks for another key
 */
export async function signTable(
  agreed: string,
  key: TableKey,
  signing: TableSigning,
): Promise<void> {
  for (;;) {
    const { requests, rows } = await readTable(signing)
    if (requests.length === 0) return
    if (rows.some(({ summary }) => summary.kind !== agreed)) {
      throw new Unagreed('The table also holds another kind of credential: do not sign it.')
    }
    if (requests.some(({ kid }) => kid !== key.kid)) {
      throw new Unagreed('A row asks for a key that is not in this browser.')
    }
    const signatures = await Promise.all(
      requests.map(async ({ id }, index) => {
        const bytes = rows[index]?.bytes ?? new Uint8Array()
        return { id, signature: encodeBase64Url(await key.sign(bytes)) }
      }),
    )
    const { signed, state } = await signing.handIn(signatures)
    signing.onProgress(signed)
    if (state !== 'awaiting_signature') return
  }
}
