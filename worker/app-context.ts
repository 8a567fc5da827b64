// What every handler finds in its context. Types only.
import type { Env } from './env.ts'
import type { Services } from './services.ts'

export interface AppContext {
  Bindings: Env
  Variables: { services: Services }
}
