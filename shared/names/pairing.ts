// Words of one name against words of another, whatever their order. Pure.

/**
 * Whether each of the fewer can have a partner of its own among the others (a bipartite matching by augmenting paths, so
 * that neither the order of words nor which name comes first counts).
 */
export function canPairAll<T>(a: readonly T[], b: readonly T[], fits: (x: T, y: T) => boolean) {
  const [fewer, others] = a.length <= b.length ? [a, b] : [b, a]
  const possible = fewer.map((x) => others.flatMap((y, at) => (fits(x, y) ? [at] : [])))
  const partners = new Map<number, number>()
  const settle = (x: number, tried: Set<number>): boolean =>
    (possible[x] ?? []).some((y) => {
      if (tried.has(y)) return false
      tried.add(y)
      const rival = partners.get(y)
      if (rival !== undefined && !settle(rival, tried)) return false
      partners.set(y, x)
      return true
    })
  return fewer.every((_, x) => settle(x, new Set()))
}

/** More words than this are not run together in every order: 24 orders are enough. */
const RUN_TOGETHER_COUNT_LIMIT = 4

/** All orders of a few things; only the given order of many. */
export function ordersOf<T>(things: readonly T[]): readonly (readonly T[])[] {
  if (things.length < 2 || things.length > RUN_TOGETHER_COUNT_LIMIT) return [things]
  return things.flatMap((first, at) =>
    ordersOf(things.filter((_, other) => other !== at)).map((rest) => [first, ...rest]),
  )
}
