// Telling "a condition of the statement did not hold" from a fault of the database. Pure.

const isRefused = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('NOT NULL constraint failed')

/**
 * False where a statement wrote NULL where none may stand: that is how one statement of a transaction undoes all of it when its
 * condition does not hold any more. Any other fault is thrown on.
 */
export async function succeedsUnlessRefused(write: Promise<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if (isRefused(error)) return false
    throw error
  }
}
