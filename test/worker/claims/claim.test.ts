// A wallet from npm claims from the Worker: metadata, offer, token, nonce, ten proofs, ten copies, notification.
import { describe, expect, it } from 'vitest'
import { decodeBase64UrlText } from '../../../shared/encoding/base64url.ts'
import { PRE_AUTHORIZED } from '../../../worker/claims/addresses.ts'
import { payloadOf } from '../support/jws.ts'
import { degreeOrder, licenceOrder } from '../support/orders.ts'
import { ORIGIN, startServer } from '../support/server.ts'
import { claimWithClient, createHolderKeys, offer } from '../support/wallet.ts'
import { changeStatus, foundAccredited, problemsIn, verify } from '../support/world.ts'

const server = startServer()
const { issuer } = await foundAccredited(server)
const claimed = { format: 'dc+sd-jwt', claim: {} } as const

describe('a licence that is claimed by a wallet from npm', async () => {
  const offered = await offer(server, issuer, licenceOrder(claimed))
  const keys = await createHolderKeys(10)
  const { credentialOffer, transactionCode } = offered
  const { copies, ...read } = await claimWithClient(server, credentialOffer, transactionCode, keys)
  const payloads = copies.map((copy) => payloadOf(copy.split('~')[0] ?? ''))

  it('was offered by a link that holds its code behind the fragment alone', () => {
    const { pathname, search, hash } = new URL(offered.claimUrl)
    expect([pathname, search]).toEqual(['/claim', ''])
    expect(hash).toMatch(/^#[\w-]{43}$/)
    expect(offered.transactionCode).toMatch(/^\d{6}$/)
    expect(offered.expiresAt).toBe('2026-12-22T12:00:00Z')
    const grant = read.credentialOffer.grants?.[PRE_AUTHORIZED]
    expect(grant).toMatchObject({ 'pre-authorized_code': hash.slice(1), tx_code: { length: 6 } })
  })

  it('comes in ten copies that verify, each bound to a key of the wallet', async () => {
    expect(copies).toHaveLength(10)
    for (const [at, copy] of copies.entries()) {
      const result = await verify(server, copy)
      expect(problemsIn(result)).toEqual([])
      expect(payloads[at].cnf).toEqual({ jwk: keys[at]?.jwk })
    }
  })

  it('has nothing by which two verifiers could join two copies', () => {
    const OWN = new Set(['cnf', 'status', '_sd'])
    const own: string[] = []
    const shared = copies.map((copy) => {
      const [jws = '', ...disclosures] = copy.split('~').slice(0, -1)
      own.push(...disclosures, jws.split('.')[2] ?? '')
      return JSON.stringify(payloadOf(jws), (name, value) => {
        if (OWN.has(name)) own.push(...(name === '_sd' ? value : [JSON.stringify(value)]))
        return OWN.has(name) ? undefined : value
      })
    })
    expect(own.length).toBeGreaterThan(80)
    expect(new Set(own).size).toBe(own.length)
    expect(new Set(shared).size).toBe(1)
    expect(shared.join()).not.toContain(offered.id)
    expect(own.map((text) => decodeBase64UrlText(text)).join()).not.toContain(offered.id)
  })

  it('is suspended in all of its copies by one change', async () => {
    expect((await changeStatus(server, issuer, offered.id.slice(9), 'suspended')).status).toBe(200)
    server.clock.now += 10
    for (const copy of copies) {
      expect(problemsIn(await verify(server, copy))).toEqual(['fail status.suspended'])
    }
  })

  it('had metadata that the schemas of the client accept, at the addresses of the specification', () => {
    const { credentialIssuer, authorizationServers, originalDraftVersion } = read.issuerMetadata
    expect(originalDraftVersion).toBe('V1')
    expect(credentialIssuer.credential_issuer).toBe(`${ORIGIN}/issuers/${issuer.slug}`)
    expect(credentialIssuer.batch_credential_issuance).toEqual({ batch_size: 10 })
    expect(authorizationServers[0]?.issuer).toBe(credentialIssuer.credential_issuer)
    const known = Object.keys(read.issuerMetadata.knownCredentialConfigurations)
    expect(known).toContain('licence-sd-jwt')
  })
})

it('is claimed as vc+jwt, whose subject is the DID of the key', async () => {
  const body = degreeOrder({ claim: { transactionCode: false } })
  const { credentialOffer } = await offer(server, issuer, body)
  const keys = await createHolderKeys(2)
  const { copies } = await claimWithClient(server, credentialOffer, undefined, keys)
  const subjects = copies.map((copy) => payloadOf(copy).credentialSubject.id)
  expect(new Set(subjects).size).toBe(2)
  for (const copy of copies) {
    expect(payloadOf(copy).credentialSubject.id).toMatch(/^did:jwk:/)
    expect(problemsIn(await verify(server, copy))).toEqual([])
  }
})
