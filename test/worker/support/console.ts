// Opens pages of the console as an operator's browser does. Uses linkedom.
import { parseHTML } from 'linkedom'
import { expect } from 'vitest'
import type { OperatorRole } from '../../../worker/storage/operators.ts'
import { fromPage, signIn } from './operators.ts'
import { type Server, textOf } from './server.ts'

export interface Visitor {
  readonly get: (path: string) => Promise<Response>
  /** Sends a form as its page would. */
  readonly post: (path: string, form: Readonly<Record<string, string>>) => Promise<Response>
  /** Sends a form with a file as its page would. */
  readonly upload: (
    path: string,
    form: Readonly<Record<string, string | File>>,
  ) => Promise<Response>
}

/** An operator of the issuer in this role, signed in. */
export async function visit(server: Server, slug: string, role: OperatorRole): Promise<Visitor> {
  const { cookie } = await signIn(server, slug, role)
  const headers = {
    ...fromPage(server, cookie),
    'content-type': 'application/x-www-form-urlencoded',
  }
  return {
    get: (path) => server.get(path, { headers: { cookie } }),
    post: (path, form) =>
      server.post(path, { headers, body: new URLSearchParams(form).toString() }),
    upload: async (path, form) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(form)) body.append(name, value)
      const request = { method: 'POST', headers: fromPage(server, cookie), body }
      return server.app.request(server.settings.LICET_ORIGIN + path, request, server.settings)
    },
  }
}

/** The page of an answer that must have this status. */
export async function pageOf(response: Response, status = 200): Promise<Document> {
  expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8')
  expect(response.headers.get('cache-control')).toBe('no-store')
  const { document } = parseHTML(await textOf(response, status))
  expectUsable(document)
  return document
}

/** What every page needs so that everybody can use it. */
function expectUsable(document: Document) {
  expect(document.querySelectorAll('h1')).toHaveLength(1)
  expect(document.title).toMatch(/ · Licet$/)
  const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const input of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
    const label = input.closest('label') ?? document.querySelector(`label[for="${input.id}"]`)
    expect(label?.textContent?.trim(), input.outerHTML).toBeTruthy()
    for (const id of (input.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)) {
      expect(ids, input.outerHTML).toContain(id)
    }
  }
  for (const link of document.querySelectorAll('a, button')) {
    expect(link.textContent?.trim(), link.outerHTML).toBeTruthy()
  }
}

/** The text of an element, white space folded. */
export const wordsOf = (document: Document, selector: string): string =>
  document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
