// Passkeys of operators: what a browser is asked, and whether its answer holds. Uses @simplewebauthn/server, loaded when needed.
import { decodeBase64Url, encodeBase64Url } from '../../shared/encoding/base64url.ts'
import { PASSKEY_CHALLENGE_MAX_SECONDS } from '../../shared/limits.ts'
import type { Assertion, Registration } from '../../shared/wire/operators.ts'
import type { Services } from '../services.ts'
import type { Passkey } from '../storage/passkeys.ts'
import { createSecret, hashSecret } from './secret.ts'

/** COSE numbers of EdDSA, ES256 and RS256: what authenticators make. */
const ALGORITHMS = [-8, -7, -257]
const SIGN_IN = 'sign-in'
const joining = (inviteHash: string): string => `join:${inviteHash}`
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

/** What `navigator.credentials.create` is asked: a discoverable passkey that verifies its user. */
export async function offerRegistration(services: Services, inviteHash: string, name: string) {
  const { generateRegistrationOptions } = await loadLibrary()
  return generateRegistrationOptions({
    rpName: 'Licet',
    rpID: rpIdOf(services),
    userName: name,
    userDisplayName: name,
    challenge: await ask(services, joining(inviteHash)),
    timeout,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
}

/** The new passkey, or undefined where the answer does not hold. The challenge is used up either way. */
export async function readRegistration(
  services: Services,
  inviteHash: string,
  { id, rawId, type, response }: Registration,
): Promise<Omit<Passkey, 'operatorId'> | undefined> {
  const { verifyRegistrationResponse } = await loadLibrary()
  const verified = await verifyRegistrationResponse({
    response: { id, rawId, type, response, clientExtensionResults: {} },
    expectedChallenge: isAnswered(services, joining(inviteHash)),
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

/** What `navigator.credentials.get` is asked: any passkey that it knows for this deployment. */
export async function offerSignIn(services: Services) {
  const { generateAuthenticationOptions } = await loadLibrary()
  return generateAuthenticationOptions({
    rpID: rpIdOf(services),
    challenge: await ask(services, SIGN_IN),
    timeout,
    userVerification: 'required',
  })
}

/** Id of the operator whose passkey answered, or undefined where the answer does not hold. */
export async function readSignIn(
  services: Services,
  { id, rawId, type, response }: Assertion,
): Promise<string | undefined> {
  const passkey = await services.passkeys.find(id)
  if (!passkey) return undefined
  const { verifyAuthenticationResponse } = await loadLibrary()
  const verified = await verifyAuthenticationResponse({
    response: { id, rawId, type, response, clientExtensionResults: {} },
    expectedChallenge: isAnswered(services, SIGN_IN),
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
