// The part of `/console/signing` that lists what waits, and signs it with the key in this browser. Uses IndexedDB and the Worker's API.
import { useEffect, useState } from 'preact/hooks'
import { encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import type { Result } from '../../../shared/result.ts'
import { ask, inWords } from './ask.ts'
import { type BrowserKey, keysOf, signWith } from './key-store.ts'
import { type ReadRequest, readRequest, type SigningRequest } from './read-request.ts'
import { RequestRow, type RowState } from './request-row.tsx'
import { SavedCredentials, type Signed } from './saved-credentials.tsx'
import type { Table } from './sign-table.ts'
import { TableRow } from './table-row.tsx'

interface SigningDeskProps {
  readonly slug: string
  readonly did: string
}

/** A request with what its bytes say. */
interface Entry {
  readonly request: SigningRequest
  readonly read: Result<ReadRequest, string>
  readonly key: BrowserKey | undefined
}

export function SigningDesk({ slug, did }: SigningDeskProps) {
  const [entries, setEntries] = useState<readonly Entry[]>()
  const [states, setStates] = useState<Readonly<Record<string, RowState>>>({})
  const [signed, setSigned] = useState<readonly Signed[]>([])
  const [tables, setTables] = useState<readonly Table[]>([])
  const [mine, setMine] = useState<readonly BrowserKey[]>([])
  const [advice, setAdvice] = useState('')
  const [isConfirming, setConfirming] = useState(false)
  const base = `/v1/issuers/${encodeURIComponent(slug)}`
  const path = `${base}/signing-requests`

  const load = async () => {
    setAdvice('')
    try {
      const known = await keysOf(did)
      const waiting = await ask<{ batches: Table[] }>(`${base}/batches?state=awaiting_signature`)
      // Asking for the first rows also asks for the word to the status service, which is signed before them.
      await Promise.allSettled(
        waiting.batches.map(({ id }) => ask(`${base}/batches/${id}/signing-requests`)),
      )
      const { requests } = await ask<{ requests: SigningRequest[] }>(path)
      setStates({})
      setMine(known)
      setTables(waiting.batches)
      setEntries(
        requests.map((request) => ({
          request,
          read: readRequest(request, did),
          key: known.find(({ kid }) => kid === request.kid),
        })),
      )
    } catch (error) {
      setAdvice(inWords(error))
    }
  }
  useEffect(() => {
    load()
  }, [])

  const say = (id: string, state: RowState) => setStates((before) => ({ ...before, [id]: state }))
  const canSign = ({ read, key, request }: Entry) =>
    read.ok && key !== undefined && (states[request.id]?.is ?? 'waiting') !== 'signed'
  const ready = (entries ?? []).filter(canSign)

  /** Answers whether it is done. */
  const sign = async ({ request: { id }, read, key }: Entry): Promise<boolean> => {
    if (!read.ok || !key) return false
    say(id, { is: 'under_way' })
    try {
      const signature = encodeBase64Url(await signWith(key, read.value.bytes))
      const done = await ask<Signed>(`${path}/${id}`, { signature })
      say(id, { is: 'signed' })
      // A word to the status service goes nowhere else.
      if (!read.value.recognises) setSigned((before) => [...before, done])
      return true
    } catch (error) {
      say(id, { is: 'refused', because: inWords(error) })
      return false
    }
  }
  const signAll = async () => {
    setConfirming(false)
    for (const entry of ready) if (!(await sign(entry))) return
    await load()
  }

  return (
    <div>
      {advice === '' ? null : (
        <p role="alert" class="advice">
          {advice}
        </p>
      )}
      <SavedCredentials signed={signed} />
      {entries?.length === 0 && tables.length === 0 ? (
        <p role="status">Nothing waits for a signature.</p>
      ) : null}
      {ready.length > 1 ? (
        <div class="choices">
          {isConfirming ? (
            <>
              <button type="button" onClick={signAll}>
                Yes, sign these {ready.length}
              </button>
              <button type="button" class="secondary outline" onClick={() => setConfirming(false)}>
                Not yet
              </button>
            </>
          ) : (
            <button type="button" onClick={() => setConfirming(true)}>
              Sign all {ready.length}
            </button>
          )}
        </div>
      ) : null}
      <ul class="rows tables">
        {tables.map((table) => (
          <TableRow key={table.id} slug={slug} did={did} table={table} mine={mine} />
        ))}
      </ul>
      <ul class="rows requests">
        {(entries ?? []).map((entry) => (
          <RequestRow
            key={entry.request.id}
            expiresAt={entry.request.expiresAt}
            read={entry.read}
            hasKey={entry.key !== undefined}
            state={states[entry.request.id] ?? { is: 'waiting' }}
            onSign={() => sign(entry)}
          />
        ))}
      </ul>
    </div>
  )
}
