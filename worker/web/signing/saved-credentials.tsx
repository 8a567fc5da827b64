// What was signed in this page: it is nowhere else, so it is handed over as files before the page goes away. Uses Blob addresses.
import { useEffect, useState } from 'preact/hooks'

/** As the Worker answers a signature. */
export interface Signed {
  /** `urn:uuid:…` */
  readonly id: string
  /** Compact JWS. */
  readonly credential: string
}

/** One a line: the file that `npm run sign` writes, too. */
const toFile = (signed: readonly Signed[]): Blob =>
  new Blob(
    signed.map(({ id, credential }) => `${JSON.stringify({ id, credential })}\n`),
    { type: 'application/jsonl' },
  )

export function SavedCredentials({ signed }: { readonly signed: readonly Signed[] }) {
  const [savedCount, setSavedCount] = useState(0)
  const [file, setFile] = useState('')
  useEffect(() => {
    const url = URL.createObjectURL(toFile(signed))
    setFile(url)
    return () => URL.revokeObjectURL(url)
  }, [signed])
  const isUnsaved = signed.length > savedCount
  useEffect(() => {
    if (!isUnsaved) return
    const warn = (event: Event) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isUnsaved])
  if (signed.length === 0) return null
  return (
    <div role="status" class="notice">
      <p>
        <strong>{signed.length} signed.</strong> They are kept nowhere else: save them now, and hand
        them to their holders.
      </p>
      <p>
        <a href={file} download="credentials.jsonl" onClick={() => setSavedCount(signed.length)}>
          Save what was signed
        </a>
      </p>
    </div>
  )
}
