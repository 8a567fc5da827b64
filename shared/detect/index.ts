// All that a content script loads from the core: what is credential-shaped, and where.
export { type DetectedEnvelope, detectEnvelope } from './envelope.ts'
export { findCredentialTexts, isJsonCredential, openEnvelopedCredential } from './json.ts'
export { findCompactTokens, SCAN_LIMITS, type Span } from './scan.ts'
