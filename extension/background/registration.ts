// Where the content script runs: on sites that the reader granted, and once where they say "scan this page".
// Uses chrome.scripting and chrome.permissions.

const SCRIPT_ID = 'page'

/** The sites granted for reading: every granted origin but those of Workers, which are only asked. */
export function sitesToRead(
  granted: readonly string[],
  workerOrigins: readonly string[],
): readonly string[] {
  return granted.filter((pattern) => !workerOrigins.some((origin) => pattern === `${origin}/*`))
}

const isSame = (some: readonly string[] = [], others: readonly string[]) =>
  some.toSorted().join(' ') === others.toSorted().join(' ')

export interface RegistrationDeps {
  /** Path of the built content script. */
  readonly file: string
  readonly workerOrigins: () => Promise<readonly string[]>
}

export function createRegistration({ file, workerOrigins }: RegistrationDeps) {
  let queue: Promise<void> = Promise.resolve()

  const register = async () => {
    const { origins = [] } = await chrome.permissions.getAll()
    const matches = [...sitesToRead(origins, await workerOrigins())]
    const [existing] = await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] })
    if (existing !== undefined) {
      if (isSame(existing.js, [file]) && isSame(existing.matches, matches)) return
      await chrome.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] })
    }
    if (matches.length === 0) return
    await chrome.scripting.registerContentScripts([
      { id: SCRIPT_ID, js: [file], matches, allFrames: true, runAt: 'document_idle' },
    ])
    await scanOpenPages(matches)
  }

  /** A registered script runs where a page loads; pages that were open before it was registered would stay unread. */
  const scanOpenPages = async (matches: string[]) => {
    const tabs = await chrome.tabs.query({ url: matches })
    await Promise.all(tabs.map(({ id }) => id !== undefined && scanOnce(id)))
  }

  const scanOnce = async (tabId: number): Promise<boolean> => {
    try {
      const target = { tabId, allFrames: true }
      await chrome.scripting.executeScript({ target, files: [file] })
      return true
    } catch {
      return false
    }
  }

  return {
    /** Brings the registered script in line with what is granted now. One at a time, in order. */
    align: (): Promise<void> => {
      queue = queue.then(register, register)
      return queue
    },
    /** Scans a page once, with the right that the reader's click on the toolbar gave for this tab. */
    scanOnce,
  }
}
