// Are two lists of words the same words, in whatever order and however they are split? Pure.
import { marksContradict, type Word } from './forms.ts'
import { ordersOf } from './pairing.ts'

/** `marks`: the same letters, but each side has its own marks on one of them. */
export type Agreement = 'same' | 'marks' | 'none'

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const sorted = (words: readonly Word[]): Word[] =>
  [...words].sort((a, b) => compareText(a.plain, b.plain) || compareText(a.letters, b.letters))

/** The words that both have, in pairs, and what each has besides. */
function split(a: readonly Word[], b: readonly Word[]) {
  const [left, right] = [sorted(a), sorted(b)]
  const common: (readonly [Word, Word])[] = []
  const rest: readonly [Word[], Word[]] = [[], []]
  for (;;) {
    const [x, y] = [left[0], right[0]]
    if (x === undefined || y === undefined) break
    const order = compareText(x.plain, y.plain)
    if (order <= 0) left.shift()
    if (order >= 0) right.shift()
    if (order === 0) common.push([x, y])
    else if (order < 0) rest[0].push(x)
    else rest[1].push(y)
  }
  return { common, restA: [...rest[0], ...left], restB: [...rest[1], ...right] }
}

const joined = (words: readonly Word[]): Word => ({
  letters: words.map(({ letters }) => letters).join(''),
  plain: words.map(({ plain }) => plain).join(''),
})

/** `Jean-Pierre` and `Jeanpierre`, `عبد الله` and `عبدالله`: what is left of both, run together in some order. */
function runTogether(a: readonly Word[], b: readonly Word[]): readonly (readonly [Word, Word])[] {
  const runs = new Map(ordersOf(b).map((order) => [joined(order).plain, joined(order)]))
  return ordersOf(a).flatMap((order) => {
    const run = joined(order)
    const other = runs.get(run.plain)
    return other === undefined ? [] : [[run, other] as const]
  })
}

/** Compares two readings of names by their plain words. */
export function agreementOf(a: readonly Word[], b: readonly Word[]): Agreement {
  const { common, restA, restB } = split(a, b)
  const isEmpty = restA.length === 0 && restB.length === 0
  const runs = isEmpty ? [] : runTogether(restA, restB)
  if (!isEmpty && runs.length === 0) return 'none'
  const contradicts = ([x, y]: readonly [Word, Word]) => marksContradict(x.letters, y.letters)
  return common.some(contradicts) || (runs.length > 0 && runs.every(contradicts)) ? 'marks' : 'same'
}
