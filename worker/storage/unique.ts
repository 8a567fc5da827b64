// Telling "somebody was first" from a fault of the database. Pure.

/** Whether a write failed because a unique key was taken. */
export const isTaken = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('UNIQUE constraint failed')

/** True where the write went through, false where a unique key was taken; any other fault is thrown on. */
export async function succeedsUnlessTaken(write: Promise<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}
