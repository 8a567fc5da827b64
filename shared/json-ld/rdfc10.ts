// RDF Dataset Canonicalization: one text for one dataset, whatever its blank nodes are called. Uses rdf-canonize.
/// <reference path="./jsonld.d.ts" />
import Rdfc10 from 'rdf-canonize/lib/RDFC10Sync.js'
import { toHex } from '../encoding/bytes.ts'
import { sha2 } from '../encoding/sha2.ts'
import { BLANK_NODE_HASHES_MAX_COUNT, BLANK_NODE_PATHS_MAX_COUNT } from '../limits.ts'

/**
 * The canonical N-Quads of a dataset, or null where its blank nodes are so alike that telling them apart takes more work than
 * any honest document needs.
 *
 * @param names - is filled with the canonical name of every blank node
 * @see RDFC-1.0 §4.4, §7.1 (dataset poisoning) https://www.w3.org/TR/rdf-canon/
 */
export function canonicalizeQuads(
  quads: readonly object[],
  names: Map<string, string> = new Map(),
): string | null {
  let hashes = 0
  const createMessageDigest = () => {
    hashes++
    if (hashes > BLANK_NODE_HASHES_MAX_COUNT) throw new RangeError('Too many hashes')
    let text = ''
    return {
      update: (part: string) => {
        text += part
      },
      digest: () => toHex(sha2('sha256', text)),
    }
  }
  try {
    return new Rdfc10({
      createMessageDigest,
      canonicalIdMap: names,
      maxDeepIterations: BLANK_NODE_PATHS_MAX_COUNT,
    }).main(quads)
  } catch {
    return null
  }
}
