// Calls of the VC-API by the conformance issuer, and one valid credential; a test changes one thing.
import { bodyOf, type Server } from './server.ts'

export const VCDM2 = 'https://www.w3.org/ns/credentials/v2'
export const CONFORMANCE = { LICET_CONFORMANCE_ISSUER: 'on' } as const

export interface VcApiAnswer {
  readonly verified: boolean
  readonly problemDetails: readonly { readonly type: string; readonly code: string }[]
  readonly errors: readonly { readonly code: string; readonly title: string }[]
  readonly warnings: readonly { readonly code: string }[]
}

/** What suites configure the issuer with. */
export const issuerId = async (server: Server): Promise<string> =>
  (await bodyOf<{ issuers: { id: string }[] }>(await server.get('/conformance'), 200)).issuers[0]
    ?.id ?? ''

export const credentialOf = (issuer: string, changes: object = {}) => ({
  '@context': [VCDM2],
  type: ['VerifiableCredential'],
  issuer,
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:subject' },
  ...changes,
})

export const postIssue = (server: Server, credential: object, options: object = {}, key?: string) =>
  server.post('/credentials/issue', { body: { credential, options }, ...(key && { key }) })

export async function issueDocument(
  server: Server,
  credential: object,
  options: object = {},
  key?: string,
): Promise<Record<string, unknown>> {
  const response = await postIssue(server, credential, options, key)
  const body = await bodyOf<{ verifiableCredential: Record<string, unknown> }>(response, 201)
  return body.verifiableCredential
}

export const postVerify = (server: Server, verifiableCredential: unknown, options: object = {}) =>
  server.post('/credentials/verify', { body: { verifiableCredential, options } })

/** The answer of a verification, whatever it says; its status is that of its word. */
export async function verdictOf(response: Response): Promise<VcApiAnswer> {
  const verified = response.status === 200
  const answer = await bodyOf<VcApiAnswer>(response, verified ? 200 : 400)
  if (answer.verified !== verified) throw new Error('The status contradicts the answer')
  return answer
}

export const codesIn = (problems: readonly { readonly code: string }[]): readonly string[] =>
  problems.map(({ code }) => code)
