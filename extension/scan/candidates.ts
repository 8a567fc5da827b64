// The credentials of one page: drawn, asked about, watched, let go. Uses the DOM and the background.
import { createMark, type Mark } from '../marks/mark.ts'
import type { MarkLook, PageNotice, Welcome } from '../platform/message-types.ts'
import { personBeside } from '../portals/person-on-page.ts'
import type { Find } from '../sources/source.ts'
import { ask } from './ask.ts'
import { PAGE_LIMITS } from './limits.ts'

interface Candidate {
  readonly id: number
  readonly find: Find
  /** What the anchor held when the credential was found; anything else means that it is another one. */
  readonly seen: string
  mark: Mark | null
}

export interface Candidates {
  readonly add: (find: Find) => void
  /** Lets go of what is no longer on the page, and puts marks back where they belong. */
  readonly settle: () => void
  readonly notice: (notice: PageNotice) => void
  readonly stop: () => void
}

/** The attributes that say where a file lies. */
export const ADDRESSES = ['href', 'src', 'srcset']

/** What an anchor holds: changing it changes the credential. */
const contentOf = ({ anchor, source }: Find): string =>
  source in PAGE_LIMITS.files
    ? ADDRESSES.map((name) => (anchor as Element).getAttribute(name)).join()
    : (anchor.textContent ?? '')

export function createCandidates(tag: string): Candidates {
  const known = new Map<number, Candidate>()
  const waiting: (() => Promise<void>)[] = []
  const told = new Set<PageNotice>()
  let welcome: Promise<Partial<Welcome> | null> | null = null
  let nextId = 0
  let asking = 0
  let redraws = 0
  let stopped = false

  const notice = (what: PageNotice) => {
    if (told.has(what)) return
    told.add(what)
    void ask({ kind: 'notice', notice: what })
  }

  const greet = () => {
    welcome ??= ask<Partial<Welcome>>({ kind: 'hello', tag })
    return welcome
  }

  const begin = async (candidate: Candidate) => {
    const { checking, unanswered } = (await greet()) ?? {}
    // Without a background there is nobody to ask and no style to trust: nothing is drawn.
    if (checking === undefined || unanswered === undefined) return
    if (stopped || !known.has(candidate.id)) return
    draw(candidate, checking)
    waiting.push(() => question(candidate, unanswered))
    pump()
  }

  const question = async (candidate: Candidate, unanswered: MarkLook) => {
    const { find, id } = candidate
    if (!known.has(id)) return
    const { source, text } = find
    const person = personBeside(find.anchor)
    const answer = await ask<{ look?: MarkLook }>({ kind: 'candidate', id, text, source, person })
    candidate.mark?.show(answer?.look ?? unanswered)
  }

  const pump = () => {
    while (asking < PAGE_LIMITS.concurrentQuestions) {
      const next = waiting.shift()
      if (next === undefined) return
      asking += 1
      void next().finally(() => {
        asking -= 1
        pump()
      })
    }
  }

  const draw = (candidate: Candidate, look: MarkLook) => {
    if (told.has('marks_removed')) return
    candidate.mark = createMark(tag, candidate.find, () => {
      void ask({ kind: 'open_panel', id: candidate.id })
    })
    candidate.mark.show(look)
    candidate.mark.place()
  }

  const eraseAll = () => {
    for (const candidate of known.values()) candidate.mark?.remove()
  }

  const isSame = ({ find, seen }: Candidate) => find.anchor.isConnected && contentOf(find) === seen

  return {
    add: (find) => {
      const seen = contentOf(find)
      for (const candidate of known.values()) {
        const { anchor, text } = candidate.find
        if (anchor === find.anchor && text === find.text && candidate.seen === seen) return
      }
      if (known.size >= PAGE_LIMITS.candidates) return notice('too_many')
      const candidate = { id: nextId, find, seen, mark: null }
      nextId += 1
      known.set(candidate.id, candidate)
      void begin(candidate)
    },
    settle: () => {
      const gone = [...known.values()].filter((candidate) => !isSame(candidate))
      for (const { id, mark } of gone) {
        mark?.remove()
        known.delete(id)
      }
      if (gone.length > 0) void ask({ kind: 'gone', ids: gone.map(({ id }) => id) })
      for (const { mark } of known.values()) {
        if (mark === null || mark.isInPlace() || told.has('marks_removed')) continue
        redraws += 1
        if (redraws > PAGE_LIMITS.redraws) {
          notice('marks_removed')
          return eraseAll()
        }
        mark.place()
      }
    },
    notice,
    stop: () => {
      stopped = true
      eraseAll()
      known.clear()
    },
  }
}
