// /v1/issuers/{slug}/operators.
import { describe, expect, it } from 'vitest'
import { signIn } from '../support/operators.ts'
import { bodyOf, problemOf, startServer } from '../support/server.ts'
import { found } from '../support/world.ts'

const server = startServer()

describe('the operators of an issuer', () => {
  it('are listed for its auditor, and nobody of another issuer', async () => {
    const issuer = await found(server)
    const admin = await signIn(server, issuer.slug, 'admin')
    const auditor = await signIn(server, issuer.slug, 'auditor')
    await signIn(server, (await found(server)).slug, 'admin')
    const answer = await server.get(`/v1/issuers/${issuer.slug}/operators`, {
      headers: { cookie: auditor.cookie },
    })
    const { operators } = await bodyOf<{ operators: { id: string }[] }>(answer, 200)
    expect(operators.map(({ id }) => id).sort()).toEqual(
      [admin.operator.id, auditor.operator.id].sort(),
    )
  })

  it('are not for an API key', async () => {
    const issuer = await found(server)
    const answer = await server.get(`/v1/issuers/${issuer.slug}/operators`, { key: issuer.apiKey })
    expect((await problemOf(answer)).code).toBe('auth.missing')
  })
})
