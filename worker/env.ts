// The bindings of the Worker, and its settings parsed once. Uses zod.
import { z } from 'zod'
import { decodeBase64Url } from '../shared/encoding/base64url.ts'
import { STATUS_LIST_DEVELOPMENT_TTL_SECONDS, STATUS_LIST_TTL_SECONDS } from '../shared/limits.ts'
import type { BatchMessage } from './batches/queue.ts'

/** What wrangler.toml and the secrets bind. */
export interface Env {
  readonly DB: D1Database
  readonly ASSETS: Fetcher
  /** Wakes the signing of batches. */
  readonly BATCH_QUEUE: Queue<BatchMessage>
  readonly VERIFICATIONS_RATE: RateLimit
  readonly BATCHES_RATE: RateLimit
  readonly LOOK_UPS_RATE: RateLimit
  readonly ISSUER_RATE: RateLimit
  readonly SIGN_IN_RATE: RateLimit
  readonly KEY_REGISTRATION_RATE: RateLimit
  readonly SHARES_RATE: RateLimit
  readonly SHARE_LOOKS_RATE: RateLimit
  readonly CLAIMS_RATE: RateLimit
  readonly LICET_ORIGIN: string
  readonly LICET_DEMO_ORIGIN?: string
  readonly LICET_DEVELOPMENT_HOSTS?: string
  readonly LICET_CONFORMANCE_ISSUER?: string
  readonly LICET_SEALING_KEY: string
  readonly LICET_ADMIN_KEY_HASH: string
}

const origin = z
  .string()
  .refine((value) => URL.canParse(value) && new URL(value).origin === value, {
    message: 'must be an origin such as https://licet.example, without a path',
  })

const settingsSchema = z.object({
  LICET_ORIGIN: origin,
  LICET_DEMO_ORIGIN: origin.optional(),
  LICET_DEVELOPMENT_HOSTS: z.string().default(''),
  LICET_CONFORMANCE_ISSUER: z.enum(['on', 'off'], { message: 'must be on or off' }).default('off'),
  LICET_SEALING_KEY: z.string().refine((value) => decodeBase64Url(value)?.length === 32, {
    message: 'must be 32 bytes, base64url',
  }),
  LICET_ADMIN_KEY_HASH: z.string().regex(/^[0-9a-f]{64}$/, {
    message: 'must be the SHA-256 of the administrator key, in hexadecimal',
  }),
})

export interface Settings {
  /** Fixes the host in DIDs and URLs. */
  readonly origin: string
  readonly demoOrigin?: string
  /** Hosts (with port) that may be asked by http and on any port. Empty in production. */
  readonly developmentHosts: ReadonlySet<string>
  /** Whether an issuer without a key answers, for outside test suites. Never in production. */
  readonly hasConformanceIssuer: boolean
  readonly sealingKey: string
  readonly adminKeyHash: string
  readonly statusTtlSeconds: number
}

/** Names the settings that are wrong and what was expected of them, never their values. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(`Settings: ${faults.join('; ')}`)
    this.faults = faults
  }
}

/** Throws where a setting is missing or malformed: the message names the setting, never its value. */
export function readSettings(env: Env): Settings {
  const parsed = settingsSchema.safeParse(env)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
    throw new SettingsError(faults)
  }
  const { LICET_DEMO_ORIGIN: demoOrigin, LICET_DEVELOPMENT_HOSTS: hosts } = parsed.data
  const developmentHosts = new Set(hosts.split(',').filter((host) => host !== ''))
  return {
    origin: parsed.data.LICET_ORIGIN,
    ...(demoOrigin !== undefined && { demoOrigin }),
    developmentHosts,
    hasConformanceIssuer: parsed.data.LICET_CONFORMANCE_ISSUER === 'on',
    sealingKey: parsed.data.LICET_SEALING_KEY,
    adminKeyHash: parsed.data.LICET_ADMIN_KEY_HASH,
    statusTtlSeconds:
      developmentHosts.size > 0 ? STATUS_LIST_DEVELOPMENT_TTL_SECONDS : STATUS_LIST_TTL_SECONDS,
  }
}
