// Contexts and keys from memory for the peers that read Linked Data. Pure.
import { contexts as credentialContexts } from '@digitalbazaar/credentials-context'
import dataIntegrityContext from '@digitalbazaar/data-integrity-context'

const MULTIKEY = 'https://w3id.org/security/multikey/v1'
const SECURITY = 'https://w3id.org/security#'

const MULTIKEY_CONTEXT = {
  '@context': {
    id: '@id',
    type: '@type',
    Multikey: {
      '@id': `${SECURITY}Multikey`,
      '@context': {
        id: '@id',
        type: '@type',
        controller: { '@id': `${SECURITY}controller`, '@type': '@id' },
        publicKeyMultibase: {
          '@id': `${SECURITY}publicKeyMultibase`,
          '@type': `${SECURITY}multibase`,
        },
      },
    },
  },
}

export function createDocumentLoader({ did, kid, didDocument }) {
  const documents = new Map([
    ...credentialContexts,
    ...dataIntegrityContext.contexts,
    [MULTIKEY, MULTIKEY_CONTEXT],
    ['https://www.w3.org/ns/did/v1', { '@context': { id: '@id', type: '@type' } }],
    [did, didDocument],
    [kid, { '@context': MULTIKEY, ...didDocument.verificationMethod[0] }],
  ])
  return async (url) => {
    const document = documents.get(url)
    if (!document) throw new Error(`Not in memory: ${url}`)
    return { contextUrl: null, documentUrl: url, document }
  }
}
