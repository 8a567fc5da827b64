// A WebCrypto as it is where Ed25519 has not arrived. Pure but for the platform's own WebCrypto.

export function createSubtleWithoutEd25519(): SubtleCrypto {
  const refuse = async () => {
    throw new DOMException('Unrecognized algorithm name', 'NotSupportedError')
  }
  return new Proxy(crypto.subtle, {
    get: (target, name: keyof SubtleCrypto) =>
      name === 'importKey' || name === 'verify' ? refuse : target[name].bind(target),
  })
}
