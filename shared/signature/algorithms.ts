// The closed table of signature algorithms. Pure.

/**
 * What may stand in `alg`. A name that is not a row here is refused, `none` included.
 *
 * @see RFC 8037 §3.1 (EdDSA), RFC 9864 §2.2 (Ed25519)
 */
export const ALGORITHMS: ReadonlyMap<string, { readonly crv: 'Ed25519' }> = new Map([
  ['EdDSA', { crv: 'Ed25519' }],
  ['Ed25519', { crv: 'Ed25519' }],
])

/**
 * Algorithms that others sign with and that we do not check: no reason to call what they signed forged.
 *
 * @see RFC 7518 §3.1, RFC 8812 §3.2, RFC 9864 §2.2
 */
export const UNSUPPORTED_ALGORITHMS: ReadonlySet<string> = new Set([
  'ES256',
  'ES384',
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
