// The side panel: the verdict of record for every credential of the page, out of the page's reach.
import { useEffect, useState } from 'preact/hooks'
import { wordingFor } from '../../shared/ui/wording/index.ts'
import type { FoundCredential, PageRecord } from '../background/found-credentials.ts'
import { countVerdicts } from '../background/mark-look.ts'
import { FOCUS_PREFIX } from '../background/session-keys.ts'
import { readPinInForce } from '../platform/pin.ts'
import { CredentialCard } from './credential-card.tsx'
import { usePage } from './use-page.ts'
import { words } from './words.ts'

const wording = wordingFor(navigator.languages)
const { panel } = words

const cardId = ({ documentId, id }: FoundCredential) => `${documentId}:${id}`

/** Brings the credential whose mark was activated into view, and its name under the keyboard's focus. */
function useFocus(tabId: number | undefined, records: readonly PageRecord[]) {
  useEffect(() => {
    if (tabId === undefined || records.length === 0) return
    const key = FOCUS_PREFIX + tabId
    void chrome.storage.session.get(key).then(async (stored) => {
      const card = document.getElementById(String(stored[key] ?? ''))
      if (card === null) return
      card.scrollIntoView({ block: 'start' })
      card.focus()
      await chrome.storage.session.remove(key)
    })
  }, [tabId, records])
}

export function PanelView() {
  const page = usePage()
  const [workerHost, setWorkerHost] = useState('')
  useFocus(page?.tabId, page?.records ?? [])
  useEffect(() => {
    void readPinInForce(chrome.storage.local).then(({ origin }) =>
      setWorkerHost(new URL(origin).host),
    )
  }, [])
  if (page === null) return null

  const credentials = page.records.filter((record) => record.kind === 'credential')
  const notices = new Set(
    page.records.flatMap((record) => (record.kind === 'notice' ? [record.notice] : [])),
  )
  const counts = countVerdicts(credentials.map(({ finding }) => finding))
  return (
    <>
      <h1>{panel.title}</h1>
      <p class="summary" aria-live="polite">
        {credentials.length === 0
          ? panel.nothing
          : [
              panel.count(credentials.length),
              ...counts.map(([verdict, count]) => `${count} × ${wording.verdicts[verdict].word}`),
            ].join(' · ')}
      </p>
      {credentials.length === 0 ? <p>{panel.hint}</p> : null}
      {[...notices].map((notice) => (
        <p class="warning" role="alert" key={notice}>
          {panel.notices[notice]}
        </p>
      ))}
      {page.isWorkerSilent ? (
        <p class="warning" role="alert">
          {panel.workerSilent(workerHost)}
        </p>
      ) : null}
      {credentials.map((record) => (
        <CredentialCard
          key={cardId(record)}
          id={cardId(record)}
          record={record}
          wording={wording}
        />
      ))}
    </>
  )
}
