// Passkeys of operators: what a browser is asked, and whether its answer holds. Uses @simplewebauthn/server, loaded when needed.
import { decodeBase64Url, encodeBase64Url } from '../../shared/encoding/base64url.ts'
import { PASSKEY_CHALLENGE_MAX_SECONDS } from '../../shared/limits.ts'
import type { Assertion, Registration } from '../../shared/wire/operators.ts'
import type { Services } from '../services.ts'
import type { Passkey } from '../storage/passkeys.ts'
import { createSecret, hashSecret } from './secret.ts'

/** COSE numbers of EdDSA, ES256 and RS256: what authenticators make. */
const ALGORITHMS = [-8, -7, -257]

/** What an authenticator is asked for; an answer to one flow does not count in another. */
export const FLOWS = {
  signIn: 'sign-in',
  /** An invitation is taken up. */
  joining: (inviteHash: string): string => `join:${inviteHash}`,
  /** An operator who is signed in proves to be there, … */
  proving: (operatorId: string): string => `prove:${operatorId}`,
  /** … and adds another passkey. */
  adding: (operatorId: string): string => `add:${operatorId}`,
} as const

const timeout = PASSKEY_CHALLENGE_MAX_SECONDS * 1_000

const loadLibrary = () => import('@simplewebauthn/server')
const rpIdOf = ({ settings }: Services): string => new URL(settings.origin).hostname

async function ask({ passkeys }: Services, flow: string): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = createSecret()
  await passkeys.keepChallenge(await hashSecret(challenge), flow)
  return bytesOf(challenge)
}

const isAnswered =
  ({ passkeys }: Services, flow: string) =>
  async (challenge: string): Promise<boolean> =>
    passkeys.takeChallenge(await hashSecret(challenge), flow)

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = decodeBase64Url(text)
  if (!bytes) throw new Error('A stored text is no base64url')
  return new Uint8Array(bytes)
}

/**
 * What `navigator.credentials.create` is asked: a discoverable passkey that verifies its user.
 *
 * @param flow - one of `FLOWS`
 * @param known - ids of passkeys that the operator has: a device makes no second one
 */
export async function offerRegistration(
  services: Services,
  flow: string,
  name: string,
  known: readonly string[] = [],
) {
  const { generateRegistrationOptions } = await loadLibrary()
  return generateRegistrationOptions({
    rpName: 'Licet',
    rpID: rpIdOf(services),
    userName: name,
    userDisplayName: name,
    challenge: await ask(services, flow),
    timeout,
    excludeCredentials: known.map((id) => ({ id })),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
}

export type RegisteredPasskey = Omit<Passkey, 'operatorId' | 'name'>

/** The new passkey, or undefined where the answer does not hold. The challenge is used up either way. */
export async function readRegistration(
  services: Services,
  flow: string,
  { id, rawId, type, response }: Registration,
): Promise<RegisteredPasskey | undefined> {
  const { verifyRegistrationResponse } = await loadLibrary()
  const verified = await verifyRegistrationResponse({
    response: { id, rawId, type, response, clientExtensionResults: {} },
    expectedChallenge: isAnswered(services, flow),
    expectedOrigin: services.settings.origin,
    expectedRPID: rpIdOf(services),
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(whatDoesNotHold)
  if (!verified?.verified) return undefined
  const { credential } = verified.registrationInfo
  return {
    credentialId: credential.id,
    publicKey: encodeBase64Url(credential.publicKey),
    counter: credential.counter,
  }
}

/** What `navigator.credentials.get` is asked: any passkey that it knows for this deployment, or one of those that are named. */
export async function offerSignIn(
  services: Services,
  flow: string = FLOWS.signIn,
  allowed: readonly string[] = [],
) {
  const { generateAuthenticationOptions } = await loadLibrary()
  return generateAuthenticationOptions({
    rpID: rpIdOf(services),
    challenge: await ask(services, flow),
    timeout,
    allowCredentials: allowed.map((id) => ({ id })),
    userVerification: 'required',
  })
}

/** Id of the operator whose passkey answered, or undefined where the answer does not hold. */
export async function readSignIn(
  services: Services,
  { id, rawId, type, response }: Assertion,
  flow: string = FLOWS.signIn,
): Promise<string | undefined> {
  const passkey = await services.passkeys.find(id)
  if (!passkey) return undefined
  const { verifyAuthenticationResponse } = await loadLibrary()
  const verified = await verifyAuthenticationResponse({
    response: { id, rawId, type, response, clientExtensionResults: {} },
    expectedChallenge: isAnswered(services, flow),
    expectedOrigin: services.settings.origin,
    expectedRPID: rpIdOf(services),
    credential: { id, publicKey: bytesOf(passkey.publicKey), counter: passkey.counter },
    requireUserVerification: true,
  }).catch(whatDoesNotHold)
  if (!verified?.verified) return undefined
  const { newCounter } = verified.authenticationInfo
  return (await services.passkeys.count(id, newCounter)) ? passkey.operatorId : undefined
}

/** The library throws at whatever a hostile browser sends. Nothing of it is worth telling apart. */
const whatDoesNotHold = (): undefined => undefined
