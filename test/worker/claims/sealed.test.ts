// Whoever copies the database while links are out, and after they were used, learns no claim, code, token or key.
import { expect, it } from 'vitest'
import { dumpOf, withOpenedTokens } from '../support/dump.ts'
import { licenceOrder } from '../support/orders.ts'
import { bodyOf, env, startServer } from '../support/server.ts'
import {
  askCopies,
  askNonce,
  codeOf,
  createHolderKey,
  offer,
  proofOf,
  redeem,
} from '../support/wallet.ts'
import { found } from '../support/world.ts'

const SECRETS = {
  name: 'Zubaydah Quillfeather',
  number: 'LIC-7731-XYZZY',
  register: 'Register of the Hidden',
  condition: 'Never after the fourth moon',
}

it('keeps orders of links sealed, and drops them once a link was used, has expired or is locked', async () => {
  const server = startServer()
  const issuer = await found(server)
  const order = licenceOrder({
    format: 'dc+sd-jwt',
    claim: {},
    subject: { name: SECRETS.name },
    licence: {
      ...licenceOrder().licence,
      number: SECRETS.number,
      register: SECRETS.register,
      conditions: [SECRETS.condition],
    },
  })
  const [used, open] = [await offer(server, issuer, order), await offer(server, issuer, order)]
  await bodyOf(await server.post('/v1/claims/references', { body: { code: codeOf(open) } }), 200)
  const token = await redeem(server, issuer, used)
  const nonce = await askNonce(server, issuer)
  const key = await createHolderKey()
  const before = await dumpOf()
  const answer = await askCopies(server, issuer, token, {
    credential_configuration_id: 'licence-sd-jwt',
    proofs: { jwt: [await proofOf(server, issuer, key, nonce)] },
  })
  const { notification_id: notification } = await bodyOf<{ notification_id: string }>(answer, 200)

  const text = withOpenedTokens(before + (await dumpOf()))
  const codes = { used: codeOf(used), open: codeOf(open), key: key.jwk.x }
  for (const [what, secret] of Object.entries({
    ...SECRETS,
    ...codes,
    token,
    nonce,
    notification,
  })) {
    expect(text.includes(secret), what).toBe(false)
  }
  const sealed = async () =>
    (
      await env.DB.prepare(
        'SELECT state, sealed_order IS NULL AS dropped FROM claims ORDER BY rowid',
      ).all()
    ).results
  expect(await sealed()).toEqual([
    { state: 'claimed', dropped: 1 },
    { state: 'offered', dropped: 0 },
  ])
  server.clock.now += 30 * 86_400
  await offer(server, issuer, order)
  expect(await sealed()).toEqual([
    { state: 'claimed', dropped: 1 },
    { state: 'expired', dropped: 1 },
    { state: 'offered', dropped: 0 },
  ])
})
