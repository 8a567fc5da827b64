// A signature that is checked before it is known whose it must be: the answer is used for that very question, and for no other.
import { describe, expect, it } from 'vitest'
import { createSignatureEngine, type SignatureEngine } from '../../../shared/index.ts'
import { listedMethods } from '../../../shared/keys/listed-methods.ts'
import { createHeadStart } from '../../../shared/signature/head-start.ts'
import type { TrustSnapshot } from '../../../shared/trust/snapshot.ts'
import { verifyCredential } from '../../../shared/verify.ts'
import { answers, expected, stoppedBy } from '../../support/answers.ts'
import { licence } from '../../support/credentials.ts'
import { signCompact } from '../../support/issuer.ts'
import { COUNCIL, MILL, UNIVERSITY } from '../../support/parties.ts'
import { LICENCE } from '../../support/status-answers.ts'
import { createWorld } from '../../support/world.ts'

/** A verifier that has met its trust list before, and a list of what its engine is asked. */
async function setUp(change: (engine: SignatureEngine) => SignatureEngine = (same) => same) {
  const engine = createSignatureEngine()
  const asked: string[] = []
  const counting = change({
    verify: (algorithm, key, signature, message) => {
      asked.push(new TextDecoder().decode(message))
      return engine.verify(algorithm, key, signature, message)
    },
  })
  const { deps } = await createWorld()
  const trust = await deps.trust()
  const own = { ...deps, engine: counting, trust: async () => trust }
  await verifyCredential(LICENCE, own)
  asked.length = 0
  const verify = async (text: string) => answers(await verifyCredential(text, own))
  return { asked, trust, verify }
}

const signedPart = (text: string) => text.slice(0, text.lastIndexOf('.'))
const asParts = (text: string) => text.split('.') as [string, string, string]

describe('a head start', () => {
  it('spares the second question about the same signature', async () => {
    const { asked, verify } = await setUp()
    expect(await verify(LICENCE)).toEqual(expected('verified'))
    expect(asked.filter((message) => message === signedPart(LICENCE))).toHaveLength(1)
  })

  it('does not make a signature of one listed issuer good for another', async () => {
    const { verify } = await setUp()
    const borrowed = await signCompact(licence({ issuer: UNIVERSITY.did }), COUNCIL)
    expect(await verify(borrowed)).toEqual(stoppedBy('issuer_key.controller_mismatch'))
  })

  it('does not make a forged signature good', async () => {
    const { asked, verify } = await setUp()
    const [header, payload] = asParts(LICENCE)
    const [, , foreign] = asParts(await signCompact(licence(), MILL))
    const forged = `${header}.${payload}.${foreign}`
    expect(await verify(forged)).toEqual(stoppedBy('signature.mismatch'))
    expect(asked.filter((message) => message === signedPart(forged))).toHaveLength(1)
  })

  it('leaves a payload that cannot be read unreadable', async () => {
    const { verify } = await setUp()
    const [header, , signature] = asParts(LICENCE)
    expect(await verify(`${header}.e30x.${signature}`)).toEqual(
      stoppedBy('format.encoding_malformed'),
    )
  })

  it('leaves a failure of the engine unheard where nobody asks', async () => {
    let isBroken = false
    const { verify } = await setUp((engine) => ({
      verify: (...question) =>
        isBroken ? Promise.reject(new Error('broken')) : engine.verify(...question),
    }))
    isBroken = true
    const [header, , signature] = asParts(LICENCE)
    expect(await verify(`${header}.e30x.${signature}`)).toEqual(
      stoppedBy('format.encoding_malformed'),
    )
    await expect(verify(LICENCE)).rejects.toThrow('broken')
  })

  const entity = {
    did: 'did:example:a',
    name: 'A',
    keys: [{ ...COUNCIL.jwk, kid: 'did:example:a#1' }],
  }
  const trust = { entities: new Map([[entity.did, entity]]) } as unknown as TrustSnapshot
  const bytes = (text: string) => new TextEncoder().encode(text)
  const head = {
    algorithm: 'EdDSA',
    kid: 'did:example:a#1',
    signature: bytes('signature'),
    signedBytes: () => message,
  }
  const message = bytes('message')

  async function startOne() {
    await listedMethods(entity)
    const questions: Parameters<SignatureEngine['verify']>[] = []
    const start = createHeadStart(
      {
        verify: (...question) => {
          questions.push(question)
          return questions.length === 1
        },
      },
      trust,
    )
    start.onHead(head)
    expect(questions).toHaveLength(1)
    return { start, questions }
  }

  it('answers the question that it began with', async () => {
    const { questions, start } = await startOne()
    expect(start.engine.verify('EdDSA', COUNCIL.jwk, head.signature, message)).toBe(true)
    expect(questions).toHaveLength(1)
  })

  it.each<readonly [string, Parameters<SignatureEngine['verify']>]>([
    ['another algorithm', ['Ed25519', COUNCIL.jwk, head.signature, message]],
    ['another key', ['EdDSA', MILL.jwk, head.signature, message]],
    ['another signature', ['EdDSA', COUNCIL.jwk, bytes('signaturf'), message]],
    ['another message', ['EdDSA', COUNCIL.jwk, head.signature, bytes('messagf')]],
  ])('asks the engine anew about %s', async (_, question) => {
    const { questions, start } = await startOne()
    expect(start.engine.verify(...question)).toBe(false)
    expect(questions).toHaveLength(2)
  })

  it('begins with one signature only', async () => {
    const { questions, start } = await startOne()
    start.onHead({ ...head, signature: bytes('another') })
    expect(questions).toHaveLength(1)
  })
})
