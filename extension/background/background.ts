// The background wired together: what each message and each event of the browser does. Uses chrome.*.
import { createSignatureEngine, createVerifierMemory, type TrustPin } from '../../shared/index.ts'
import { wordingFor } from '../../shared/ui/wording/index.ts'
import { userStyle } from '../marks/user-style.ts'
import { fetchText } from '../platform/fetch-text.ts'
import type { Welcome } from '../platform/message-types.ts'
import { builtInPin, readPinInForce } from '../platform/pin.ts'
import { readAskedOnly } from '../platform/registry-access.ts'
import { badgeOf, showBadge } from './badge.ts'
import { createCheckCandidate } from './check-candidate.ts'
import { createFoundCredentials, type PageId } from './found-credentials.ts'
import { createLookUps } from './look-up.ts'
import { lookOf } from './mark-look.ts'
import { forgetLeftDocuments } from './presence.ts'
import type { PageHandlers, SurfaceHandlers } from './receive.ts'
import { createRegistration } from './registration.ts'
import { FOCUS_PREFIX, WORKER_SILENT_KEY } from './session-keys.ts'
import { createTrustLists } from './trust-list.ts'

const DONE = {}

/** @param file - path of the built content script */
export function createBackground(file: string) {
  const { local, session } = chrome.storage
  const now = () => Math.floor(Date.now() / 1000)
  const wording = wordingFor(navigator.languages)
  const engine = createSignatureEngine()
  const found = createFoundCredentials(session)
  const pinInForce = () => readPinInForce(local)
  const trustLists = createTrustLists({ local, fetchText, engine, now })
  let wasSilent: boolean | undefined
  const trustListFor = async (pin: TrustPin) => {
    const list = await trustLists(pin)
    const isSilent = !list.ok && list.error.code === 'issuer_trust.registry_unreachable'
    if (isSilent !== wasSilent) await session.set({ [WORKER_SILENT_KEY]: isSilent })
    wasSilent = isSilent
    return list
  }
  const checkCandidate = createCheckCandidate({
    engine,
    memory: createVerifierMemory(),
    now,
    pinInForce,
    lookUpAt: createLookUps({ session, fetchText, now }),
    trustListFor,
  })
  const registration = createRegistration({
    file,
    workerOrigins: async () => [
      builtInPin().origin,
      (await pinInForce()).origin,
      ...(await readAskedOnly(local)),
    ],
  })

  const refreshBadge = async (tabId: number) =>
    showBadge(tabId, badgeOf(await found.ofTab(tabId), wording))

  const styleMarks = ({ documentId, tabId }: PageId, tag: string) =>
    chrome.scripting.insertCSS({
      target: { tabId, documentIds: [documentId] },
      origin: 'USER',
      css: userStyle(tag),
    })

  const ofPage: PageHandlers = {
    hello: async ({ tag }, page) => {
      await styleMarks(page, tag)
      await found.forgetDocument(page.documentId)
      await forgetLeftDocuments(found, page.tabId)
      const welcome: Welcome = {
        checking: lookOf({ state: 'checking' }, wording),
        unanswered: lookOf({ state: 'failed' }, wording),
      }
      return welcome
    },
    candidate: async ({ id, person, source, text }, page) => {
      const finding = { state: 'checking' } as const
      const placed = { ...page, kind: 'credential', id, source, finding } as const
      if (!(await found.put(placed))) return DONE
      await refreshBadge(page.tabId)
      const answer = await checkCandidate(text, person, source)
      await found.settle(placed, answer)
      await refreshBadge(page.tabId)
      return { look: lookOf(answer, wording) }
    },
    gone: async ({ ids }, page) => {
      await found.forgetIds(page.documentId, ids)
      await refreshBadge(page.tabId)
      return DONE
    },
    notice: async ({ notice }, page) => {
      await found.put({ ...page, kind: 'notice', notice })
      return DONE
    },
    open_panel: async ({ id }, { documentId, tabId }) => {
      // Before anything is awaited: the right to open it lasts as long as the reader's click.
      const opened = chrome.sidePanel.open({ tabId })
      await session.set({ [FOCUS_PREFIX + tabId]: `${documentId}:${id}` })
      await opened
      return DONE
    },
  }

  const forgetLeft = async (tabId: number) => {
    if ((await found.ofTab(tabId)).length === 0) return
    await forgetLeftDocuments(found, tabId)
    await refreshBadge(tabId)
  }

  /** Another registry, other verdicts: what the pages show is checked anew, or no longer claimed. */
  const checkAllAnew = async () => {
    for (const tabId of await found.tabs()) {
      if (await registration.scanOnce(tabId)) continue
      await found.forgetTab(tabId)
      await refreshBadge(tabId)
    }
  }

  const ofSurface: SurfaceHandlers = {
    scan: async ({ tabId }) => ({ scanned: await registration.scanOnce(tabId) }),
    refresh: async ({ tabId }) => {
      await forgetLeft(tabId)
      return DONE
    },
  }

  return {
    ofPage,
    ofSurface,
    alignSites: () => registration.align(),
    onPinChanged: async () => {
      await registration.align()
      await checkAllAnew()
    },
    onTabUpdated: (tabId: number, change: { readonly status?: string | undefined }) =>
      change.status === undefined ? Promise.resolve() : forgetLeft(tabId),
    onTabRemoved: async (tabId: number) => {
      await found.forgetTab(tabId)
      await session.remove(FOCUS_PREFIX + tabId)
    },
  }
}
