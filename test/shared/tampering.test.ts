import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { VerifyOptions } from '../../shared/verify-context.ts'
import { jwtVp, provedPresentation, vpJwt } from '../support/presentations.ts'
import { AUDIENCE, NONCE } from '../support/sd-jwt.ts'
import { SECURED } from '../support/secured.ts'
import { createWorld } from '../support/world.ts'

const world = await createWorld()

/** What a reader would believe: the verdict with everything the credential says. */
async function believedOf(text: string, options?: VerifyOptions): Promise<string> {
  const { verdict, credential, notices, contained } = await world.verify(text, options)
  return JSON.stringify({ verdict, credential, notices, contained })
}

/** Asked for as a verifier asks: who does not ask takes a presentation whose `proof` is misspelt for one that nobody signed. */
const PRESENTED: Readonly<Record<string, () => Promise<string>>> = {
  'presented as vp+jwt': vpJwt,
  'presented as jwt_vp': jwtVp,
  'presented with a proof inside': async () => JSON.stringify(await provedPresentation()),
}

describe.each(Object.entries({ ...SECURED, ...PRESENTED }))('a credential, %s', (title, make) => {
  const options = title in PRESENTED ? { nonce: NONCE, audience: AUDIENCE } : undefined
  const believed = (text: string) => believedOf(text, options)
  let text = ''
  let bytes = new Uint8Array()
  let truth = ''
  beforeAll(async () => {
    text = await make()
    bytes = new TextEncoder().encode(text)
    truth = await believed(text)
  })
  const flipped = (place: number, mask: number): string =>
    new TextDecoder().decode(bytes.with(place, (bytes[place] ?? 0) ^ mask))

  const isVerified = (answer: string): boolean => JSON.parse(answer).verdict === 'verified'
  const isHarmless = (answer: string): boolean => answer === truth || !isVerified(answer)

  it('is verified as it was signed', () => {
    expect(isVerified(truth)).toBe(true)
  })

  it('says nothing else and stays verified, whichever byte is changed', async () => {
    for (let place = 0; place < bytes.length; place++) {
      expect(isHarmless(await believed(flipped(place, 1))), `byte ${place}`).toBe(true)
    }
  }, 30_000)

  it('says nothing else and stays verified, however a byte is changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const answer = await believed(flipped(at, by))
          return answer === truth || !answer.startsWith('{"verdict":"verified"')
        },
      ),
      { numRuns: 300 },
    )
  }, 30_000)

  it('is not verified where it is cut short or doubled', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), async (length) => {
        const answers = await Promise.all([text.slice(0, length), text + text].map(believed))
        return answers.every((answer) => !isVerified(answer))
      }),
      { numRuns: 60 },
    )
  }, 30_000)
})
