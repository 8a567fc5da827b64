// What a text says it is, before anybody proved it: for who passes lists on and keeps them. Loads what a rare envelope needs.
import type { StatusListKind } from '../deps.ts'
import { STATUS_LIST_MAX_BYTES } from '../limits.ts'
import type { CredentialClaims } from '../parse/credential.ts'
import { parseSecured } from '../parse/parse-secured.ts'
import { formOf, type ListForm } from './list-forms.ts'
import { readTtl } from './list-period.ts'

const BOUND = { maxChars: STATUS_LIST_MAX_BYTES }

async function statedClaims(text: string, form: ListForm): Promise<CredentialClaims | null> {
  const parsed = form.parse ? form.parse(text, BOUND) : await parseSecured(text, BOUND)
  if (!parsed.ok || !('claims' in parsed.value)) return null
  return form.isList(parsed.value.claims) ? parsed.value.claims : null
}

/** Whether a text is, by what it says, a status list of a kind. */
export const isStatusList = async (text: string, kind: StatusListKind): Promise<boolean> =>
  (await statedClaims(text, await formOf(kind))) !== null

/** For how long it says that it may be kept; undefined where it says nothing that can be read. */
export async function statedTtl(text: string, kind: StatusListKind): Promise<number | undefined> {
  const form = await formOf(kind)
  const claims = await statedClaims(text, form)
  const ttl = claims && form.ttl(claims)
  return (ttl && readTtl(ttl.value, ttl.perSecond)) ?? undefined
}
