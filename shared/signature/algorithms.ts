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
