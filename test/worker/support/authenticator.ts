// A passkey authenticator in software: ES256, user verified, as WebAuthn Level 3 lays out its answers. Uses WebCrypto.
import { encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { utf8Encode } from '../../../shared/encoding/bytes.ts'
import { ORIGIN } from './server.ts'

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const ATTESTED = 0x40

/** What a lying browser or authenticator says instead. */
export interface Lies {
  readonly origin?: string
  readonly rpId?: string
  readonly type?: string
  readonly flags?: number
  readonly counter?: number
  readonly challenge?: string
  readonly signature?: Uint8Array
}

const sha256 = async (bytes: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
const join = (...parts: readonly ArrayLike<number>[]) =>
  new Uint8Array(parts.flatMap((part) => Array.from(part)))
const uint32 = (value: number) => [
  value >>> 24,
  (value >> 16) & 255,
  (value >> 8) & 255,
  value & 255,
]
const cborBytes = (bytes: Uint8Array) =>
  bytes.length < 24
    ? join([0x40 | bytes.length], bytes)
    : bytes.length < 256
      ? join([0x58, bytes.length], bytes)
      : join([0x59, bytes.length >> 8, bytes.length & 255], bytes)
const cborText = (text: string) => join([0x60 | text.length], utf8Encode(text))

/** ECDSA signatures travel as DER here: two integers, each with a zero before a set high bit. */
function toDer(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  const integer = (bytes: Uint8Array) => {
    const first = bytes.findIndex((byte) => byte !== 0)
    const digits = bytes.slice(first)
    const padded = (digits[0] ?? 0) > 127 ? join([0], digits) : digits
    return join([0x02, padded.length], padded)
  }
  const body = join(integer(raw.slice(0, 32)), integer(raw.slice(32)))
  return join([0x30, body.length], body)
}

export async function createAuthenticator() {
  const pair = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ])) as CryptoKeyPair
  const point = new Uint8Array(
    (await crypto.subtle.exportKey('raw', pair.publicKey)) as ArrayBuffer,
  )
  const credentialId = crypto.getRandomValues(new Uint8Array(16))
  const id = encodeBase64Url(credentialId)
  // COSE_Key: kty EC2, alg ES256, crv P-256, x, y.
  const coseKey = join(
    [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21],
    cborBytes(point.slice(1, 33)),
    [0x22],
    cborBytes(point.slice(33)),
  )
  let counter = 0

  const clientData = (type: string, challenge: string, lies: Lies) =>
    utf8Encode(
      JSON.stringify({
        type: lies.type ?? type,
        challenge: lies.challenge ?? challenge,
        origin: lies.origin ?? ORIGIN,
        crossOrigin: false,
      }),
    )
  const authenticatorData = async (flags: number, lies: Lies, attested: Uint8Array) =>
    join(
      await sha256(utf8Encode(lies.rpId ?? 'localhost')),
      [lies.flags ?? flags],
      uint32(lies.counter ?? ++counter),
      attested,
    )

  return {
    id,
    async register(challenge: string, lies: Lies = {}) {
      const attested = join(new Uint8Array(16), [0, credentialId.length], credentialId, coseKey)
      const flags = USER_PRESENT | USER_VERIFIED | ATTESTED
      const attestationObject = join(
        [0xa3],
        cborText('fmt'),
        cborText('none'),
        cborText('attStmt'),
        [0xa0],
        cborText('authData'),
        cborBytes(await authenticatorData(flags, lies, attested)),
      )
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: encodeBase64Url(clientData('webauthn.create', challenge, lies)),
          attestationObject: encodeBase64Url(attestationObject),
        },
      }
    },
    async signIn(challenge: string, lies: Lies = {}) {
      const client = clientData('webauthn.get', challenge, lies)
      const data = await authenticatorData(USER_PRESENT | USER_VERIFIED, lies, new Uint8Array())
      const raw = await crypto.subtle.sign(
        { name: 'ECDSA', hash: 'SHA-256' },
        pair.privateKey,
        join(data, await sha256(client)),
      )
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: encodeBase64Url(client),
          authenticatorData: encodeBase64Url(data),
          signature: encodeBase64Url(lies.signature ?? toDer(new Uint8Array(raw))),
          userHandle: 'AAAA',
        },
      }
    },
  }
}

export type Authenticator = Awaited<ReturnType<typeof createAuthenticator>>
