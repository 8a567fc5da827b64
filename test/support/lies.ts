// Verifications in which one thing is a lie, each ready to be run. Uses the world.
import type { JsonObject } from '../../shared/encoding/json.ts'
import { readTrustList, type TrustPin, type VerificationResult } from '../../shared/index.ts'
import { statusEntry } from '../../shared/issue/credential-frame.ts'
import { NOW } from './clock.ts'
import { type AccreditationOrder, INDEX, licence, listUrl } from './credentials.ts'
import { documentOf, type Issuer, signCompact } from './issuer.ts'
import { COUNCIL, MILL } from './parties.ts'
import { withProof } from './proofs.ts'
import { ASKED, present, type SdJwtParts, sdJwt } from './sd-jwt.ts'
import { type ListOrder, statusList } from './status-lists.ts'
import { createWorld, PIN, type WorldParts } from './world.ts'

export type Lie = () => Promise<VerificationResult>

/** Something that is no licence of ours. */
export const input =
  (text: string | object): Lie =>
  async () =>
    (await createWorld()).verify(text)

/** The licence with a lie in its claims or its header, signed by whom it says or by somebody else. */
export const claim =
  (changes: object, header: object = {}, signer: Issuer = COUNCIL): Lie =>
  async () =>
    (await createWorld()).verify(await signCompact(licence({ ...changes }), signer, header))

/** The licence with its proof inside, with a lie in its claims or in what the proof says of itself. */
export const proved =
  (changes: JsonObject, options: JsonObject = {}): Lie =>
  async () =>
    (await createWorld()).verify(await withProof(licence(changes), COUNCIL, options))

/** The true licence in a world with a lie. */
export const world =
  (parts: WorldParts | (() => Promise<WorldParts>)): Lie =>
  async () => {
    const lie = typeof parts === 'function' ? await parts() : parts
    return (await createWorld(lie)).verify(await signCompact(licence(), COUNCIL))
  }

/** A licence of an organisation that only its own DID document speaks for, with a lie in that. */
export const document =
  (changes: object): Lie =>
  async () => {
    const documents = { [MILL.did]: { ...documentOf(MILL), ...changes } }
    const token = await signCompact(licence({ issuer: MILL.did }), MILL)
    return (await createWorld({ documents })).verify(token)
  }

/** The same with a lie in the key of that document. */
export const method = (changes: object): Lie =>
  document({
    verificationMethod: [
      {
        id: MILL.kid,
        type: 'JsonWebKey',
        controller: MILL.did,
        publicKeyJwk: MILL.jwk,
        ...changes,
      },
    ],
  })

/** A lie in the status entry of the licence. */
export const entry = (changes: object): Lie =>
  claim({
    credentialStatus: {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(INDEX),
      statusListCredential: listUrl(COUNCIL, 'revocation'),
      ...changes,
    },
  })

/** A lie in one of the lists that the licence points to. */
export const list = (order: ListOrder, purpose: 'revocation' | 'suspension' = 'revocation'): Lie =>
  world(async () => ({
    lists: { [listUrl(COUNCIL, purpose)]: await statusList(COUNCIL, purpose, order) },
  }))

/** The licence with a message, and the value that stands in its list. */
export const message =
  (value: number): Lie =>
  async () => {
    const url = listUrl(COUNCIL, 'message')
    const list = await statusList(COUNCIL, 'message', { size: 2, values: { [INDEX]: value } })
    const entry = statusEntry({ purpose: 'message', listUrl: url, index: INDEX })
    const token = await signCompact(licence({ credentialStatus: entry }), COUNCIL)
    return (await createWorld({ lists: { [url]: list } })).verify(token)
  }

/** The accreditations of the trust list, all of them. */
export const chain = (...accreditations: readonly Promise<string>[]): Lie =>
  world(async () => ({ accreditations: await Promise.all(accreditations) }))

/** A trust list as it is read against a pin; whom it lists is then found by a look-up. */
export const registry = (
  text: () => Promise<string>,
  { pin = PIN, lowestSequence = 0 }: { pin?: TrustPin; lowestSequence?: number } = {},
): Lie =>
  world(async () => {
    const { deps } = await createWorld()
    const context = { nowSeconds: NOW, lowestSequence, engine: deps.engine }
    return {
      documents: { [COUNCIL.did]: documentOf(COUNCIL) },
      deps: { trust: async () => readTrustList(await text(), pin, context) },
    }
  })

/** An SD-JWT licence with a lie in what is signed or in what is shown. */
export const shown =
  (parts: SdJwtParts): Lie =>
  async () =>
    (await createWorld()).verify(await sdJwt(parts))

/** The true SD-JWT licence, presented to somebody who asked for it, with a lie in the holder's proof. */
export const presented =
  (claims: JsonObject, signer?: Issuer): Lie =>
  async () =>
    (await createWorld()).verify(await present(await sdJwt(), claims, {}, signer), ASKED)

export type Grant = Partial<AccreditationOrder>
