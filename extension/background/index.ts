// The service worker: every listener registered at once, because any of them may be what woke it.
import page from 'url:../scan/page.ts'
import { createBackground } from './background.ts'
import { createReceiver } from './receive.ts'

const { alignSites, ofPage, ofSurface, onPinChanged, onTabRemoved, onTabUpdated } =
  createBackground(new URL(page, location.href).pathname)
const receive = createReceiver(
  { id: chrome.runtime.id, origin: location.origin },
  ofPage,
  ofSurface,
)

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  const answer = receive(message, sender)
  answer?.then(respond, () => respond({}))
  return answer !== null
})
chrome.permissions.onAdded.addListener(() => void alignSites())
chrome.permissions.onRemoved.addListener(() => void alignSites())
chrome.storage.local.onChanged.addListener((changes) => void ('pin' in changes && onPinChanged()))
chrome.tabs.onUpdated.addListener((tabId, change) => void onTabUpdated(tabId, change))
chrome.tabs.onRemoved.addListener((tabId) => void onTabRemoved(tabId))

// Content scripts live beside pages that may take them over: none may choose the registry or lower the floor of its list.
void chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' })
// On every start, not only when installed: a stop may have come before the last alignment was done.
void alignSites()
