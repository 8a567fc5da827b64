// WebCrypto as it is elsewhere. Pure but for the platform's own WebCrypto.

/** Where Ed25519 has not arrived. */
export function createSubtleWithoutEd25519(): SubtleCrypto {
  const refuse = async () => {
    throw new DOMException('Unrecognized algorithm name', 'NotSupportedError')
  }
  return new Proxy(crypto.subtle, {
    get: (target, name: keyof SubtleCrypto) =>
      name === 'importKey' || name === 'verify' ? refuse : target[name].bind(target),
  })
}

/** Where every key and every signature is fine: what is refused all the same, our own checks refused. */
export const createCredulousSubtle = (): SubtleCrypto =>
  new Proxy(crypto.subtle, {
    get: (target, name: keyof SubtleCrypto) => {
      if (name === 'importKey') return async () => ({})
      return name === 'verify' ? async () => true : target[name].bind(target)
    },
  })
