import NQuads from 'rdf-canonize/lib/NQuads.js'
import { describe, expect, it } from 'vitest'
import { canonicalizeQuads } from '../../shared/json-ld/rdfc10.ts'
import { LEFT_OUT, PRESENCE, readVectors } from '../support/vectors.ts'

interface Vector {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly input: string
  readonly result: string
  readonly hashAlgorithm?: string
}

const VECTORS = readVectors<Vector[]>('rdfc10/rdfc10.json', [])
/** No cryptosuite that is read here hashes blank nodes by anything but SHA-256. */
const ofType = (type: string) =>
  VECTORS.filter((one) => one.type === `rdfc:RDFC10${type}` && one.hashAlgorithm === undefined)

describe(`RDFC-1.0, the test suite of the W3C${PRESENCE}`, () => {
  it.skipIf(LEFT_OUT)('has 86 tests, two of which ask for SHA-384', () => {
    expect(VECTORS).toHaveLength(86)
    const others = VECTORS.filter(({ hashAlgorithm }) => hashAlgorithm !== undefined)
    expect(others.map(({ id, hashAlgorithm }) => [id, hashAlgorithm])).toEqual([
      ['#test075c', 'SHA384'],
      ['#test075m', 'SHA384'],
    ])
  })

  it.each(ofType('EvalTest'))('$id $name', ({ input, result }) => {
    expect(canonicalizeQuads(NQuads.parse(input))).toBe(result)
  })

  it.each(ofType('MapTest'))('$id $name', ({ input, result }) => {
    const names = new Map<string, string>()
    canonicalizeQuads(NQuads.parse(input), names)
    expect(Object.fromEntries(names)).toEqual(JSON.parse(result))
  })

  it.each(ofType('NegativeEvalTest'))('$id $name is given up', ({ input }) => {
    expect(canonicalizeQuads(NQuads.parse(input))).toBeNull()
  })
})
