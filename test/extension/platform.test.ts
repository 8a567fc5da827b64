import { afterEach, describe, expect, it, vi } from 'vitest'
import { sitesToRead } from '../../extension/background/registration.ts'
import { randomTag } from '../../extension/marks/mark.ts'
import { userStyle } from '../../extension/marks/user-style.ts'
import { fetchText, maxAgeOf } from '../../extension/platform/fetch-text.ts'
import { parseFromPage } from '../../extension/platform/messages.ts'
import { ask } from '../../extension/scan/ask.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('asking the Worker', () => {
  const answer = (response: () => Response) => {
    const fetched = vi.fn(async (_url: string, _init: RequestInit) => response())
    vi.stubGlobal('fetch', fetched)
    return fetched
  }
  it('sends no cookie and no referrer, and follows no redirect', async () => {
    const fetched = answer(() => new Response('x', { headers: { 'cache-control': 'max-age=60' } }))
    const value = { text: 'x', maxAgeSeconds: 60 }
    expect(await fetchText('https://a.example/', 10)).toEqual({ ok: true, value })
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    })
  })
  it.each<[string, () => Response, string]>([
    ['an answer of 422 malformed', () => new Response('', { status: 422 }), 'malformed'],
    ['an answer of 502 unreachable', () => new Response('', { status: 502 }), 'unreachable'],
    ['more bytes than allowed unreachable', () => new Response('x'.repeat(11)), 'unreachable'],
    [
      'bytes that are no text unreachable',
      () => new Response(new Uint8Array([0xff])),
      'unreachable',
    ],
  ])('calls %s', async (_, response, error) => {
    answer(response)
    expect(await fetchText('https://a.example/', 10)).toEqual({ ok: false, error })
  })
  it('calls silence unreachable', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
    expect(await fetchText('https://a.example/', 10)).toEqual({ ok: false, error: 'unreachable' })
  })
  it.each([
    ['public, max-age=300', 300],
    ['max-age=999999999', 86_400],
    ['no-store', 0],
    ['max-age=-1', 0],
    ['max-age=1e9', 0],
    [null, 0],
  ])('reads %s as %d seconds', (header, seconds) => {
    expect(maxAgeOf(header)).toBe(seconds)
  })
})

describe('asking the background', () => {
  const open = (sendMessage: () => Promise<unknown>) => {
    vi.useFakeTimers()
    vi.stubGlobal('chrome', { runtime: { id: 'abc', sendMessage } })
    const answer = ask({ kind: 'gone', ids: [] })
    return vi.runAllTimersAsync().then(() => answer)
  }
  it('asks again when the background was stopped with the question in hand', async () => {
    const send = vi.fn().mockRejectedValueOnce(new Error('closed')).mockResolvedValue({ a: 1 })
    expect(await open(send)).toEqual({ a: 1 })
    expect(send).toHaveBeenCalledTimes(2)
  })
  it('gives up after a bounded number of attempts', async () => {
    const send = vi.fn().mockRejectedValue(new Error('closed'))
    expect(await open(send)).toBeNull()
    expect(send).toHaveBeenCalledTimes(6)
  })
  it('asks nobody once the extension is gone', async () => {
    vi.stubGlobal('chrome', { runtime: { id: undefined } })
    expect(await ask({ kind: 'gone', ids: [] })).toBeNull()
  })
})

describe('the style of marks', () => {
  it('is keyed on a name that the background accepts', () => {
    for (let run = 0; run < 50; run += 1) {
      const tag = randomTag()
      expect(parseFromPage({ kind: 'hello', tag })).toEqual({ kind: 'hello', tag })
    }
  })
  it('outweighs the page in every rule', () => {
    const bodies = [...userStyle('abcde-fghijklmnop').matchAll(/\{([^}]*)\}/g)]
    expect(bodies).toHaveLength(2)
    for (const [, body = ''] of bodies) {
      for (const rule of body.split(';')) expect(rule).toMatch(/!important$/)
    }
  })
})

it('reads granted sites and never the Worker’s own pages', () => {
  const granted = ['https://registry.example/*', 'https://portal.example/*', '<all_urls>']
  expect(sitesToRead(granted, ['https://registry.example'])).toEqual([
    'https://portal.example/*',
    '<all_urls>',
  ])
})
