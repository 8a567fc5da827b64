// A failure that a person can act on: it is printed without a stack. Pure.

export class Failure extends Error {
  name = 'Failure'
  /** @param {string} message what went wrong @param {string} [advice] what to do about it */
  constructor(message, advice) {
    super(message)
    this.advice = advice
  }
}

/** What to print for anything that was thrown. */
export const describeFailure = (error) =>
  error instanceof Failure
    ? `${error.message}${error.advice ? `\n  ${error.advice}` : ''}`
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error)
