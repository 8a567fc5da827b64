import { afterEach, describe, expect, it, vi } from 'vitest'
import { type BoundedFetch, fetchBounded } from '../../../shared/http/fetch-bounded.ts'
import { FETCH_TIMEOUT_MS } from '../../../shared/limits.ts'

const ADDRESS = new URL('https://council.xm/did.json')
const EXPECTED = {
  accept: 'application/did+json',
  contentTypes: ['application/did+json', 'application/json'],
  maxBytes: 10,
}
type Fetch = BoundedFetch['fetch']

const ask = (fetch: Fetch, url = ADDRESS) =>
  fetchBounded(url, EXPECTED, { fetch, developmentHosts: new Set() })
const answering = (body: BodyInit | null, headers: Record<string, string> = {}, status = 200) =>
  ask(async () => {
    const all = { 'content-type': 'application/did+json', ...headers }
    return new Response(body, { status, headers: all })
  })
const UNREACHABLE = { ok: false, error: 'unreachable' }

/** A body that comes piece by piece, and what became of it. */
function stream(pieces: number, bytesEach: number) {
  let sent = 0
  let cancelled = false
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        if (sent === pieces) return controller.close()
        sent += 1
        controller.enqueue(new Uint8Array(bytesEach).fill(97))
      },
      cancel() {
        cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { body, sent: () => sent, cancelled: () => cancelled }
}

afterEach(() => vi.restoreAllMocks())

describe('fetching what a stranger named', () => {
  it('answers the text and how long it may be kept', async () => {
    expect(await answering('{"a":1}', { 'cache-control': 'max-age=60' })).toEqual({
      ok: true,
      value: { text: '{"a":1}', cacheControl: 'max-age=60', ageSeconds: 0 },
    })
  })

  it('tells for how long caches on the way have held it', async () => {
    const held = { 'cache-control': 'max-age=60', age: '45' }
    expect(await answering('{}', held)).toMatchObject({ value: { ageSeconds: 45 } })
  })

  it.each(['-5', 'soon'])('takes an age of “%s” for none', async (age) => {
    expect(await answering('{}', { age })).toMatchObject({ value: { ageSeconds: 0 } })
  })

  it('takes media types without regard to case and parameters', async () => {
    const headers = { 'content-type': 'Application/JSON; charset=utf-8' }
    expect(await answering('{}', headers)).toMatchObject({ ok: true })
  })

  it('follows no redirect, names itself to nobody and sets a time limit', async () => {
    const limit = vi.spyOn(AbortSignal, 'timeout')
    const fetch = vi.fn<Fetch>(async () => new Response(null, { status: 404 }))
    await ask(fetch)
    expect(fetch).toHaveBeenCalledExactlyOnceWith('https://council.xm/did.json', {
      headers: { accept: 'application/did+json' },
      redirect: 'manual',
      signal: expect.any(AbortSignal),
    })
    expect(limit).toHaveBeenCalledWith(FETCH_TIMEOUT_MS)
  })

  it('does not even ask an address that is not allowed', async () => {
    const fetch = vi.fn<Fetch>()
    expect(await ask(fetch, new URL('http://169.254.169.254/'))).toEqual(UNREACHABLE)
    expect(fetch).not.toHaveBeenCalled()
  })

  it.each([
    ['a redirect', 302, { location: 'http://127.0.0.1/' }],
    ['not found', 404, {}],
    ['an error', 500, {}],
    ['part of a document', 206, {}],
    ['another type of content', 200, { 'content-type': 'text/html' }],
    ['a type that only begins alike', 200, { 'content-type': 'application/json5' }],
    ['more bytes announced than we take', 200, { 'content-length': '11' }],
  ])('calls %s unreachable', async (_, status, headers) => {
    expect(await answering('{}', headers, status)).toEqual(UNREACHABLE)
  })

  it('calls an opaque redirect unreachable', async () => {
    expect(await ask(async () => Response.error())).toEqual(UNREACHABLE)
  })

  it('counts the bytes as they come, whatever was announced', async () => {
    const long = stream(1_000, 4)
    expect(await answering(long.body, { 'content-length': '2' })).toEqual(UNREACHABLE)
    expect(long.sent()).toBeLessThan(6)
    expect(long.cancelled()).toBe(true)
  })

  it('takes exactly as many bytes as it may', async () => {
    expect(await answering(stream(5, 2).body)).toMatchObject({ value: { text: 'a'.repeat(10) } })
    expect(await answering(stream(11, 1).body)).toEqual(UNREACHABLE)
  })

  it('takes an empty body as an empty text', async () => {
    expect(await answering(null)).toMatchObject({ ok: true, value: { text: '' } })
  })

  it('calls what is no UTF-8 malformed', async () => {
    expect(await answering(Uint8Array.of(0xff, 0xfe))).toEqual({ ok: false, error: 'malformed' })
  })

  it('gives up when the time is over, while it waits for an answer', async () => {
    const over = new AbortController()
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(over.signal)
    const asked = ask(
      (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason))
        }),
    )
    over.abort(new DOMException('The time is over', 'TimeoutError'))
    expect(await asked).toEqual(UNREACHABLE)
  })

  it('gives up when the body breaks off', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) })
    expect(await answering(broken)).toEqual(UNREACHABLE)
  })

  it('never throws, whatever fetch does', async () => {
    const failing: Fetch = () => {
      throw new TypeError('fetch failed')
    }
    expect(await ask(failing)).toEqual(UNREACHABLE)
    expect(await ask(async () => Promise.reject('gone'))).toEqual(UNREACHABLE)
  })
})
