// What a kind of credential is, told in one place. Types only.
import type { z } from 'zod'
import type { JsonObject } from '../encoding/json.ts'
import type { CredentialFrame } from '../issue/credential-frame.ts'
import type { PublishedPurpose } from '../status/state-table.ts'
import type { AnyOrder } from '../wire/order-fields.ts'
import type { Column } from './columns.ts'

/** How an order becomes a credential of one data model, before it is signed. */
export interface Builders<Order> {
  /** VCDM 2.0: `vc+jwt` and the proofs that stand inside. `achievementId` is a fresh URN. */
  vcdm2?(order: Order, frame: CredentialFrame, achievementId: string): JsonObject
  /** VCDM 1.1: `jwt_vc`. */
  vcdm1?(order: Order, frame: CredentialFrame): JsonObject
  /** The claims of a `dc+sd-jwt` beyond those that every one has. */
  sdJwt?(order: Order, frame: CredentialFrame): JsonObject
}

/** What wallets and verifiers are told of the SD-JWT VC. */
export interface SdJwtType {
  /** The path of its `vct`. */
  readonly path: string
  /**
   * What always shows, beside what SD-JWT VC never lets be hidden. What a credential is worth must not depend on what its
   * holder leaves out: an accreditation covers type, place, profession and level, and a limit is a limit.
   */
  readonly open: readonly string[]
  /** The claims that it may have, the dots being steps. */
  readonly claims: readonly string[]
}

export interface CredentialType<Order extends AnyOrder = AnyOrder> {
  readonly kind: Order['kind']
  /** In English, for lists, forms and wallets. */
  readonly title: string
  readonly description: string
  /** The type by which an accreditation covers it. */
  readonly credentialType: string
  /** Of the whole order; strict. */
  readonly schema: z.ZodType<Order>
  /** What can be changed about it afterwards: a place in a status list for each. */
  readonly purposes: readonly PublishedPurpose[]
  /** Of a table of orders, those of every kind among them. */
  readonly columns: readonly Column[]
  /** An order that is valid as it stands. */
  readonly example: object
  readonly build: Builders<Order>
  readonly sdJwt?: SdJwtType
  /** Credentials to be signed first, in the same format; the builder finds them in the frame. */
  inside?(order: Order, frame: CredentialFrame, achievementId: string): readonly JsonObject[]
  /** `urn:uuid:…` of the credential of the same issuer on which it leans; whatever ends that one ends it. */
  baseOf?(order: Order): string
}
