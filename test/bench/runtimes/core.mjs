// What the benchmark takes of the core: bundled once, so that every runtime times the same bytes.
export {
  createSignatureEngine,
  createVerifierMemory,
  readTrustList,
  verifyCredential,
  verifyMany,
} from '../../../shared/index.ts'
export { signVcJwt } from '../../../shared/issue/vc-jwt.ts'
export { decodeBitstring } from '../../../shared/status/bitstring.ts'
export { readStatusEntry } from '../../../shared/status/entry.ts'
export { readListedValue } from '../../../shared/status/status-list.ts'
