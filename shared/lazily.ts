// Parts of the core that are loaded when first needed. Pure but for what it is told to load.

/**
 * Loads something once, at the first call. `import()` remembers modules, too, but asks the loader each time, which costs as much
 * as reading a small credential. A failed load is tried again.
 */
export function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined
      throw error
    })
    return loaded
  }
}

/** Makes something at the first call, and answers the very same from then on. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
