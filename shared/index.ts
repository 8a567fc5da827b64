// The whole public surface of the core.
export type { LookUp, LookUpFailure, VerifierDeps } from './deps.ts'
export { jwkThumbprint, type PublicJwk } from './keys/jwk.ts'
export { createEd25519, type Ed25519 } from './signature/ed25519.ts'
export type { TrustAnchor, TrustPin, TrustSnapshot } from './trust/snapshot.ts'
export { readTrustList } from './trust/trust-list.ts'
export type { CredentialSummary, VerificationResult } from './verification-result.ts'
export { verifyCredential } from './verify.ts'
