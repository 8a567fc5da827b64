// Telling "somebody was first" from a fault of the database. Pure.

/** Whether a write failed because a unique key was taken. */
export const isTaken = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('UNIQUE constraint failed')

/** Whether a write failed because it would have left a row in a state that there is not: it was in another one than its writer took it for. */
export const isRefusedByCheck = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('CHECK constraint failed')

/** Whether it was the key of an answer that is kept: the same request was answered meanwhile. */
export const isAnswered = (error: unknown): boolean =>
  isTaken(error) && error instanceof Error && error.message.includes('idempotent_answers')

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

/** As `succeedsUnlessTaken`, also false where a row was in another state than its writer took it for. */
export async function succeedsUnlessOvertaken(write: Promise<unknown>): Promise<boolean> {
  try {
    return await succeedsUnlessTaken(write)
  } catch (error) {
    if (isRefusedByCheck(error)) return false
    throw error
  }
}
