// How a secured text or object is to be read. Types only.

/** A signature, known before the claims under it are read. */
export interface SignatureHead {
  readonly algorithm: string
  readonly kid: string | undefined
  readonly signature: Uint8Array<ArrayBuffer>
  /** The very same array, however often it is asked for. */
  readonly signedBytes: () => Uint8Array<ArrayBuffer>
}

/** How a secured text is to be read. */
export interface ReadBound {
  readonly maxChars: number
  /** Told what is known of a signature before the claims are read: it can be checked beside the reading. */
  readonly onHead?: (head: SignatureHead) => void
}
