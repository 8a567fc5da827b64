// An issuer that asks for four eyes, its operators, and what they do.

import { fromPage, signIn } from './operators.ts'
import { bodyOf, type Server } from './server.ts'
import { type Founded, found } from './world.ts'

export interface FourEyes {
  readonly issuer: Founded
  /** Headers of a signed-in operator in each role. */
  readonly proposer: Record<string, string>
  readonly approver: Record<string, string>
  readonly second: Record<string, string>
  readonly auditor: Record<string, string>
  readonly admin: Record<string, string>
}

/** An issuer with five operators, two of them approvers; four eyes are on unless `fourEyes` is false. */
export async function foundFourEyes(server: Server, fourEyes = true): Promise<FourEyes> {
  const issuer = await found(server)
  const headers = async (role: Parameters<typeof signIn>[2]) =>
    fromPage(server, (await signIn(server, issuer.slug, role)).cookie)
  const people = {
    proposer: await headers('proposer'),
    approver: await headers('approver'),
    second: await headers('approver'),
    auditor: await headers('auditor'),
    admin: await headers('admin'),
  }
  if (fourEyes) {
    const body = { fourEyes: true }
    await bodyOf(await putPolicy(server, issuer, people.admin, body), 200)
  }
  return { issuer, ...people }
}

export const putPolicy = (
  server: Server,
  { slug }: Founded,
  headers: Record<string, string>,
  body: object,
) => server.call('PUT', `/v1/issuers/${slug}/policy`, { headers, body })

/** The id of the proposal that an answer of 202 holds. */
export async function proposalIn(response: Response): Promise<string> {
  const { proposal } = await bodyOf<{ proposal: { id: string; state: string } }>(response, 202)
  if (proposal.state !== 'proposed') throw new Error('Not proposed')
  return proposal.id
}

export const approve = (
  server: Server,
  { slug }: Founded,
  id: string,
  headers: Record<string, string>,
) => server.post(`/v1/issuers/${slug}/proposals/${id}/approval`, { headers })

export const refuse = (
  server: Server,
  { slug }: Founded,
  id: string,
  headers: Record<string, string>,
  body: object = { reasonCode: 'incorrect' },
) => server.post(`/v1/issuers/${slug}/proposals/${id}/refusal`, { headers, body })

/** How many credentials an issuer has, by the log of what was done. */
export const countIssued = async (db: D1Database, { slug }: Founded): Promise<number> =>
  (await db
    .prepare('SELECT count(*) AS issued FROM credentials WHERE issuer_slug = ?1')
    .bind(slug)
    .first<number>('issued')) ?? 0
