// The content script: one watch per document, begun anew where it is injected again.
import type { PresenceQuestion } from '../platform/message-types.ts'
import { watchPage } from './watch.ts'

/** A symbol in the isolated world, which no page can see. */
const STOP = Symbol.for('licet.stop')
const isolated = globalThis as { [STOP]?: () => void }

function start() {
  isolated[STOP]?.()
  const stopWatching = watchPage()
  const answerPresence = (
    message: PresenceQuestion,
    _sender: unknown,
    respond: (present: true) => void,
  ) => {
    if (message?.kind === 'present') respond(true)
  }
  const onShow = (event: PageTransitionEvent) => {
    // Back from the back/forward cache: the background has forgotten this document meanwhile.
    if (event.persisted) start()
  }
  chrome.runtime.onMessage.addListener(answerPresence)
  addEventListener('pageshow', onShow)
  isolated[STOP] = () => {
    stopWatching()
    chrome.runtime?.onMessage?.removeListener(answerPresence)
    removeEventListener('pageshow', onShow)
  }
}

start()
