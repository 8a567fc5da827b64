// Asking the Worker: refusals of both kinds, problem details and those of OAuth, become one error with words for a person.

const UNREACHABLE = 'It did not work this time. Check your connection and try again.'

/** What to tell whoever looks on. */
export class Refused extends Error {}

interface Refusal {
  readonly title?: string
  readonly detail?: string
  readonly error_description?: string
}

/** The JSON of an answer, undefined where it has none. Throws `Refused`. */
export async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(path, { method: 'POST', ...init }).catch(() => undefined)
  if (!response) throw new Refused(UNREACHABLE)
  const answer = response.status === 204 ? undefined : await response.json()
  if (response.ok) return answer
  const { title, detail, error_description: description }: Refusal = answer
  throw new Refused(description ?? detail ?? (title ? `${title}.` : UNREACHABLE))
}

export const askJson = <T>(path: string, body: object, headers: HeadersInit = {}): Promise<T> =>
  ask(path, {
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
