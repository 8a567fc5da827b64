// Who signs: an identity with a key that it keeps to itself. Types only.

export interface CredentialSigner {
  readonly did: string
  /** Absolute DID URL of the key: `<did>#<RFC 7638 thumbprint>`. */
  readonly kid: string
  /** Ed25519 over the message; 64 bytes. */
  readonly sign: (message: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>
}
