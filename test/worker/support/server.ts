// The Worker under test: real D1, Cache API and rate limiters; the clock, the network and the draws are the test's.

import { env as bindings } from 'cloudflare:workers'
import { afterEach, expect } from 'vitest'
import { encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import {
  createSignatureEngine,
  createTrustListReader,
  createVerifierMemory,
} from '../../../shared/index.ts'
import { createApp } from '../../../worker/app.ts'
import type { Env } from '../../../worker/env.ts'
import type { Platform } from '../../../worker/platform.ts'
import { createFakeNet } from './net.ts'

export const env = bindings as unknown as Env
export const ORIGIN = 'http://localhost:8787'
export const DEMO_ORIGIN = 'http://127.0.0.1:8787'
export const ADMIN_KEY = 'licet_admin_test'
/** 22 November 2026, 12:00 UTC. */
export const NOON = 1_795_348_800

let clients = 0
let moments = 0
let unlisted: string[] = []

// Look-ups turn every thrown error into "unreachable": what was asked and not written down fails the test here.
afterEach(() => {
  const asked = unlisted
  unlisted = []
  expect(asked).toEqual([])
})

export interface Call {
  readonly key?: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

/** Each server is a client of its own, so that no test uses up the rate of another one. */
export function startServer(changes: Partial<Env> = {}, origin = ORIGIN) {
  const net = createFakeNet((url) => unlisted.push(url))
  const clock = { now: NOON }
  const signing: { second?: number } = {}
  const indices: number[] = []
  const engine = createSignatureEngine()
  const platform: Platform = {
    now: () => clock.now,
    signingSecond: () => signing.second ?? ++moments,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    fetch: net.fetch,
    uuid: () => crypto.randomUUID(),
    randomIndex: (limit) =>
      indices.shift() ?? (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % limit,
    salt: () => encodeBase64Url(crypto.getRandomValues(new Uint8Array(16))),
    engine,
    memory: createVerifierMemory(),
    readTrustList: createTrustListReader(engine),
  }
  const app = createApp(platform)
  const settings: Env = { ...env, ...changes }
  const client = `192.0.2.${++clients}`

  const call = async (method: string, path: string, { key, body, headers }: Call = {}) =>
    app.request(
      new URL(path, origin).href,
      {
        method,
        headers: {
          'cf-connecting-ip': client,
          ...(key !== undefined && { authorization: `Bearer ${key}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      },
      settings,
    )
  return {
    app,
    platform,
    settings,
    clock,
    /** The second in which status lists are signed; where a test does not hold it, every signing has one of its own. */
    signing,
    net,
    /** The next indices that are drawn; random ones follow. */
    indices,
    get: (path: string, options?: Call) => call('GET', path, options),
    post: (path: string, options?: Call) => call('POST', path, options),
    patch: (path: string, options?: Call) => call('PATCH', path, options),
    call,
  }
}

export type Server = ReturnType<typeof startServer>

/** The body of an answer that must have this status. */
export async function bodyOf<T = Record<string, unknown>>(
  response: Response,
  status: number,
): Promise<T> {
  const text = await response.text()
  expect(response.status, text.slice(0, 500)).toBe(status)
  return JSON.parse(text) as T
}

/** The code and field errors of a problem, once its form is right. */
export async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const body = (await response.json()) as {
    readonly status: number
    readonly code: string
    readonly detail?: string
    readonly errors?: readonly { readonly field: string; readonly message: string }[]
  }
  expect(body.status).toBe(response.status)
  return body
}

/** The text of an answer that must have this status, whatever media type it claims. */
export async function textOf(response: Response, status = 200): Promise<string> {
  const text = new TextDecoder().decode(await response.arrayBuffer())
  expect(response.status, text.slice(0, 500)).toBe(status)
  return text
}
