// Every text of a table of words, whatever its depth. Pure.

/** What a function of a table is given: two names, or a number and what it counts. */
const ARGUMENTS: readonly (readonly unknown[])[] = [
  ['Amina Diallo', 'Tomás Ferreira'],
  [3, ['…']],
]

function said(speak: (...given: readonly unknown[]) => unknown): string {
  for (const given of ARGUMENTS) {
    try {
      return String(speak(...given))
    } catch {
      // Another kind of argument.
    }
  }
  throw new Error('This function of a table of words takes an argument of an unknown kind.')
}

/** What is no words: names of the table itself, dates, punctuation. */
const WORDLESS = /^(?:date|time|locale|direction|mark\.label)$/

/** Each text by its path; a function by what it says of examples. */
export function spoken(words: object, path = ''): ReadonlyMap<string, string> {
  const texts = Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const here = path === '' ? key : `${path}.${key}`
    if (WORDLESS.test(here)) return []
    if (typeof value === 'string') return [[here, value]]
    if (typeof value === 'function') return [[here, said(value)]]
    return [...spoken(value, here)]
  })
  return new Map(texts)
}
