// Types of sign-requests.mjs, for tests that run inside the Worker's runtime. Types only.

export interface SignOptions {
  readonly fetch: (url: string, init: RequestInit) => Response | Promise<Response>
  readonly origin: string
  readonly issuer: string
  readonly apiKey: string
  readonly jwk: JsonWebKey
  /** Is shown kinds and counts, and answers whether to go on. */
  readonly confirm: (summary: string) => Promise<boolean>
  readonly onSigned: (answer: { readonly id: string; readonly credential: string }) => void
  /** Is told how far a table is, page by page. */
  readonly onTable: (batch: {
    readonly id: string
    readonly rows: number
    readonly signed: number
  }) => void
}

export declare function signRequests(options: SignOptions): Promise<number>
