// A verifier out of a pin, a fetch and a clock: what it asks, what it keeps, and whom it believes.
import { describe, expect, it } from 'vitest'
import * as surface from '../../shared/index.ts'
import { createVerifierDeps, verifyCredential } from '../../shared/index.ts'
import { TRUST_LIST_TTL_SECONDS } from '../../shared/limits.ts'
import { answers, expected } from '../support/answers.ts'
import { DAY_SECONDS, NOW } from '../support/clock.ts'
import { licence, listUrl, ORIGIN } from '../support/credentials.ts'
import { documentOf, signCompact } from '../support/issuer.ts'
import { AGENCY, COUNCIL, MILL, MINISTRY, STATUS_SERVICE } from '../support/parties.ts'
import { statusList } from '../support/status-lists.ts'
import { PIN, trustList } from '../support/world.ts'

const LICENCE = await signCompact(licence(), COUNCIL)
const TRUST_LIST = `${ORIGIN}/v1/trust-list`

const typed = (type: string, text: string) =>
  new Response(text, { headers: { 'content-type': type } })
const compact = (text: string) => typed('application/vc+jwt', text)

async function setUp() {
  const asked: string[] = []
  let seconds = NOW
  const lists = await Promise.all(
    (
      [
        [COUNCIL, 'revocation'],
        [COUNCIL, 'suspension'],
        [AGENCY, 'revocation'],
        [MINISTRY, 'revocation'],
      ] as const
    ).map(async ([issuer, purpose]) => {
      return [listUrl(issuer, purpose), await statusList(issuer, purpose)] as const
    }),
  )
  const answers = new Map<string, () => Response>([
    ...lists.map(([url, text]) => [url, () => compact(text)] as const),
    [TRUST_LIST, await trustList().then((text) => () => compact(text))],
  ])
  for (const issuer of [STATUS_SERVICE, MILL]) {
    const document = JSON.stringify(documentOf(issuer))
    const url = `https://${issuer.did.slice('did:web:'.length)}/.well-known/did.json`
    answers.set(url, () => typed('application/did+json', document))
  }
  const deps = createVerifierDeps({
    pin: PIN,
    now: () => seconds,
    fetch: async (url) => {
      asked.push(url)
      const answer = answers.get(url)
      if (!answer) throw new TypeError(`No test listed ${url}`)
      return answer()
    },
  })
  return { answers, asked, deps, wait: (more: number) => (seconds += more) }
}

const verify = async ({ deps }: Awaited<ReturnType<typeof setUp>>, text = LICENCE) =>
  answers(await verifyCredential(text, deps))
const timesAsked = ({ asked }: Awaited<ReturnType<typeof setUp>>, url: string) =>
  asked.filter((one) => one === url).length

describe('a verifier out of a pin, a fetch and a clock', () => {
  it('verifies a licence, and asks nothing twice', async () => {
    const world = await setUp()
    expect(await verify(world)).toEqual(expected('verified'))
    const first = [...world.asked]
    expect(new Set(first).size).toBe(first.length)
    expect(await verify(world)).toEqual(expected('verified'))
    expect(world.asked).toEqual(first)
  })

  it('recognises nobody of whom the list says nothing', async () => {
    const text = await signCompact(licence({ issuer: MILL.did, credentialStatus: undefined }), MILL)
    expect(await verify(await setUp(), text)).toMatchObject({ verdict: 'unrecognized_issuer' })
  })

  it('asks for the trust list again, and goes on with the kept one while the registry is silent', async () => {
    const world = await setUp()
    await verify(world)
    world.wait(TRUST_LIST_TTL_SECONDS)
    world.answers.set(TRUST_LIST, () => new Response(null, { status: 503 }))
    expect((await world.deps.trust()).ok).toBe(true)
    expect(timesAsked(world, TRUST_LIST)).toBe(2)
    world.wait(DAY_SECONDS)
    expect(await world.deps.trust()).toMatchObject({
      error: { code: 'issuer_trust.registry_unreachable' },
    })
  })

  it('refuses a trust list that is older than one it has seen', async () => {
    const world = await setUp()
    await verify(world)
    world.wait(TRUST_LIST_TTL_SECONDS)
    const older = await trustList({ sequence: 6 })
    world.answers.set(TRUST_LIST, () => compact(older))
    expect(await world.deps.trust()).toMatchObject({
      error: { code: 'issuer_trust.registry_rolled_back' },
    })
  })

  it('believes no trust list of another key', async () => {
    const world = await setUp()
    const forged = await trustList({}, MILL)
    world.answers.set(TRUST_LIST, () => compact(forged))
    expect(await world.deps.trust()).toMatchObject({
      error: { code: 'issuer_trust.registry_unverified' },
    })
  })

  it('asks once where several want the list at a time', async () => {
    const world = await setUp()
    await Promise.all([world.deps.trust(), world.deps.trust()])
    expect(timesAsked(world, TRUST_LIST)).toBe(1)
  })
})

describe('the public surface', () => {
  it('has few names', () => {
    expect(Object.keys(surface).length).toBeLessThanOrEqual(15)
  })
})
