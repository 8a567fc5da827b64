// A page whose work goes on: it is read again while something on it asks for that, and what has changed is put in its place.

const INTERVAL_MS = 1_000
/** A server that starts anew is back by then. */
const PATIENCE_COUNT = 5

const polled = () => document.querySelector<HTMLElement>('[data-poll]')

const wait = () => new Promise((resolve) => setTimeout(resolve, INTERVAL_MS))

async function readAgain(path: string): Promise<Document | undefined> {
  try {
    const response = await fetch(path, { cache: 'no-store', redirect: 'error' })
    if (!response.ok) return undefined
    return new DOMParser().parseFromString(await response.text(), 'text/html')
  } catch {
    return undefined
  }
}

/** Parts that did not change keep their place, and with it the focus and what a screen reader has said. */
function replaceChanged(fresh: Document): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const now = fresh.querySelector(`[data-live="${part.dataset.live}"]`)
    if (now && now.innerHTML !== part.innerHTML) part.replaceChildren(...now.childNodes)
  }
}

async function follow(): Promise<void> {
  let failures = 0
  for (let part = polled(); part; part = polled()) {
    await wait()
    const fresh = await readAgain(part.dataset.poll ?? '')
    failures = fresh ? 0 : failures + 1
    if (fresh) replaceChanged(fresh)
    if (failures === PATIENCE_COUNT) {
      part.querySelector('[data-poll-lost]')?.removeAttribute('hidden')
      return
    }
  }
}

follow()
