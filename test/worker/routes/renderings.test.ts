import decodeQR from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { unbakeCredential } from '../../../shared/baking/unbake-credential.ts'
import { signVcJwt } from '../../../shared/issue/vc-jwt.ts'
import { credentialFile } from '../../../worker/renderings/credential-file.ts'
import { scanAddress } from '../../../worker/renderings/printed-credential.ts'
import { qrRows } from '../../../worker/renderings/qr-rows.ts'
import { createOutsideIssuer } from '../support/jws.ts'
import { degreeOrder, licenceOrder } from '../support/orders.ts'
import { ORIGIN, problemOf, startServer } from '../support/server.ts'
import { changeStatus, foundAccredited, issue, verify } from '../support/world.ts'

const server = startServer()
const { issuer } = await foundAccredited(server)
const { credential } = await issue(server, issuer)

const render = (body: unknown, on = server) => on.post('/v1/renderings', { body })
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())

// The first drawing makes fonts and libraries ready, which takes longer than any test may.
await render({ credential, as: 'pdf' })

const NAMES = [
  'أمينة ديالو',
  'प्रियंका शर्मा',
  'Юлия Щербакова',
  'Nguyễn Thị Hằng',
  'Þórdís Ægisdóttir',
  'Ελένη Παπαδοπούλου',
  '山田太郎',
]

describe('a rendering', () => {
  it.each([
    ['pdf', 'application/pdf'],
    ['png', 'image/png'],
    ['svg', 'image/svg+xml'],
  ])('as %s carries the credential, which verifies again', async (as, mediaType) => {
    const response = await render({ credential, as })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(mediaType)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const text = await unbakeCredential(await bytesOf(response))
    expect(text).toEqual({ ok: true, value: credential })
    expect((await verify(server, text.ok && text.value)).verdict).toBe('verified')
  })

  it('of a degree is drawn as well', async () => {
    const { credential: degree } = await issue(server, issuer, degreeOrder())
    for (const as of ['pdf', 'svg']) {
      const text = await unbakeCredential(await bytesOf(await render({ credential: degree, as })))
      expect(text).toEqual({ ok: true, value: degree })
    }
  })

  it.each(NAMES)('draws the name %s, or says where it stands', async (name) => {
    const { credential: named } = await issue(server, issuer, licenceOrder({ subject: { name } }))
    const response = await render({ credential: named, as: 'pdf' })
    expect(response.status).toBe(200)
    const bytes = await bytesOf(response)
    expect(bytes.length).toBeGreaterThan(5_000)
    expect(bytes.length).toBeLessThan(400_000)
  })

  it('shows text of the credential as text, never as markup', async () => {
    const licence = { ...licenceOrder().licence, name: '</title><script>alert(1)</script>&"' }
    const { credential: evil } = await issue(server, issuer, licenceOrder({ licence }))
    const svg = await (await render({ credential: evil, as: 'svg' })).text()
    expect(svg).not.toContain('<script')
    expect(svg).toContain('&lt;script&gt;')
  })
})

describe('the code on a sheet', () => {
  const scan = (address: string) => {
    const { modules, rows } = qrRows(address)
    const SCALE = 4
    const BORDER = 4
    const size = (modules + 2 * BORDER) * SCALE
    const data = new Uint8Array(size * size * 4).fill(255)
    for (const [, left, top, width] of rows.join('').matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
      const start = (Number(left) + BORDER) * SCALE
      for (let line = 0; line < SCALE; line++) {
        const row = ((Number(top) + BORDER) * SCALE + line) * size
        for (let column = start; column < start + Number(width) * SCALE; column++) {
          data.fill(0, (row + column) * 4, (row + column) * 4 + 3)
        }
      }
    }
    return decodeQR({ width: size, height: size, data })
  }

  it('leads to the page for people, with the credential where no request carries it', () => {
    const address = scanAddress(ORIGIN, credentialFile(credential))
    expect(address).toBe(`${ORIGIN}/verify#credential=${credential}`)
    expect(scan(address)).toBe(address)
  })

  it('leads to the page alone where the credential is too long or no compact text', () => {
    expect(scanAddress(ORIGIN, credentialFile('e'.repeat(2_800)))).toBe(`${ORIGIN}/verify`)
    expect(scanAddress(ORIGIN, credentialFile({ type: [] }))).toBe(`${ORIGIN}/verify`)
    expect(scan(`${ORIGIN}/verify`)).toBe(`${ORIGIN}/verify`)
  })
})

describe('is refused', () => {
  it('for a credential of somebody else, a broken and a suspended one', async () => {
    const outside = await createOutsideIssuer()
    const foreign = await signVcJwt(
      {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiableCredential'],
        issuer: outside.did,
        credentialSubject: {},
      },
      outside,
    )
    const { credential: suspended, uuid } = await issue(server, issuer)
    await changeStatus(server, issuer, uuid, 'suspended')
    for (const text of [foreign, `${credential.slice(0, -4)}AAAA`, suspended, 'x']) {
      const problem = await problemOf(await render({ credential: text, as: 'pdf' }))
      expect(problem.code).toBe('rendering.refused')
      expect(problem.status).toBe(422)
    }
  })

  it('for a form that does not exist', async () => {
    const problem = await problemOf(await render({ credential, as: 'gif' }))
    expect(problem.code).toBe('request.invalid')
  })

  it('for whom it is too often asked', async () => {
    const busy = startServer()
    const answers: number[] = []
    for (let i = 0; i < 31; i++)
      answers.push((await render({ credential: 'x', as: 'svg' }, busy)).status)
    expect(answers.filter((status) => status === 429)).toEqual([429])
  })
})
