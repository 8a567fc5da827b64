// The credential that an approval handed out, whichever way it was asked for. Pure.
import { isJsonObject } from '../../shared/encoding/json.ts'
import { credentialFile } from '../renderings/credential-file.ts'

export interface HandedOut {
  /** As it is handed on. */
  readonly text: string
  /** The UUID of the credential; absent where it is recorded under a name of its own. */
  readonly id?: string
}

const UUID_URN = /^urn:uuid:([0-9a-f-]{36})$/

/** An envelope holds the very text behind the comma of its address. @see VCDM 2.0 §4.13 */
function textOf(credential: string | object): string {
  const { id } = credential as { readonly id?: unknown }
  return typeof id === 'string' && id.startsWith('data:')
    ? id.slice(id.indexOf(',') + 1)
    : credentialFile(credential).text
}

/** undefined where what was approved issues nothing, or waits for a signature. */
export function issuedBy(result: object): HandedOut | undefined {
  const { id, credential, verifiableCredential } = result as Readonly<Record<string, unknown>>
  const secured = credential ?? verifiableCredential
  if (typeof secured !== 'string' && !isJsonObject(secured)) return undefined
  const uuid = typeof id === 'string' ? UUID_URN.exec(id)?.[1] : undefined
  return { text: textOf(secured), ...(uuid !== undefined && { id: uuid }) }
}
