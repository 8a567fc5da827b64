import { describe, expect, it } from 'vitest'
import { answers, expected, stoppedBy } from '../../support/answers.ts'
import { JWT_VC_HEADER, jwtVc, licence } from '../../support/credentials.ts'
import { encodePart, signCompact } from '../../support/issuer.ts'
import { COUNCIL, UNIVERSITY } from '../../support/parties.ts'
import { createWorld } from '../../support/world.ts'

const world = await createWorld()
const verify = async (token: string) => answers(await world.verify(token))
const GOOD = await signCompact(licence(), COUNCIL)
const [HEADER = '', PAYLOAD = '', SIGNATURE = ''] = GOOD.split('.')

describe('RFC 7515 §5.2: the signature', () => {
  it('covers the payload', async () => {
    const altered = encodePart(licence({ name: 'Licence to practise surgery' }))
    expect(await verify(`${HEADER}.${altered}.${SIGNATURE}`)).toEqual(
      stoppedBy('signature.mismatch'),
    )
  })

  it('covers the header', async () => {
    const header = encodePart({ alg: 'Ed25519', typ: 'vc+jwt', cty: 'vc', kid: COUNCIL.kid })
    expect(await verify(`${header}.${PAYLOAD}.${SIGNATURE}`)).toEqual(
      stoppedBy('signature.mismatch'),
    )
  })

  it('is not taken from another credential of the same issuer', async () => {
    const other = await signCompact(licence({ id: 'urn:uuid:other' }), COUNCIL)
    expect(await verify(`${HEADER}.${PAYLOAD}.${other.split('.')[2]}`)).toEqual(
      stoppedBy('signature.mismatch'),
    )
  })

  it.each([
    ['a byte short', SIGNATURE.slice(0, -2)],
    ['of one byte', 'AA'],
    ['of zeros', 'A'.repeat(86)],
  ])('is refused where it is %s', async (_, signature) => {
    expect(await verify(`${HEADER}.${PAYLOAD}.${signature}`)).toMatchObject({
      verdict: 'rejected',
      checks: { signature: 'signature.mismatch' },
    })
  })

  it('is refused where somebody else made it', async () => {
    const impostor = { ...UNIVERSITY, kid: COUNCIL.kid }
    expect(await verify(await signCompact(licence(), impostor))).toEqual(
      stoppedBy('signature.mismatch'),
    )
  })

  it('does not count for an issuer other than iss', async () => {
    expect(await verify(await signCompact(licence({ iss: COUNCIL.did }), COUNCIL))).toEqual(
      expected('verified'),
    )
    expect(await verify(await signCompact(licence({ iss: UNIVERSITY.did }), COUNCIL))).toEqual(
      stoppedBy('signature.issuer_mismatch'),
    )
  })

  it('covers the vc claim of VCDM 1.1', async () => {
    const token = await signCompact(jwtVc(), UNIVERSITY, JWT_VC_HEADER)
    const [header, , signature] = token.split('.')
    const altered = encodePart(jwtVc({}, { type: ['VerifiableCredential', 'MedalCredential'] }))
    expect(await verify(`${header}.${altered}.${signature}`)).toEqual(
      stoppedBy('signature.mismatch'),
    )
  })
})
