// What became of the newest claim link of a credential, as one of its facts. Pure.
import type { Claim, ClaimState } from '../storage/claims.ts'
import { Moment } from './moment.tsx'

const WORDS: Readonly<Record<ClaimState, string>> = {
  offered: 'Waits for its holder',
  redeemed: 'A wallet has begun to fetch it',
  claimed: 'Fetched by its holder',
  locked: 'Locked after five wrong transaction codes: issue another link',
  expired: 'Over, without having been used',
}

export const ClaimFact = ({ claim }: { readonly claim: Claim | undefined }) =>
  claim === undefined ? null : (
    <div>
      <dt>Claim link</dt>
      <dd>
        {WORDS[claim.state]}
        {claim.state === 'offered' ? (
          <>
            , until <Moment seconds={claim.expiresAt} />
          </>
        ) : null}
        {claim.claimedAt === null ? null : (
          <>
            , <Moment seconds={claim.claimedAt} />
          </>
        )}
      </dd>
    </div>
  )
