// A network that answers what it was told to, and throws on everything else.
import type { BoundedText, FetchText } from '../../../extension/platform/fetch-text.ts'
import { err, type LookUpFailure, ok } from '../../../shared/index.ts'

export interface FakeNet {
  readonly fetchText: FetchText
  readonly asked: string[]
  readonly answers: Map<string, BoundedText | LookUpFailure>
}

export function createFakeNet(answers: Record<string, BoundedText | LookUpFailure> = {}): FakeNet {
  const known = new Map(Object.entries(answers))
  const asked: string[] = []
  return {
    asked,
    answers: known,
    fetchText: async (url) => {
      asked.push(url)
      const answer = known.get(url)
      if (answer === undefined) throw new Error(`Nobody expected a request for ${url}`)
      return typeof answer === 'string' ? err(answer) : ok(answer)
    },
  }
}
