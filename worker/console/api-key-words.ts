// What the scopes of an API key allow, in words. Pure.
import type { ApiScope } from '../storage/issuers.ts'

export const SCOPE_WORDS: Readonly<Record<ApiScope, readonly [name: string, meaning: string]>> = {
  issue: ['Issue', 'issue credentials, one by one and by tables'],
  status: ['Status', 'suspend, reinstate and revoke them'],
  read: ['Read', 'list what was issued, with states, reasons and history'],
}
