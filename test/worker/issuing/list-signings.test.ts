// A list is signed once in a second at most, however many ask and however often it changes, and a change still shows at once after.
import { describe, expect, it } from 'vitest'
import { decodeBitstring } from '../../../shared/status/bitstring.ts'
import { readValue } from '../../../shared/status/status-values.ts'
import { publishStatusList } from '../../../worker/issuing/status-list.ts'
import type { Services } from '../../../worker/services.ts'
import { wireUp } from '../../../worker/wire-up.ts'
import { payloadOf } from '../support/jws.ts'
import { NOON, ORIGIN, type Server, startServer, textOf } from '../support/server.ts'
import { changeStatus, type Founded, found, type Issued, issue } from '../support/world.ts'

const KINDS = ['bitstring', 'token'] as const
/** Seconds in which signings are counted, later than any that another test used. */
let second = 1_000_000

/** A server whose signings are counted within one second, an issuer with a licence and the list of its suspensions. */
async function setUp() {
  const server = startServer()
  const issuer = await found(server)
  const issued = await issue(server, issuer)
  const url = issued.status[1]?.statusListCredential ?? ''
  server.signing.second = ++second
  return { server, issuer, issued, url }
}

/** However busy the machine is, who signs is not given up. */
const patiently = () => new Promise<void>((resolve) => setTimeout(resolve, 200))

/** An isolate of its own, and how often it had the status service sign. */
function startIsolate({ settings, platform }: Server, changes: Partial<Services['platform']> = {}) {
  const services = wireUp(settings, { ...platform, ...changes })
  const signed: string[] = []
  const custody: Services['custody'] = {
    ...services.custody,
    async signer(did) {
      const signer = await services.custody.signer(did)
      const sign = async (message: Uint8Array<ArrayBuffer>) => {
        signed.push(did)
        return signer.sign(message)
      }
      return { ...signer, sign }
    },
  }
  const { statusDid } = services.addresses
  return {
    services: { ...services, custody },
    signings: () => signed.filter((did) => did === statusDid).length,
  }
}

/** The bit of a licence's suspension in a list. */
async function bitOf(text: string, { status }: Issued): Promise<number | null> {
  const bits = await decodeBitstring(payloadOf(text).credentialSubject.encodedList)
  return bits && readValue(bits, Number(status[1]?.statusListIndex), 1, 'msb')
}

const suspend = (server: Server, issuer: Founded, { uuid }: Issued, state = 'suspended') =>
  changeStatus(server, issuer, uuid, state)

async function getList(server: Server, url: string, headers: Record<string, string> = {}) {
  return server.get(url.slice(ORIGIN.length), { headers })
}

describe('a list that changes all the time and is asked for all the time', () => {
  it.each(KINDS)('is signed once in a second, as %s', { timeout: 30_000 }, async (kind) => {
    const { server, issuer, issued, url } = await setUp()
    const isolates = [1, 2, 3].map(() => startIsolate(server, { wait: patiently }))
    const ask = () =>
      Promise.all(
        Array.from({ length: 12 }, (_, at) =>
          publishStatusList((isolates[at % 3] ?? isolates[0])?.services as Services, url, { kind }),
        ),
      )
    const signings = () => isolates.reduce((sum, isolate) => sum + isolate.signings(), 0)
    await Promise.all([ask(), suspend(server, issuer, issued), ask()])
    await Promise.all([ask(), suspend(server, issuer, issued, 'active'), ask()])
    expect(signings()).toBe(1)
    server.signing.second = ++second
    const answers = (await Promise.all([ask(), ask()])).flat()
    expect(signings()).toBe(2)
    expect(new Set(answers.map((answer) => answer?.text)).size).toBe(1)
  })
})

describe('a change in the second in which its list was signed', () => {
  it('shows in the next one, and nobody may keep what was served meanwhile', async () => {
    const { server, issuer, issued, url } = await setUp()
    const before = await getList(server, url)
    expect(before.headers.get('cache-control')).toBe('public, max-age=1')
    await suspend(server, issuer, issued)
    const meanwhile = await getList(server, url)
    expect(meanwhile.headers.get('cache-control')).toBe('public, max-age=0')
    expect(await textOf(meanwhile)).toBe(await textOf(before))

    server.signing.second = ++second
    const after = await getList(server, url)
    expect(after.headers.get('cache-control')).toBe('public, max-age=1')
    expect(await bitOf(await textOf(after), issued)).toBe(1)
  })

  it('has an ETag of its own once it shows', async () => {
    const { server, issuer, issued, url } = await setUp()
    const etag = (await getList(server, url)).headers.get('etag') ?? ''
    await suspend(server, issuer, issued)
    const headers = { 'if-none-match': etag }
    expect((await getList(server, url, headers)).status).toBe(304)
    server.signing.second = ++second
    const after = await getList(server, url, headers)
    expect(after.status).toBe(200)
    expect(after.headers.get('etag')).not.toBe(etag)
  })

  it('is in the list of that moment for whoever asks by timestamp', async () => {
    const { server, issuer, issued, url } = await setUp()
    await getList(server, url)
    await suspend(server, issuer, issued)
    const list = await textOf(await getList(server, `${url}?time=${NOON}`))
    expect(await bitOf(list, issued)).toBe(1)
  })
})

describe('a list that somebody else is signing', () => {
  it('is waited for where the last one is older than this second', async () => {
    const { server, issuer, issued, url } = await setUp()
    await getList(server, url)
    await suspend(server, issuer, issued)
    server.signing.second = ++second
    const isolate = startIsolate(server)
    const lists = await Promise.all(
      Array.from({ length: 5 }, () =>
        publishStatusList(isolate.services, url, { kind: 'bitstring' }),
      ),
    )
    expect(isolate.signings()).toBe(1)
    const bits = lists.map((list) => bitOf(list?.text ?? '', issued))
    expect(await Promise.all(bits)).toEqual([1, 1, 1, 1, 1])
  })

  it('is signed all the same where that one never comes back', async () => {
    const { server, url } = await setUp()
    const isolate = startIsolate(server, { wait: async () => {} })
    const { statusLists } = isolate.services
    expect(await statusLists.claimSigning(url, 'bitstring', second)).toBe(true)
    expect(await statusLists.claimSigning(url, 'bitstring', second)).toBe(false)
    const list = await publishStatusList(isolate.services, url, { kind: 'bitstring' })
    expect(list?.maxAgeSeconds).toBe(1)
    expect(isolate.signings()).toBe(1)
  })
})
