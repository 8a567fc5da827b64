// A claim from code to kept copies, by OpenID4VCI 1.0 as any wallet does it. Uses the network, WebCrypto and IndexedDB.
import { CLAIM_COPIES_MAX_COUNT } from '../../../shared/limits.ts'
import { createHolderKeys, dropHolderKeys, proveKey } from '../holder/holder-keys.ts'
import { put } from '../holder/vault.ts'
import { ask, askJson } from './ask.ts'

/** What waits behind a code, as `POST /v1/claims/looks` answers it. */
export interface Look {
  readonly issuer: { readonly name: string }
  readonly credential: { readonly title: string }
  readonly configurationId: string
  readonly asksForCode: boolean
  readonly expiresAt: string
  readonly credentialOffer: string
  readonly offer: { readonly credential_issuer: string }
}

const GRANT = 'urn:ietf:params:oauth:grant-type:pre-authorized_code'

export const lookAt = (code: string): Promise<Look> => askJson('/v1/claims/looks', { code })

/** Fetches copies, each for a key of its own, and keeps them in the vault. Throws `Refused` with words for the holder. */
export async function receive(
  code: string,
  { configurationId, offer }: Look,
  transactionCode: string | undefined,
): Promise<void> {
  const audience = offer.credential_issuer
  const at = (step: string) => `${new URL(audience).pathname}/claims/${step}`
  // Before the code is used up: from then on nothing may fail that could have failed earlier.
  const keys = await createHolderKeys(CLAIM_COPIES_MAX_COUNT)
  const redeeming = ask<{ readonly access_token: string }>(at('token'), {
    body: new URLSearchParams({
      grant_type: GRANT,
      'pre-authorized_code': code,
      ...(transactionCode !== undefined && { tx_code: transactionCode }),
    }),
  })
  const { access_token: token } = await redeeming.catch(async (refused) => {
    await dropHolderKeys(keys)
    throw refused
  })
  const { c_nonce: nonce } = await ask<{ readonly c_nonce: string }>(at('nonce'), {})
  const authorization = { authorization: `Bearer ${token}` }
  const answer = await askJson<{
    readonly credentials: readonly { readonly credential: string }[]
    readonly notification_id: string
  }>(
    at('credential'),
    {
      credential_configuration_id: configurationId,
      proofs: { jwt: await Promise.all(keys.map((key) => proveKey(key, audience, nonce))) },
    },
    authorization,
  )
  const [first, ...rest] = answer.credentials.map(({ credential: text }) => ({ text }))
  if (!first) throw new Error('The issuer sent no copy')
  const addedAt = new Date().toISOString()
  await put('credentials', { id: crypto.randomUUID(), addedAt, copies: [first, ...rest] })
  // They are kept: whether the issuer hears of it changes nothing.
  await askJson(
    at('notification'),
    { notification_id: answer.notification_id, event: 'credential_accepted' },
    authorization,
  ).catch(() => undefined)
}
