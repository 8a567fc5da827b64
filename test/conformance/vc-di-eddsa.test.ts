import { sha256 } from '@noble/hashes/sha2.js'
import { describe, expect, it } from 'vitest'
import { decodeBase58Btc } from '../../shared/encoding/base58btc.ts'
import { toHex, utf8Encode } from '../../shared/encoding/bytes.ts'
import { canonicalizeJson } from '../../shared/encoding/jcs.ts'
import type { JsonObject } from '../../shared/encoding/json.ts'
import { canonicalizeDocument } from '../../shared/json-ld/canonicalize.ts'
import { readMultikey } from '../../shared/keys/did-key.ts'
import { readProofs } from '../../shared/parse/proofs.ts'
import { createSignatureEngine } from '../../shared/signature/signature-engine.ts'
import { checkSignature } from '../../shared/signature/verify-signature.ts'
import { LEFT_OUT, PRESENCE, readVectors } from '../support/vectors.ts'
import { createWorld } from '../support/world.ts'

type Tree = Readonly<Record<string, unknown>>

const TREE = readVectors<Tree>('vc-di-eddsa/test-vectors.json', {})
const text = (name: string) => String(TREE[name]).trim()
const object = (name: string) => TREE[name] as JsonObject
const lines = (nquads: string) => nquads.trim()
const hashOf = (canonical: string) => toHex(sha256(utf8Encode(canonical)))
const engine = createSignatureEngine()

/** What each suite of the specification's appendix calls its intermediate results. */
const SUITES = [
  { folder: 'eddsa-rdfc-2022', name: 'DataInt', unsigned: 'unsigned.json', isJson: false },
  { folder: 'eddsa-jcs-2022', name: 'JCS', unsigned: 'unsigned.json', isJson: true },
  { folder: 'Ed25519Signature2020', name: 'EdSig', unsigned: 'unsigned.json', isJson: false },
]
async function canonical(document: JsonObject, isJson: boolean): Promise<string> {
  if (isJson) return canonicalizeJson(document) ?? ''
  const result = await canonicalizeDocument(document)
  return result.ok ? result.value : result.error.code
}

/** Whether every proof of a document was made by the key that its verification method names, in the order of the proofs. */
async function verdicts(document: JsonObject): Promise<readonly string[]> {
  const proofs = readProofs(document, {
    relationship: 'assertionMethod',
    signer: undefined,
    maxChars: 100_000,
  })
  if (!proofs.ok) return [proofs.error.code]
  return Promise.all(
    proofs.value.signatures.map(async (signature) => {
      const key = readMultikey(signature.kid?.split('#')[1] ?? '')
      if (!key) return 'no key'
      const checked = await checkSignature(key, signature, engine)
      return checked.ok ? 'ok' : checked.error.code
    }),
  )
}

describe(`VC-DI-EDDSA appendix B, step by step${PRESENCE}`, () => {
  const cases = LEFT_OUT ? [] : SUITES

  it.each(cases)('$folder: canonical forms and hashes', async ({ folder, name, isJson }) => {
    const { proof: _, ...document } = object(`${folder}/signed${name}.json`)
    const body = await canonical(document, isJson)
    const config = await canonical(object(`${folder}/proofConfig${name}.json`), isJson)
    expect(lines(body)).toBe(text(`${folder}/canonDoc${name}.txt`))
    expect(lines(config)).toBe(text(`${folder}/proofCanon${name}.txt`))
    expect(hashOf(body)).toBe(text(`${folder}/docHash${name}.txt`))
    expect(hashOf(config)).toBe(text(`${folder}/proofHash${name}.txt`))
  })

  it.each(cases)('$folder: the bytes that are signed, and the signature', async (suite) => {
    const { folder, name } = suite
    const signed = object(`${folder}/signed${name}.json`)
    const proofs = readProofs(signed, {
      relationship: 'assertionMethod',
      signer: undefined,
      maxChars: 100_000,
    })
    expect(proofs.ok && proofs.value.envelope).toBe(folder)
    const [signature] = proofs.ok ? proofs.value.signatures : []
    const bytes = await signature?.signedBytes()
    expect(bytes?.ok && toHex(bytes.value)).toBe(text(`${folder}/combinedHash${name}.txt`))
    expect(signature && toHex(signature.signature)).toBe(text(`${folder}/sigHex${name}.txt`))
    expect(await verdicts(signed)).toEqual(['ok'])
  })

  /** The context of the employment example is not in the repository: its hashes and signature are checked from its text. */
  it.skipIf(LEFT_OUT)('eddsa-rdfc-2022, employment: hashes and signature', async () => {
    const folder = 'eddsa-rdfc-2022/employ'
    const hashes = ['proofCanon', 'canonDoc'].map((part) =>
      // The files leave out the line break at the end, which the hashes count.
      hashOf(`${text(`${folder}/${part}DataInt.txt`)}\n`),
    )
    expect(hashes.join('')).toBe(text(`${folder}/combinedHashDataInt.txt`))
    const key = readMultikey(String(object('keyPair.json').publicKeyMultibase))
    const signature = decodeBase58Btc(text(`${folder}/sigBTC58DataInt.txt`).slice(1))
    const message = Uint8Array.from(Buffer.from(hashes.join(''), 'hex'))
    expect(key && signature && (await engine.verify('EdDSA', key, signature, message))).toBe(true)
    expect(await verdicts(object(`${folder}/signedDataInt.json`))).toEqual([
      'format.context_unavailable',
    ])
  })
})

describe(`Data Integrity §2.1.1 and §2.1.2, sets and chains${PRESENCE}`, () => {
  const folder = 'proof-set-chain'
  it.each(
    LEFT_OUT
      ? []
      : [
          ['signedProofSet1', 1],
          ['signedProofSet2', 2],
          ['signedProofChain1', 3],
          ['signedProofChain2', 4],
        ],
  )('%s has %i good proofs', async (name, count) => {
    const document = object(`${folder}/${name}.json`)
    expect(await verdicts(document)).toEqual(new Array(count).fill('ok'))
  })

  it.skipIf(LEFT_OUT)('notice a proof taken out of a chain, or put in its place', async () => {
    const document = object(`${folder}/signedProofChain2.json`)
    const proof = document.proof as readonly JsonObject[]
    expect(await verdicts({ ...document, proof: proof.slice(1) })).toContain(
      'signature.previous_proof_missing',
    )
    const [first, second, ...others] = proof
    const changed = { ...second, created: '2023-02-25T23:36:38Z' }
    expect(await verdicts({ ...document, proof: [first, changed, ...others] })).toEqual([
      'ok',
      'signature.mismatch',
      'signature.mismatch',
      'ok',
    ])
  })
})

describe(`the specification's credentials as a whole${PRESENCE}`, () => {
  /** Their issuer is an address; their key is somebody's `did:key`, for whom that address has not spoken. */
  it.each(LEFT_OUT ? [] : SUITES)('$folder is not believed of its issuer', async (suite) => {
    const { folder, name } = suite
    const { deps } = await createWorld()
    const { verify } = await createWorld({
      deps: {
        lookUp: { ...deps.lookUp, keyDocument: async () => ({ ok: false, error: 'unreachable' }) },
      },
    })
    const result = await verify(object(`${folder}/signed${name}.json`))
    expect(result.verdict).not.toBe('verified')
    expect(result.checks[1]).toMatchObject({ check: 'issuer_key' })
    expect(result.checks[1]?.outcome).not.toBe('pass')
  })
})
