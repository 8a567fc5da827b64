// What every credential that is issued here has in common. Types and small parts; pure.
import type { JsonObject } from '../encoding/json.ts'
import { MESSAGE_WORDS, PUBLISHED_SIZES, type PublishedPurpose } from '../status/state-table.ts'

/** Where the status of one credential is published for one purpose. */
export interface StatusPlace {
  readonly purpose: PublishedPurpose
  readonly listUrl: string
  readonly index: number
}

export interface IssuerProfile {
  readonly did: string
  readonly name: string
  readonly url?: string
}

/** Everything about a new credential but its contents. */
export interface CredentialFrame {
  /** `urn:uuid:…` */
  readonly id: string
  /** The deployment that serves contexts and schemas. */
  readonly origin: string
  readonly issuer: IssuerProfile
  readonly status: readonly StatusPlace[]
  /** Of the credential that it leans on, where there is one: what ends that one ends it as well. */
  readonly baseStatus?: readonly StatusPlace[]
  /** Credentials that it holds, each secured by itself. */
  readonly inside?: readonly (string | JsonObject)[]
}

/** @see Bitstring Status List §2.1; Open Badges 3.0 wants the `id` */
export const statusEntry = ({ purpose, listUrl, index }: StatusPlace): JsonObject => ({
  id: `${listUrl}#${index}`,
  type: 'BitstringStatusListEntry',
  statusPurpose: purpose,
  statusListIndex: String(index),
  statusListCredential: listUrl,
  ...(purpose === 'message' && MESSAGES),
})

/** What the values of a message mean, in every credential alike. */
const MESSAGES = {
  statusSize: PUBLISHED_SIZES.message,
  statusMessage: MESSAGE_WORDS.map((message, value) => ({ status: `0x${value}`, message })),
}

/**
 * The `status` claim of an SD-JWT VC: the token list that stands beside the revocation list, at the same index. Undefined where
 * the credential has no place in it.
 *
 * @see Token Status List §6.2
 */
export function tokenStatusClaim(
  status: readonly StatusPlace[],
): { readonly status_list: { readonly idx: number; readonly uri: string } } | undefined {
  const place = status.find(({ purpose }) => purpose === 'revocation')
  return place && { status_list: { idx: place.index, uri: place.listUrl } }
}

/** Open Badges allows one entry, not a list of one; VCDM reads both alike. */
export const statusProperty = (status: readonly StatusPlace[]): JsonObject => {
  const entries = status.map(statusEntry)
  return entries.length === 0
    ? {}
    : { credentialStatus: entries.length === 1 ? entries[0] : entries }
}

/** The object without members that are undefined: JSON-LD forbids nulls and empty places. */
export const present = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
