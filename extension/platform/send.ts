// Our own surfaces asking the background. Uses chrome.runtime.
import type { FromOwnSurface } from './message-types.ts'

export const scanTab = async (tabId: number): Promise<boolean> => {
  const answer = await send<{ scanned?: boolean }>({ kind: 'scan', tabId })
  return answer?.scanned === true
}

export const refreshTab = (tabId: number) => send({ kind: 'refresh', tabId })

const send = <Answer>(message: FromOwnSurface): Promise<Answer | undefined> =>
  chrome.runtime.sendMessage(message)
