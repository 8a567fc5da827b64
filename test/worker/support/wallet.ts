// A wallet: the OpenID4VCI client from npm, talking to the Worker under test, with keys of its own. Uses WebCrypto.
import {
  type CallbackContext,
  clientAuthenticationAnonymous,
  preAuthorizedCodeGrantIdentifier,
} from '@openid4vc/oauth2'
import { Openid4vciClient, setGlobalConfig } from '@openid4vc/openid4vci'
import { expect } from 'vitest'
import { encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { utf8Encode } from '../../../shared/encoding/bytes.ts'
import { type OkpJwk, publicJwk } from '../../../shared/keys/jwk.ts'
import { CLAIM_ERRORS, type ClaimError } from '../../../worker/claims/claim-problem.ts'
import { bodyOf, ORIGIN, type Server } from './server.ts'
import type { Founded } from './world.ts'

// The Worker under test speaks http.
setGlobalConfig({ allowInsecureUrls: true })

export interface Offered {
  readonly id: string
  readonly claimUrl: string
  readonly credentialOffer: string
  readonly transactionCode: string
  readonly expiresAt: string
}

/** An order with a claim, offered: the link and its code. */
export const offer = async (
  server: Server,
  { slug, apiKey }: Founded,
  body: object,
): Promise<Offered> =>
  bodyOf(await server.post(`/v1/issuers/${slug}/credentials`, { key: apiKey, body }), 201)

export const codeOf = ({ claimUrl }: Pick<Offered, 'claimUrl'>): string =>
  claimUrl.slice(claimUrl.indexOf('#') + 1)

export interface HolderKeyPair {
  readonly jwk: OkpJwk
  readonly sign: (text: string) => Promise<string>
}

export async function createHolderKey(): Promise<HolderKeyPair> {
  const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('Ed25519 gave no key pair')
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey)
  return {
    jwk: publicJwk(new Uint8Array(raw as ArrayBuffer)),
    sign: async (text) =>
      encodeBase64Url(
        new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, utf8Encode(text))),
      ),
  }
}

export const createHolderKeys = (count: number): Promise<readonly HolderKeyPair[]> =>
  Promise.all(Array.from({ length: count }, createHolderKey))

const encodeJson = (value: object): string => encodeBase64Url(utf8Encode(JSON.stringify(value)))

/** A compact JWS of any header and payload. */
export async function signProof(
  key: HolderKeyPair,
  header: object,
  payload: object,
): Promise<string> {
  const input = `${encodeJson(header)}.${encodeJson(payload)}`
  return `${input}.${await key.sign(input)}`
}

/** A proof as the specification wants it; a test changes one thing. */
export const proofOf = (
  server: Server,
  { slug }: Pick<Founded, 'slug'>,
  key: HolderKeyPair,
  nonce: string,
  header: object = {},
  payload: object = {},
): Promise<string> =>
  signProof(
    key,
    { alg: 'EdDSA', typ: 'openid4vci-proof+jwt', jwk: key.jwk, ...header },
    { aud: `${ORIGIN}/issuers/${slug}`, iat: server.clock.now, nonce, ...payload },
  )

export const askToken = (
  server: Server,
  { slug }: Pick<Founded, 'slug'>,
  form: Readonly<Record<string, string>>,
): Promise<Response> =>
  server.post(`/issuers/${slug}/claims/token`, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: preAuthorizedCodeGrantIdentifier,
      ...form,
    }).toString(),
  })

export async function redeem(server: Server, issuer: Founded, offered: Offered): Promise<string> {
  const form = { 'pre-authorized_code': codeOf(offered), tx_code: offered.transactionCode }
  const { access_token } = await bodyOf<{ access_token: string }>(
    await askToken(server, issuer, form),
    200,
  )
  return access_token
}

export const askNonce = async (
  server: Server,
  { slug }: Pick<Founded, 'slug'>,
): Promise<string> => {
  const answer = await server.post(`/issuers/${slug}/claims/nonce`)
  return (await bodyOf<{ c_nonce: string }>(answer, 200)).c_nonce
}

export const askCopies = (
  server: Server,
  { slug }: Pick<Founded, 'slug'>,
  accessToken: string,
  body: object,
): Promise<Response> =>
  server.post(`/issuers/${slug}/claims/credential`, { key: accessToken, body })

/** Copies that the client from npm claims, one for each key, through every endpoint as it finds it. */
export async function claimWithClient(
  server: Server,
  offerLink: string,
  transactionCode: string | undefined,
  keys: readonly HolderKeyPair[],
) {
  const callbacks = createCallbacks(server, keys)
  const client = new Openid4vciClient({ callbacks })
  const credentialOffer = await client.resolveCredentialOffer(offerLink)
  const issuerMetadata = await client.resolveIssuerMetadata(credentialOffer.credential_issuer)
  const [credentialConfigurationId = ''] = credentialOffer.credential_configuration_ids
  const { accessTokenResponse } = await client.retrievePreAuthorizedCodeAccessTokenFromOffer({
    credentialOffer,
    issuerMetadata,
    ...(transactionCode !== undefined && { txCode: transactionCode }),
  })
  const { c_nonce: nonce } = await client.requestNonce({ issuerMetadata })
  const proofs = await Promise.all(
    keys.map(({ jwk }) =>
      client.createCredentialRequestJwtProof({
        issuerMetadata,
        credentialConfigurationId,
        nonce,
        issuedAt: new Date(server.clock.now * 1000),
        signer: { method: 'jwk', alg: 'EdDSA', publicJwk: { ...jwk } },
      }),
    ),
  )
  const accessToken = accessTokenResponse.access_token
  const { credentialResponse } = await client.retrieveCredentials({
    issuerMetadata,
    accessToken,
    credentialConfigurationId,
    proofs: { jwt: proofs.map(({ jwt }) => jwt) },
  })
  const { credentials = [], notification_id: notificationId = '' } = credentialResponse
  await client.sendNotification({
    issuerMetadata,
    accessToken,
    notification: { notificationId, event: 'credential_accepted' },
  })
  return {
    issuerMetadata,
    credentialOffer,
    copies: credentials.map((entry) =>
      typeof entry === 'object' && 'credential' in entry ? entry.credential : entry,
    ) as readonly string[],
  }
}

function createCallbacks(server: Server, keys: readonly HolderKeyPair[]) {
  const notUsed = () => {
    throw new Error('This wallet does not do that')
  }
  return {
    fetch: async (input, init) => {
      const { method, headers, body } = new Request(String(input), init as RequestInit)
      const { pathname, search } = new URL(String(input))
      return server.call(method, pathname + search, {
        headers: Object.fromEntries(headers),
        ...(body && { body: await new Response(body).text() }),
      })
    },
    hash: async (data) =>
      new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(data))),
    generateRandom: (count) => crypto.getRandomValues(new Uint8Array(count)),
    clientAuthentication: clientAuthenticationAnonymous(),
    verifyJwt: notUsed,
    decryptJwe: notUsed,
    encryptJwe: notUsed,
    signJwt: async (signer, { header, payload }) => {
      const wanted = signer.method === 'jwk' ? signer.publicJwk.x : undefined
      const key = keys.find(({ jwk }) => jwk.x === wanted)
      if (!key) throw new Error('This wallet has no such key')
      const jwt = await signProof(key, header, payload)
      return { jwt, signerJwk: { ...key.jwk } }
    },
  } satisfies CallbackContext
}

/** A refusal as wallets read it, once its form is right. */
export async function oauthErrorOf(response: Response) {
  const body = (await response.json()) as {
    readonly error: ClaimError
    readonly error_description: string
  }
  expect(response.status, JSON.stringify(body)).toBe(CLAIM_ERRORS[body.error])
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(body.error_description).toMatch(/\.$/)
  return body
}
