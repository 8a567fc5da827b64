// Fills the demo portal's pages. Uses the demo's own PUT routes.
import { ask } from './api.ts'
import { CANDIDATES } from './candidates.ts'
import type { CredentialName } from './documents.ts'
import { MORE_CANDIDATES, REGISTER } from './more-candidates.ts'

type Credentials = Readonly<Record<CredentialName, string>>

export async function fillPortal(demoOrigin: string, key: string, credentials: Credentials) {
  const put = (path: string, body: object) =>
    ask({ method: 'PUT', url: `${demoOrigin}/demo${path}`, key, body })
  for (const [position, { slug, ...person }] of [...CANDIDATES, ...MORE_CANDIDATES].entries()) {
    await put(`/candidates/${slug}`, {
      ...person,
      position,
      experience: person.experience.map(([title, organization, from, until]) => ({
        title,
        organization,
        from,
        until,
      })),
      documents: person.documents.map((document) => ({
        ...document,
        credential: credentials[document.credential],
      })),
    })
  }
  for (const [position, { slug, credential, ...entry }] of REGISTER.entries()) {
    await put(`/register/${slug}`, {
      ...entry,
      position,
      profession: 'Medical practitioner',
      credential: credentials[credential],
    })
  }
}
