// Founds anchors and issuers, accredits, issues and verifies, all through the Worker's own API.
import type { VerificationResult } from '../../../shared/index.ts'
import { accreditationOrder, licenceOrder } from './orders.ts'
import { ADMIN_KEY, bodyOf, type Server } from './server.ts'

export interface Founded {
  readonly slug: string
  readonly did: string
  readonly apiKey: string
  readonly scopes: readonly string[]
}

export interface Issued {
  readonly id: string
  readonly uuid: string
  readonly credential: string
  readonly status: readonly {
    readonly id: string
    readonly statusPurpose: string
    readonly statusListIndex: string
    readonly statusListCredential: string
    readonly statusSize?: number
  }[]
}

let founded = 0

/** An issuer with a slug of its own: the tests of a file share one database. */
export async function found(
  server: Server,
  body: { readonly trustAnchor?: boolean; readonly name?: string } = {},
): Promise<Founded> {
  const slug = `issuer-${++founded}`
  const response = await server.post('/v1/issuers', {
    key: ADMIN_KEY,
    body: { slug, name: `Issuer ${founded}`, ...body },
  })
  return { slug, ...(await bodyOf<Omit<Founded, 'slug'>>(response, 201)) }
}

export async function accredit(
  server: Server,
  accreditor: Founded,
  did: string,
  changes: Record<string, unknown> = {},
): Promise<{ readonly id: string; readonly credential: string }> {
  const response = await server.post(`/v1/issuers/${accreditor.slug}/accreditations`, {
    key: ADMIN_KEY,
    body: accreditationOrder(did, changes),
  })
  return bodyOf(response, 201)
}

/** An anchor, an issuer that it accredited, and the accreditation. */
export async function foundAccredited(server: Server, changes: Record<string, unknown> = {}) {
  const anchor = await found(server, { trustAnchor: true })
  const issuer = await found(server)
  const accreditation = await accredit(server, anchor, issuer.did, changes)
  return { anchor, issuer, accreditation }
}

export async function issue(
  server: Server,
  issuer: Founded,
  body: object = licenceOrder(),
): Promise<Issued> {
  const response = await server.post(`/v1/issuers/${issuer.slug}/credentials`, {
    key: issuer.apiKey,
    body,
  })
  const answer = await bodyOf<Omit<Issued, 'uuid'>>(response, 201)
  return { ...answer, uuid: answer.id.slice('urn:uuid:'.length) }
}

export const changeStatus = (
  server: Server,
  issuer: Founded,
  uuid: string,
  state: string,
  reason = 'Decision of the board',
) =>
  server.patch(`/v1/issuers/${issuer.slug}/credentials/${uuid}/status`, {
    key: issuer.apiKey,
    body: { state, reason },
  })

export async function verify(
  server: Server,
  credential: unknown,
  at?: string,
): Promise<VerificationResult> {
  const response = await server.post('/v1/verifications', {
    body: { credential, ...(at !== undefined && { at }) },
  })
  return bodyOf<VerificationResult>(response, 200)
}

/** What went wrong, check by check, as `outcome code`; empty where nothing did. */
export const problemsIn = ({ checks }: VerificationResult): readonly string[] =>
  checks.flatMap((result) =>
    'problem' in result ? [`${result.outcome} ${result.problem.code}`] : [],
  )
