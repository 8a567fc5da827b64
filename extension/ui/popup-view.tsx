// The popup: what is found, what this site is granted, and what can be done about it.
import { useEffect, useState } from 'preact/hooks'
import { scanTab } from '../platform/send.ts'
import { grantSite, type Site, siteOf, withdrawSite } from '../platform/site-grant.ts'
import { type ShownPage, usePage } from './use-page.ts'
import { words } from './words.ts'

const { popup } = words

interface GrantProps {
  readonly site: Site
  readonly onChange: () => void
}

function Grant({ onChange, site: { host, isBuiltIn, isGranted, pattern } }: GrantProps) {
  const change = async (how: (pattern: string) => Promise<boolean>) => {
    if (pattern !== null) await how(pattern)
    onChange()
  }
  return (
    <section>
      <p>
        {isGranted ? popup.always(host) : popup.once(host)} {isBuiltIn ? popup.fixed : null}
      </p>
      {pattern === null || isBuiltIn ? null : isGranted ? (
        <button type="button" onClick={() => void change(withdrawSite)}>
          {popup.stopChecking}
        </button>
      ) : (
        <button
          type="button"
          onClick={() => void change((site) => grantSite(chrome.storage.local, site))}
        >
          {popup.alwaysCheck}
        </button>
      )}
    </section>
  )
}

/** Chrome opens a side panel only while the click that asked for it is being handled: nothing is awaited before. */
const openPanel = ({ tabId }: ShownPage) => void chrome.sidePanel.open({ tabId })

export function PopupView() {
  const page = usePage()
  const [site, setSite] = useState<Site | null | undefined>(undefined)
  const [isRefused, setRefused] = useState(false)
  const url = page?.url
  const readSite = () => void siteOf(url).then(setSite)
  useEffect(readSite, [url])
  if (page === null || site === undefined) return null

  const count = page.records.filter(({ kind }) => kind === 'credential').length
  const scan = async () => setRefused(!(await scanTab(page.tabId)))
  return (
    <>
      <h1>{popup.title}</h1>
      <p aria-live="polite">{count === 0 ? popup.nothing : popup.found(count)}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={() => void scan()}>
          {popup.scan}
        </button>
        <button type="button" onClick={() => openPanel(page)}>
          {popup.openPanel}
        </button>
      </div>
      {isRefused ? <p role="alert">{popup.scanFailed}</p> : null}
      {site === null ? <p>{popup.cannot}</p> : <Grant site={site} onChange={readSite} />}
      <p>
        <button type="button" class="link" onClick={() => void chrome.runtime.openOptionsPage()}>
          {popup.options}
        </button>
      </p>
    </>
  )
}
