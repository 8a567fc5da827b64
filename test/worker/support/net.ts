// A network of which every address is written down: asking any other one fails the test.

type Answer = Response | (() => Response | Promise<Response>)

export interface FakeNet {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  /** What an address answers from now on. */
  readonly answer: (url: string, answer: Answer) => void
  /** The addresses that were asked, in order. */
  readonly asked: readonly string[]
  readonly requests: readonly RequestInit[]
}

/** @param onUnlisted - is told of every address that was asked and not written down */
export function createFakeNet(onUnlisted: (url: string) => void): FakeNet {
  const answers = new Map<string, Answer>()
  const asked: string[] = []
  const requests: RequestInit[] = []
  return {
    asked,
    requests,
    answer: (url, answer) => answers.set(url, answer),
    async fetch(url, init) {
      asked.push(url)
      requests.push(init)
      const answer = answers.get(url)
      if (answer === undefined) {
        onUnlisted(url)
        throw new TypeError(`No answer is written down for ${url}`)
      }
      return typeof answer === 'function' ? answer() : answer.clone()
    },
  }
}

export const jsonDocument = (document: object, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(document), {
    headers: { 'content-type': 'application/did+json', ...headers },
  })

export const compactDocument = (text: string, headers: Record<string, string> = {}) =>
  new Response(text, { headers: { 'content-type': 'application/vc+jwt', ...headers } })
