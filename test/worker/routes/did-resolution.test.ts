// GET /1.0/identifiers/{did}: documents of three methods, by Accept, and every error of the standard.
import { describe, expect, it } from 'vitest'
import { resolveDidKey } from '../../../shared/keys/did-key.ts'
import { jsonDocument } from '../support/net.ts'
import { bodyOf, startServer } from '../support/server.ts'
import { found } from '../support/world.ts'

const server = startServer()

const DID_KEY = 'did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH'
const DID_JWK =
  'did:jwk:eyJjcnYiOiJQLTI1NiIsImt0eSI6IkVDIiwieCI6ImFjYklRaXVNczNpOF91c3pFakoydHBUdFJNNEVVM3l6OTFQSDZDZEgyVjAiLCJ5IjoiX0tjeUxqOXZXTXB0bm1LdG00NkdxRHo4d2Y3NEk1TEtncmwyR3pIM25TRSJ9'

interface Resolution {
  readonly didDocument: Readonly<Record<string, unknown>> | null
  readonly didResolutionMetadata: {
    readonly contentType?: string
    readonly error?: { readonly type: string }
  }
  readonly didDocumentMetadata: object
}

const ask = (did: string, accept?: string) =>
  server.get(`/1.0/identifiers/${did}`, accept === undefined ? {} : { headers: { accept } })

async function errorOf(response: Response, status: number) {
  expect(response.headers.get('content-type')).toBe('application/did-resolution')
  const { didDocument, didDocumentMetadata, didResolutionMetadata } = await bodyOf<Resolution>(
    response,
    status,
  )
  expect(didDocument).toBeNull()
  expect(didDocumentMetadata).toEqual({})
  return didResolutionMetadata.error?.type
}

describe('a resolution', () => {
  it.each([
    ['without Accept', undefined],
    ['of anything', '*/*'],
    ['of a resolution result', 'application/did-resolution'],
    ['of a page, else anything', 'text/html, application/xhtml+xml;q=0.9, */*;q=0.8'],
  ])('%s answers the whole result', async (_, accept) => {
    const response = await ask(DID_KEY, accept)
    expect(response.headers.get('content-type')).toBe('application/did-resolution')
    const result = await bodyOf<Resolution>(response, 200)
    expect(result.didDocument?.id).toBe(DID_KEY)
    expect(result.didResolutionMetadata).toEqual({ contentType: 'application/did' })
    expect(result.didDocumentMetadata).toEqual({})
  })

  it.each(['application/did', 'application/did+json', 'application/did+ld+json'])(
    'of %s answers the bare document',
    async (accept) => {
      const response = await ask(DID_KEY, accept)
      expect(response.headers.get('content-type')).toBe(accept)
      const document = await bodyOf(response, 200)
      expect(document.id).toBe(DID_KEY)
      expect(document).not.toHaveProperty('didResolutionMetadata')
    },
  )

  it('takes the representation that is wanted most', async () => {
    const response = await ask(DID_KEY, 'application/did-resolution;q=0.2, application/did;q=0.9')
    expect(response.headers.get('content-type')).toBe('application/did')
  })

  it('refuses representations that we do not have', async () => {
    const response = await ask(DID_KEY, 'application/x-unknown, application/did;q=0')
    expect(await errorOf(response, 406)).toBe('REPRESENTATION_NOT_SUPPORTED')
  })
})

describe('a DID', () => {
  it.each([DID_KEY, DID_JWK])('may be percent-encoded: %s', async (did) => {
    const plain = await bodyOf<Resolution>(await ask(did), 200)
    expect(await bodyOf(await ask(encodeURIComponent(did)), 200)).toEqual(plain)
  })

  it('hosted here is read from storage, plain or percent-encoded', async () => {
    const { did } = await found(server)
    for (const written of [did, encodeURIComponent(did)]) {
      const { didDocument } = await bodyOf<Resolution>(await ask(written), 200)
      expect(didDocument?.id).toBe(did)
    }
    expect(server.net.asked).toEqual([])
  })

  it('hosted elsewhere is fetched', async () => {
    const did = 'did:web:board.gov.xm'
    server.net.answer('https://board.gov.xm/.well-known/did.json', jsonDocument({ id: did }))
    const { didDocument } = await bodyOf<Resolution>(await ask(did), 200)
    expect(didDocument).toEqual({ id: did })
  })

  it.each([
    ['not-a-did', 400, 'INVALID_DID'],
    ['did:example', 400, 'INVALID_DID'],
    ['', 400, 'INVALID_DID'],
    ['%E0%A4%A', 400, 'INVALID_DID'],
    ['did:key:z6Mk', 400, 'INVALID_DID'],
    ['did:jwk:e30', 400, 'INVALID_DID'],
    ['did:web:-', 404, 'NOT_FOUND'],
    ['did:web:localhost%3A8787:issuers:nobody', 404, 'NOT_FOUND'],
    ['did:web:a..b', 400, 'INVALID_DID'],
    ['did:unsupported:123456789abcdefghi', 501, 'METHOD_NOT_SUPPORTED'],
    ['did:key:z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc', 501, 'FEATURE_NOT_SUPPORTED'],
  ])('%s answers %i %s', async (did, status, type) => {
    expect(await errorOf(await ask(did), status)).toBe(type)
  })

  it('whose document is of another DID answers that it is no document', async () => {
    server.net.answer('https://other.gov.xm/.well-known/did.json', jsonDocument({ id: 'did:x:y' }))
    const response = await ask('did:web:other.gov.xm')
    expect(await errorOf(response, 500)).toBe('INVALID_DID_DOCUMENT')
  })
})

describe('a parameter', () => {
  it.each([
    'service=files',
    'serviceType=LinkedDomains',
    'relativeRef=my%2520path/file',
    'versionTime=2025-10-07T14:30:00Z',
    'hl=zQm',
    'constructor=1',
  ])('%s is taken', async (query) => {
    expect((await ask(`${DID_KEY}?${query}`)).status).toBe(200)
  })

  it.each([
    'service=%F0%9F%94%A5',
    'versionId=%D0%9F',
    'accept=foo%E2%80%8Bbar',
    'hl=%E3%81%93',
    'relativeRef=my%20path/file',
    'relativeRef=file%23section',
    'relativeRef=dir%3Fquery',
    'versionTime=2025-10-07',
    'versionTime=2025-10-07T12:30:60Z',
    'versionTime=2025-10-07T00:00:00',
    'versionTime=2025-10-07T00:00:00%2B02:00',
    'versionTime=2025-10-07T00:00:00.123Z',
  ])('%s is refused', async (query) => {
    expect(await errorOf(await ask(`${DID_KEY}?${query}`), 400)).toBe('INVALID_OPTIONS')
  })

  it('accept counts more than the header', async () => {
    const response = await ask(`${DID_KEY}?accept=application/did`, 'application/did-resolution')
    expect(response.headers.get('content-type')).toBe('application/did')
  })
})

it('resolves to the key that our own verifier takes', async () => {
  const { didDocument } = await bodyOf<Resolution>(await ask(DID_KEY), 200)
  const id = resolveDidKey(DID_KEY)?.id
  expect(id).toBeDefined()
  for (const name of [
    'authentication',
    'assertionMethod',
    'capabilityInvocation',
    'capabilityDelegation',
  ]) {
    expect(didDocument?.[name]).toEqual([id])
  }
  expect(didDocument?.verificationMethod).toEqual([
    {
      id,
      type: 'Multikey',
      controller: DID_KEY,
      publicKeyMultibase: DID_KEY.slice('did:key:'.length),
    },
  ])
})
