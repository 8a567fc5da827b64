// The closed table of signature algorithms. Pure.
import type { PublicJwk } from '../keys/jwk.ts'

interface AlgorithmRow {
  readonly kty: PublicJwk['kty']
  readonly crv?: 'Ed25519' | 'P-256' | 'P-384'
  /** Types of credentials that alone may be signed so; undefined: any. */
  readonly types?: ReadonlySet<string>
}

/** Open Badges ask for RS256 at least; nobody else needs RSA. @see Open Badges 3.0 §8.2.2 */
const OPEN_BADGES_TYPES: ReadonlySet<string> = new Set([
  'AchievementCredential',
  'OpenBadgeCredential',
  'ClrCredential',
  'EndorsementCredential',
])

/**
 * What may stand in `alg`. A name that is not a row here is refused, `none` included.
 *
 * @see RFC 8037 §3.1 (EdDSA), RFC 9864 §2.2 (Ed25519), RFC 7518 §3.3 and §3.4 (RS256, ES256, ES384)
 */
export const ALGORITHMS: ReadonlyMap<string, AlgorithmRow> = new Map<string, AlgorithmRow>([
  ['EdDSA', { kty: 'OKP', crv: 'Ed25519' }],
  ['Ed25519', { kty: 'OKP', crv: 'Ed25519' }],
  ['ES256', { kty: 'EC', crv: 'P-256' }],
  ['ES384', { kty: 'EC', crv: 'P-384' }],
  ['RS256', { kty: 'RSA', types: OPEN_BADGES_TYPES }],
])

/** Whether a key is of the kind that an algorithm signs with: a mix-up of the two is how forgeries begin. */
export const keyFitsAlgorithm = (key: PublicJwk, algorithm: string): boolean => {
  const row = ALGORITHMS.get(algorithm)
  return row !== undefined && row.kty === key.kty && (key.kty === 'RSA' || row.crv === key.crv)
}

/**
 * Algorithms that others sign with and that we do not check: no reason to call what they signed forged.
 *
 * @see RFC 7518 §3.1, RFC 8812 §3.2, RFC 9864 §2.2
 */
export const UNSUPPORTED_ALGORITHMS: ReadonlySet<string> = new Set([
  'ES512',
  'ES256K',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'Ed448',
])
