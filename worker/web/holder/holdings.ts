// What is in the vault, checked now. Uses the vault and the page's verifier.
import { type VerificationResult, verifyCredential } from '../../../shared/index.ts'
import { createPageVerifier } from '../browser/page-verifier.ts'
import { all, type HeldCredential, type HeldShare } from './vault.ts'

export interface Card {
  readonly held: HeldCredential
  /** Undefined where a fault of ours, or no connection, kept it from being checked. */
  readonly result: VerificationResult | undefined
}

export interface Holdings {
  readonly cards: readonly Card[]
  readonly shares: readonly HeldShare[]
}

/** Newest first. */
export async function readHoldings(): Promise<Holdings> {
  const [credentials, shares] = await Promise.all([all('credentials'), all('shares')])
  const verifier = createPageVerifier()
  const cards = await Promise.all(
    credentials.map(async (held): Promise<Card> => {
      try {
        return { held, result: await verifyCredential(held.copies[0].text, await verifier) }
      } catch {
        return { held, result: undefined }
      }
    }),
  )
  return {
    cards: cards.toSorted((a, b) => b.held.addedAt.localeCompare(a.held.addedAt)),
    shares: shares.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)),
  }
}
