// Names of everything that can stand on the demo's pages, by what it is. Types only.
import type { PlanName } from './credentials.ts'

/** As issued, signed elsewhere, or altered afterwards. */
export type CredentialName = PlanName | 'boateng-licence' | 'hale-degree' | 'brandt-degree-altered'
