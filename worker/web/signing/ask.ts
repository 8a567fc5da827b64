// Asks the Worker as its own pages do, and hears its refusals. Uses fetch.

interface ProblemDocument {
  readonly code?: string
  readonly title?: string
  readonly detail?: string
}

/** A refusal of the Worker, in its own words. */
export class Refused extends Error {
  readonly code: string
  constructor({ code = 'unknown', title = 'It was refused', detail }: ProblemDocument) {
    super(`${title}. ${detail ?? ''}`.trim())
    this.code = code
  }
}

/** @throws {Refused} where the Worker answers a problem; anything else is the network */
export async function ask<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(path, {
    method: body ? 'POST' : 'GET',
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const answer = await response.json()
  if (!response.ok) throw new Refused(answer)
  return answer
}

/** What people are told of a failure. */
export const inWords = (error: unknown): string =>
  error instanceof Refused
    ? error.message
    : 'It did not work this time. Check your connection and try again.'
