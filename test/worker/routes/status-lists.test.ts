// GET /issuers/{slug}/status/{list}: both kinds at one address, and the list of a past moment.
import { describe, expect, it } from 'vitest'
import { LOOK_UPS_PER_MINUTE } from '../../../shared/limits.ts'
import { decodeBitstring } from '../../../shared/status/bitstring.ts'
import { countValues, readValue } from '../../../shared/status/status-values.ts'
import { decodeTokenList } from '../../../shared/status/token-list.ts'
import { headerOf, payloadOf } from '../support/jws.ts'
import { degreeOrder } from '../support/orders.ts'
import { bodyOf, NOON, ORIGIN, problemOf, startServer, textOf } from '../support/server.ts'
import {
  changeStatus,
  foundAccredited,
  type Issued,
  issue,
  problemsIn,
  verify,
} from '../support/world.ts'

const server = startServer()
const { issuer } = await foundAccredited(server)
const TOKEN = 'application/statuslist+jwt'
const BITSTRING = 'application/vc+jwt'

type Place = Issued['status'][number]

function placeOf({ status }: Issued, purpose: string): Place {
  const place = status.find(({ statusPurpose }) => statusPurpose === purpose)
  if (!place) throw new Error(`The credential has no entry for ${purpose}`)
  return place
}
const pathOf = ({ statusListCredential }: Place) => statusListCredential.slice(ORIGIN.length)
const getList = (place: Place, accept: string, query = '') =>
  server.get(pathOf(place) + query, { headers: { accept } })

async function tokenValue(place: Place, query = ''): Promise<number> {
  const token = payloadOf(await textOf(await getList(place, TOKEN, query)))
  const values = await decodeTokenList(token.status_list.lst)
  return values
    ? readValue(values, Number(place.statusListIndex), token.status_list.bits, 'lsb')
    : -1
}

async function bitstringValue(place: Place, query = ''): Promise<number> {
  const list = payloadOf(await textOf(await getList(place, BITSTRING, query)))
  const values = await decodeBitstring(list.credentialSubject.encodedList)
  return values
    ? readValue(values, Number(place.statusListIndex), place.statusSize ?? 1, 'msb')
    : -1
}

async function at<T>(seconds: number, act: () => Promise<T>): Promise<T> {
  server.clock.now = NOON + seconds
  try {
    return await act()
  } finally {
    server.clock.now = NOON
  }
}

describe('a Status List Token', () => {
  it('is signed by the status service about its own address, with the issuer’s word', async () => {
    const place = placeOf(await issue(server, issuer), 'revocation')
    const text = await textOf(await getList(place, TOKEN))
    expect(headerOf(text)).toMatchObject({ alg: 'EdDSA', typ: 'statuslist+jwt' })
    expect(payloadOf(text)).toEqual({
      iss: 'did:web:localhost%3A8787:status',
      sub: place.statusListCredential,
      iat: NOON,
      exp: NOON + 86_400,
      ttl: 1,
      status_list: { bits: 2, lst: expect.stringMatching(/^eJ/) },
      evidence: [
        { type: ['AccreditationEvidence'], verifiableCredential: expect.stringMatching(/^eyJ/) },
      ],
    })
  })

  it('has as many places as the list beside it', async () => {
    const place = placeOf(await issue(server, issuer), 'revocation')
    const token = payloadOf(await textOf(await getList(place, TOKEN)))
    const values = await decodeTokenList(token.status_list.lst)
    expect(values && countValues(values, 2)).toBe(131_072)
  })

  it.each([
    ['active', 0],
    ['conditions', 3],
    ['suspended', 2],
    ['lapsed', 1],
    ['surrendered', 1],
    ['revoked', 1],
  ])('says of a licence that is %s: %i', async (state, value) => {
    const issued = await issue(server, issuer)
    await changeStatus(server, issuer, issued.uuid, state)
    expect(await tokenValue(placeOf(issued, 'revocation'))).toBe(value)
  })

  it('says of a degree that it was revoked', async () => {
    const issued = await issue(server, issuer, degreeOrder())
    await changeStatus(server, issuer, issued.uuid, 'revoked')
    expect(await tokenValue(placeOf(issued, 'revocation'))).toBe(1)
  })
})

describe('which kind is answered', () => {
  it.each([
    ['nothing', {}, BITSTRING],
    ['anything', { accept: '*/*' }, BITSTRING],
    ['a page', { accept: 'text/html' }, BITSTRING],
    ['a credential', { accept: BITSTRING }, BITSTRING],
    ['a token', { accept: TOKEN }, TOKEN],
    ['rather a token', { accept: `${BITSTRING};q=0.5, ${TOKEN}` }, TOKEN],
  ])('to who accepts %s', async (_, headers, mediaType) => {
    const place = placeOf(await issue(server, issuer), 'revocation')
    const response = await server.get(pathOf(place), { headers: { ...headers } })
    expect(response.headers.get('content-type')).toBe(mediaType)
    expect(response.headers.get('vary')).toContain('accept')
    expect(headerOf(await textOf(response)).typ).toBe(mediaType.slice('application/'.length))
  })

  it('is kept apart: neither becomes the other’s signed form', async () => {
    const place = placeOf(await issue(server, issuer), 'revocation')
    const read = async (accept: string) => textOf(await getList(place, accept))
    const [credential, token] = [await read(BITSTRING), await read(TOKEN)]
    expect([await read(BITSTRING), await read(TOKEN)]).toEqual([credential, token])
    expect(credential).not.toBe(token)
  })
})

describe('a message about a licence', () => {
  it.each([
    ['conditions', 1, []],
    ['lapsed', 2, ['fail status.lapsed']],
    ['surrendered', 3, ['fail status.surrendered']],
  ])('says that it is %s', async (state, value, problems) => {
    const issued = await issue(server, issuer)
    const response = await changeStatus(server, issuer, issued.uuid, state)
    expect(await bodyOf(response, 200)).toEqual({ id: issued.id, state })
    expect(await bitstringValue(placeOf(issued, 'message'))).toBe(value)
    const result = await verify(server, issued.credential)
    expect(problemsIn(result)).toEqual(problems)
    expect(result.notices).toEqual(state === 'conditions' ? ['licence_conditions'] : [])
  })

  it('ends when the licence is active again', async () => {
    const issued = await issue(server, issuer)
    await changeStatus(server, issuer, issued.uuid, 'lapsed')
    await changeStatus(server, issuer, issued.uuid, 'active')
    expect((await verify(server, issued.credential)).verdict).toBe('verified')
  })

  it('gives way to the next one: a state is one of six', async () => {
    const issued = await issue(server, issuer)
    for (const state of ['conditions', 'suspended', 'surrendered']) {
      await changeStatus(server, issuer, issued.uuid, state)
    }
    expect(problemsIn(await verify(server, issued.credential))).toEqual(['fail status.surrendered'])
    expect(await bitstringValue(placeOf(issued, 'suspension'))).toBe(0)
  })

  it.each(['conditions', 'lapsed', 'surrendered'])('is none about a degree: %s', async (state) => {
    const { uuid } = await issue(server, issuer, degreeOrder())
    const response = await changeStatus(server, issuer, uuid, state)
    expect(await problemOf(response)).toMatchObject({
      code: 'status.not_supported',
      detail: 'This credential can only be revoked.',
    })
  })
})

describe('the list of a past moment', () => {
  /** Suspended after 100 s, reinstated after 200 s, revoked after 300 s. */
  async function eventful() {
    const { issuer: own } = await foundAccredited(server)
    const issued = await issue(server, own)
    for (const [seconds, state] of [
      [100, 'suspended'],
      [200, 'active'],
      [300, 'revoked'],
    ] as const) {
      await at(seconds, () => changeStatus(server, own, issued.uuid, state))
    }
    return issued
  }

  it.each([
    [99, 0, 0],
    [100, 1, 2],
    [199, 1, 2],
    [200, 0, 0],
  ])('after %i s has the states of then', async (seconds, suspended, token) => {
    const issued = await eventful()
    const query = `?timestamp=${new Date((NOON + seconds) * 1000).toISOString()}`
    const time = `?time=${NOON + seconds}`
    await at(1_000, async () => {
      expect(await bitstringValue(placeOf(issued, 'suspension'), query)).toBe(suspended)
      expect(await tokenValue(placeOf(issued, 'revocation'), time)).toBe(token)
      expect(await bitstringValue(placeOf(issued, 'revocation'))).toBe(1)
    })
  })

  it('says of which moment it speaks, and no more', async () => {
    const place = placeOf(await eventful(), 'suspension')
    await at(1_000, async () => {
      const list = await textOf(await getList(place, BITSTRING, `?time=${NOON + 150}`))
      expect(payloadOf(list)).toMatchObject({
        validFrom: '2026-11-22T12:02:30Z',
        validUntil: '2026-11-22T12:02:31Z',
      })
      const token = await textOf(await getList(place, TOKEN, `?time=${NOON + 150}`))
      expect(payloadOf(token)).toMatchObject({ iat: NOON + 150, exp: NOON + 151 })
    })
  })

  it('answers whether a licence was in force on that day', async () => {
    const { credential } = await eventful()
    const on = (seconds: number) =>
      at(1_000, () =>
        verify(server, credential, new Date((NOON + seconds) * 1000).toISOString()),
      ).then(problemsIn)
    expect(await on(50)).toEqual([])
    expect(await on(150)).toEqual(['fail status.suspended'])
    expect(await on(250)).toEqual([])
    expect(await on(350)).toEqual(['fail status.revoked'])
  })

  it('is not kept as the list of now', async () => {
    const place = placeOf(await eventful(), 'revocation')
    await at(1_000, async () => {
      await (await getList(place, BITSTRING, `?time=${NOON + 10}`)).body?.cancel()
      expect(await bitstringValue(place)).toBe(1)
    })
  })

  it.each([
    ['before there was a list', -1],
    ['that has not come', 1_001],
    ['beyond all calendars', 9e12],
  ])('%s is nowhere', async (_, seconds) => {
    const place = placeOf(await eventful(), 'revocation')
    await at(1_000, async () => {
      const response = await getList(place, BITSTRING, `?time=${NOON + seconds}`)
      expect(response.status).toBe(404)
      expect((await problemOf(response)).code).toBe('status_list.unknown')
    })
  })

  it.each([
    ['timestamp=yesterday', 'timestamp'],
    ['timestamp=2026-11-22', 'timestamp'],
    ['time=noon', 'time'],
    ['time=-1', 'time'],
    ['time=1.5', 'time'],
  ])('asked for by %s is no question', async (query, field) => {
    const place = placeOf(await issue(server, issuer), 'revocation')
    const response = await getList(place, BITSTRING, `?${query}`)
    expect((await problemOf(response)).errors?.map((error) => error.field)).toEqual([field])
  })

  it('is signed for one question, so that questions are counted', async () => {
    const eager = startServer()
    const path = `${pathOf(placeOf(await issue(server, issuer), 'revocation'))}?time=${NOON}`
    const statuses = new Set<number>()
    // The minute that is counted may end on the way: then the next one is full after as many calls again.
    for (let call = 0; call <= 2 * LOOK_UPS_PER_MINUTE && !statuses.has(429); call++) {
      const response = await eager.get(path)
      statuses.add(response.status)
      await response.body?.cancel()
    }
    expect(statuses).toContain(429)
  }, 60_000)
})
