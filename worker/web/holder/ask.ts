// Asks the Worker in the name of whoever controls a share. Uses fetch.

/** A refusal, in words for the holder. */
export class Refused extends Error {
  readonly code: string
  constructor({ code = 'unknown', title = 'It was refused' }: { code?: string; title?: string }) {
    super(`${title}.`)
    this.code = code
  }
}

/** @throws {Refused} where the Worker answers a problem; anything else is the network */
export async function askAsHolder<T>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  control: string,
  body?: object,
): Promise<T | undefined> {
  const answer = await fetch(path, {
    method,
    headers: {
      authorization: `Bearer ${control}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (answer.status === 204) return undefined
  const json = await answer.json()
  if (!answer.ok) throw new Refused(json)
  return json as T
}

/** What people are told of a failure. */
export const inWords = (error: unknown): string =>
  error instanceof Refused
    ? error.message
    : 'It did not work this time. Check your connection and try again.'
