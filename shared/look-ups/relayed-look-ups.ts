// Look-ups through a Worker, so that no issuer learns who looks. Pure: whoever fetches is passed in.
import type { FetchedText, LookUp, LookUpFailure } from '../deps.ts'
import { DID_DOCUMENT_MAX_BYTES, STATUS_LIST_MAX_BYTES } from '../limits.ts'
import { err, ok, type Result } from '../result.ts'

/** The text at an address of the Worker, of at most so many bytes. */
export type TextAt = (url: string, maxBytes: number) => Promise<Result<FetchedText, LookUpFailure>>

/** @param origin - of the Worker: `GET /v1/status-lists`, `/v1/dids/{did}` and `/v1/key-documents` are asked there */
export function createRelayedLookUps(origin: string, textAt: TextAt): LookUp {
  const jsonAt = async (url: string): Promise<Result<unknown, LookUpFailure>> => {
    const fetched = await textAt(url, DID_DOCUMENT_MAX_BYTES)
    return fetched.ok ? readJson(fetched.value.text) : fetched
  }
  return {
    statusList: (url, { atSeconds, kind }) => {
      const at = atSeconds === undefined ? {} : { at: String(Math.floor(atSeconds)) }
      const question = new URLSearchParams({ url, kind, ...at })
      return textAt(`${origin}/v1/status-lists?${question}`, STATUS_LIST_MAX_BYTES)
    },
    didDocument: (did) => jsonAt(`${origin}/v1/dids/${encodeURIComponent(did)}`),
    keyDocument: (url) => jsonAt(`${origin}/v1/key-documents?url=${encodeURIComponent(url)}`),
  }
}

function readJson(text: string): Result<unknown, LookUpFailure> {
  try {
    return ok(JSON.parse(text))
  } catch {
    return err('malformed')
  }
}
