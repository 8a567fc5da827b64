// Asks the Worker's own HTTP API, as any issuer would. Uses fetch.

export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT'
  readonly url: string
  readonly key: string
  readonly body: unknown
  readonly idempotencyKey?: string
}

/** The API said no. Its message is the API's own, which never holds what was sent. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export async function ask({ method, url, key, body, idempotencyKey }: Request): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    headers: {
      Authorization: `Bearer ${key}`,
      'Content-Type': 'application/json',
      ...(idempotencyKey && { 'Idempotency-Key': idempotencyKey }),
    },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) {
    throw new Refusal(answer.status, `${method} ${url} answered ${answer.status}: ${text}`)
  }
  return text === '' ? undefined : JSON.parse(text)
}
