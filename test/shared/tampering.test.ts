import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { SECURED } from '../support/secured.ts'
import { createWorld } from '../support/world.ts'

const world = await createWorld()

/** What a reader would believe: the verdict with everything the credential says. */
async function believed(text: string): Promise<string> {
  const { verdict, credential, notices, contained } = await world.verify(text)
  return JSON.stringify({ verdict, credential, notices, contained })
}

describe.each(Object.entries(SECURED))('a credential as %s', (_, make) => {
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
