// The DID document that an issuer is told to serve.
import { expect, it } from 'vitest'
import { isDidDocumentOf } from '../../../../shared/keys/did-document.ts'
import { documentWith } from '../../../../worker/web/signing/own-document.ts'

const DID = 'did:web:board.gov.xm'
const keyOf = (name: string, state: 'active' | 'retired' | 'compromised' = 'active') => ({
  kid: `${DID}#${name}`,
  publicJwk: {
    kty: 'OKP',
    crv: 'Ed25519',
    x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  } as const,
  state,
})

it('holds the new key, those that are active or retired, and none that is compromised', () => {
  const others = [keyOf('old'), keyOf('older', 'retired'), keyOf('stolen', 'compromised')]
  const document = JSON.parse(documentWith(DID, keyOf('new'), others))
  expect(document.assertionMethod).toEqual([`${DID}#new`, `${DID}#old`, `${DID}#older`])
  expect(isDidDocumentOf(document, DID)).toBe(true)
  expect(JSON.stringify(document)).not.toContain('stolen')
})
