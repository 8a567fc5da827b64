// A table that waits for signatures: who stands on its next rows, and one agreement for all. Uses IndexedDB and the Worker's API.
import { useEffect, useState } from 'preact/hooks'
import { ask, inWords } from './ask.ts'
import { type BrowserKey, signWith } from './key-store.ts'
import type { ReadRequest, SigningRequest } from './read-request.ts'
import { readTable, signTable, type Table, Unagreed } from './sign-table.ts'

interface TableRowProps {
  readonly slug: string
  readonly did: string
  readonly table: Table
  readonly mine: readonly BrowserKey[]
}

type Request = Omit<SigningRequest, 'expiresAt'>

const say = (error: unknown): string => (error instanceof Unagreed ? error.message : inWords(error))

export function TableRow({ slug, did, table, mine }: TableRowProps) {
  const [rows, setRows] = useState<readonly ReadRequest[]>([])
  const [key, setKey] = useState<BrowserKey>()
  const [signed, setSigned] = useState(table.signed)
  const [advice, setAdvice] = useState('')
  const [isUnderWay, setUnderWay] = useState(false)
  const path = `/v1/issuers/${encodeURIComponent(slug)}/batches/${table.id}`
  const next = async () => (await ask<{ requests: Request[] }>(`${path}/signing-requests`)).requests
  useEffect(() => {
    readTable({ did, next }).then(
      (page) => {
        setRows(page.rows)
        setKey(mine.find(({ kid }) => kid === page.requests[0]?.kid))
      },
      (error) => setAdvice(say(error)),
    )
  }, [])
  const kind = rows[0]?.summary.kind
  const isDone = signed >= table.rows
  const sign = async (by: BrowserKey, agreed: string) => {
    setAdvice('')
    setUnderWay(true)
    try {
      await signTable(
        agreed,
        { kid: by.kid, sign: (bytes) => signWith(by, bytes) },
        {
          did,
          next,
          handIn: (signatures) => ask<Table>(`${path}/signatures`, { signatures }),
          onProgress: setSigned,
        },
      )
    } catch (error) {
      setAdvice(say(error))
    } finally {
      setUnderWay(false)
    }
  }
  return (
    <li>
      <div>
        <h2>A table of {table.rows}</h2>
        <p>{rows[0]?.summary.name}</p>
        <details>
          <summary>The next {rows.length} of them</summary>
          <ul>
            {rows.map(({ summary }, index) => (
              <li key={index}>
                <bdi>{summary.subject.name}</bdi>, <bdi>{summary.name}</bdi>
              </li>
            ))}
          </ul>
        </details>
      </div>
      <div>
        <p role="status">
          <strong>{isDone ? 'Signed' : `${signed} of ${table.rows} signed`}</strong>
        </p>
        {isDone ? <p>The credentials are among the results of the batch.</p> : null}
        {advice === '' ? null : (
          <p role="alert" class="advice">
            {advice}
          </p>
        )}
        {key && kind && !isDone ? (
          <button type="button" aria-busy={isUnderWay} onClick={() => sign(key, kind)}>
            Sign this table of {table.rows}
          </button>
        ) : null}
        {!key && rows.length > 0 ? (
          <p>It asks for a key that is not in this browser. Open this page where it was made.</p>
        ) : null}
      </div>
    </li>
  )
}
