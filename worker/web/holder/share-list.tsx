// The links of a holder: how each stands, who looked, and what can be done about it. Uses Preact and fetch.
import type { Wording } from '../../../shared/ui/wording/wording.ts'
import { ShareEntry } from './share-entry.tsx'
import type { HeldShare } from './vault.ts'

interface ShareListProps {
  readonly shares: readonly HeldShare[]
  readonly wording: Wording
  readonly onForget: (share: HeldShare) => void
}

export const ShareList = ({ shares, wording, onForget }: ShareListProps) =>
  shares.length === 0 ? (
    <p>You have shared nothing yet.</p>
  ) : (
    <ul class="cards">
      {shares.map((share) => (
        <ShareEntry key={share.id} share={share} wording={wording} onForget={onForget} />
      ))}
    </ul>
  )
