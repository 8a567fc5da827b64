import {
  createVerifiableCredentialJwt,
  type JwtCredentialPayload,
  verifyCredential as verifyByLibrary,
} from 'did-jwt-vc'
import { describe, expect, it } from 'vitest'
import { encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { utf8Encode } from '../../../shared/encoding/bytes.ts'
import { answers, expected } from '../../support/answers.ts'
import { NOW } from '../../support/clock.ts'
import { DEGREE_ORDER } from '../../support/credentials.ts'
import { documentOf } from '../../support/issuer.ts'
import { ID, issue, open } from '../../support/issuing.ts'
import { UNIVERSITY } from '../../support/parties.ts'
import { createWorld } from '../../support/world.ts'

describe('VCDM 1.1 §6.3.1 as another library writes and reads it', () => {
  const resolver = {
    resolve: async () => ({
      didResolutionMetadata: {},
      didDocumentMetadata: {},
      didDocument: documentOf(UNIVERSITY) as never,
    }),
  }

  it('reads ours', async () => {
    const token = await issue({ ...DEGREE_ORDER, format: 'jwt_vc' }, UNIVERSITY)
    const verified = await verifyByLibrary(String(token), resolver, { policies: { now: NOW } })
    expect(verified.verified).toBe(true)
    expect(verified.verifiableCredential).toMatchObject({ id: ID, issuer: { id: UNIVERSITY.did } })
  })

  it.each([
    ['as it likes', true],
    ['with everything inside', false],
  ])('writes what we read: %s', async (_, removeOriginalFields) => {
    const { payload } = open(await issue({ ...DEGREE_ORDER, format: 'jwt_vc' }, UNIVERSITY))
    const sign = async (data: string | Uint8Array) =>
      encodeBase64Url(
        await UNIVERSITY.sign(typeof data === 'string' ? utf8Encode(data) : Uint8Array.from(data)),
      )
    const token = await createVerifiableCredentialJwt(
      payload.vc as JwtCredentialPayload,
      { did: UNIVERSITY.did, alg: 'EdDSA', signer: sign },
      { header: { alg: 'EdDSA', kid: UNIVERSITY.kid }, removeOriginalFields },
    )
    expect(answers(await (await createWorld()).verify(token))).toEqual(expected('verified'))
  })
})
