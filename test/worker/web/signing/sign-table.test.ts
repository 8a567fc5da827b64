// A table is signed to its end in the browser, and nothing that nobody agreed to.
import { describe, expect, it } from 'vitest'
import { encodeBase64Url } from '../../../../shared/encoding/base64url.ts'
import { utf8Encode } from '../../../../shared/encoding/bytes.ts'
import { readTable, signTable } from '../../../../worker/web/signing/sign-table.ts'

const DID = 'did:web:board.gov.xm'
const KID = `${DID}#key`
const key = { kid: KID, sign: async () => new Uint8Array(64) }

const part = (value: object) => encodeBase64Url(utf8Encode(JSON.stringify(value)))
const row = (id: string, changes: object = {}, kid = KID) => ({
  id,
  kid,
  bytes: encodeBase64Url(
    utf8Encode(
      `${part({ alg: 'EdDSA', typ: 'vc+jwt', kid })}.${part({
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiableCredential', 'ProfessionalLicenceCredential'],
        issuer: DID,
        validFrom: '2026-01-01T00:00:00Z',
        credentialSubject: { name: `Holder ${id}`, licence: { name: 'Licence' } },
        ...changes,
      })}`,
    ),
  ),
})

/** A Worker that hands out these pages, one after the other. */
function tableOf(...pages: readonly (readonly ReturnType<typeof row>[])[]) {
  const left = [...pages]
  const signed: string[] = []
  const progress: number[] = []
  const signing = {
    did: DID,
    next: async () => left[0] ?? [],
    handIn: async (signatures: readonly { readonly id: string; readonly signature: string }[]) => {
      left.shift()
      signed.push(...signatures.map(({ id }) => id))
      return { signed: signed.length, state: left.length > 0 ? 'awaiting_signature' : 'done' }
    },
    onProgress: (count: number) => progress.push(count),
  }
  return { signing, signed, progress }
}

describe('a table', () => {
  it('is read as the bytes say', async () => {
    const { signing } = tableOf([row('a'), row('b')])
    const { rows } = await readTable(signing)
    expect(rows.map(({ summary }) => summary.subject.name)).toEqual(['Holder a', 'Holder b'])
  })

  it('is signed page by page to its end', async () => {
    const { signing, signed, progress } = tableOf([row('a'), row('b')], [row('c')])
    await signTable('licence', key, signing)
    expect(signed).toEqual(['a', 'b', 'c'])
    expect(progress).toEqual([2, 3])
  })

  it.each([
    ['is of another kind', row('b', { type: ['VerifiableCredential', 'ExamResultCredential'] })],
    ['speaks for another issuer', row('b', { issuer: 'did:web:other.gov.xm' })],
    ['asks for another key', row('b', {}, `${DID}#other`)],
    [
      'lets somebody else sign',
      row('b', {
        id: 'urn:uuid:0b1e5a54-8f5b-4b5e-9a52-5a3f1d4a7c11',
        type: ['VerifiableCredential', 'RecognizedEntityCredential'],
        credentialSubject: {
          id: 'did:web:evil.example',
          recognizedTo: { action: 'issue', credentialTypes: ['AchievementCredential'] },
        },
      }),
    ],
  ])('stops before a page with a row that %s', async (_, lie) => {
    const { signing, signed } = tableOf([row('a')], [lie, row('c')])
    await expect(signTable('licence', key, signing)).rejects.toThrow(/sign|key/)
    expect(signed).toEqual(['a'])
  })
})
