// Accreditors that say something of those whom they recognised, through the Worker's own API.
import { accreditationOrder } from './orders.ts'
import { ADMIN_KEY, bodyOf, type Server } from './server.ts'
import { accredit, type Founded, found } from './world.ts'

export const successionOrder = (did: string, changes: Record<string, unknown> = {}) => ({
  subject: did,
  closedOn: '2026-11-01T00:00:00Z',
  ...changes,
})

export const taintOrder = (did: string, changes: Record<string, unknown> = {}) => ({
  subject: did,
  awardedFrom: '2025-12-01T00:00:00Z',
  awardedUntil: '2026-02-01T00:00:00Z',
  credentialTypes: ['AchievementCredential'],
  reasonCode: 'awards_without_study',
  underReview: false,
  ...changes,
})

export const keptBy = ({ did }: Founded) => ({ recordsKeptBy: { did, name: 'The archive' } })

export const sayOf = (
  server: Server,
  speaker: Founded,
  what: 'successions' | 'taints',
  body: object,
  key: string = ADMIN_KEY,
) => server.post(`/v1/issuers/${speaker.slug}/${what}`, { key, body })

export const close = async (server: Server, speaker: Founded, body: object) =>
  bodyOf<{ id: string; credential: string }>(await sayOf(server, speaker, 'successions', body), 201)

export const doubt = async (server: Server, speaker: Founded, body: object) =>
  bodyOf<{ id: string; credential: string }>(await sayOf(server, speaker, 'taints', body), 201)

/** An anchor, and a school and an archive that it accredited. */
export async function foundSchool(server: Server) {
  const anchor = await found(server, { trustAnchor: true })
  const school = await found(server)
  const archive = await found(server)
  await accredit(server, anchor, school.did)
  await accredit(server, anchor, archive.did, accreditationOrder(archive.did))
  return { anchor, school, archive }
}
