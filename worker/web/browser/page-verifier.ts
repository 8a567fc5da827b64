// The verifier of this page: the deployment's own pin and trust list, and everything else through its relay. Uses fetch.

import { fetchBounded } from '../../../shared/http/fetch-bounded.ts'
import { createVerifierDeps, ok, type TrustPin, type VerifierDeps } from '../../../shared/index.ts'
import { createRelayedLookUps } from '../../../shared/look-ups/relayed-look-ups.ts'

/** What the relay answers with: DID documents, key documents and both kinds of status list. */
const RELAYED = [
  'application/did+json',
  'application/json',
  'application/vc+jwt',
  'application/vc',
  'application/statuslist+jwt',
]

const now = () => Math.floor(Date.now() / 1_000)

/** Throws where the deployment does not answer. The page came from it: its word about its own key is as good as the page. */
export async function createPageVerifier(): Promise<VerifierDeps> {
  const answer = await fetch('/registry/pin.json')
  if (!answer.ok) throw new Error('The pin could not be fetched')
  const pin = (await answer.json()) as TrustPin
  const ask = (url: string, init: RequestInit) => fetch(url, init)
  const bounds = { fetch: ask, developmentHosts: new Set([location.host]) }
  const deps = createVerifierDeps({ pin, fetch: ask, now })
  // Asked for early: every credential waits for it.
  void deps.trust()
  return {
    ...deps,
    lookUp: createRelayedLookUps(pin.origin, async (url, maxBytes) => {
      const expected = { accept: '*/*', contentTypes: RELAYED, maxBytes }
      const fetched = await fetchBounded(new URL(url), expected, bounds)
      return fetched.ok ? ok({ text: fetched.value.text, fetchedAtSeconds: now() }) : fetched
    }),
  }
}
