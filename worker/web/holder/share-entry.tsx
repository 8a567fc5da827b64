// One link of a holder. Uses Preact and fetch.
import { useEffect, useState } from 'preact/hooks'
import type { Wording } from '../../../shared/ui/wording/wording.ts'
import { QrCode } from '../browser/qr-code.tsx'
import { PURPOSES } from '../sharing/words.ts'
import { askAsHolder, inWords } from './ask.ts'
import { type Look, LookList } from './look-list.tsx'
import type { HeldShare } from './vault.ts'

interface ShareEntryProps {
  readonly share: HeldShare
  readonly wording: Wording
  readonly onForget: (share: HeldShare) => void
}

interface Standing {
  readonly state: 'open' | 'locked' | 'used_up' | 'expired' | 'revoked'
  readonly expiresAt: string
  readonly looks: number
  readonly maxLooks: number
  readonly wrongPins: number
}

const STATES = {
  open: 'Open',
  locked: 'Locked after too many wrong PINs',
  used_up: 'Looked at as often as you allowed',
  expired: 'Its time is over',
  revoked: 'Withdrawn',
} as const satisfies Record<Standing['state'], string>

const MONTH_MS = 30 * 86_400_000

export function ShareEntry({ share, wording, onForget }: ShareEntryProps) {
  const [standing, setStanding] = useState<Standing>()
  const [looks, setLooks] = useState<readonly Look[]>([])
  const [advice, setAdvice] = useState('')
  const path = `/v1/shares/${share.id}`
  const read = async () => {
    setStanding(await askAsHolder<Standing>('GET', path, share.control))
    const answer = await askAsHolder<{ looks: Look[] }>('GET', `${path}/looks`, share.control)
    setLooks(answer?.looks ?? [])
  }
  const attempt = (work: () => Promise<unknown>) => async () => {
    setAdvice('')
    try {
      await work()
      await read()
    } catch (error) {
      setAdvice(inWords(error))
    }
  }
  useEffect(() => void attempt(async () => undefined)(), [share.id])

  const change = (body: object) => attempt(() => askAsHolder('PATCH', path, share.control, body))
  const extended = (from: string) =>
    new Date(Math.max(Date.parse(from), Date.now()) + MONTH_MS).toISOString()
  const revoke = attempt(async () => {
    if (!confirm(`Withdraw the link for ${share.recipient}? It opens nothing any more, for good.`))
      return
    await askAsHolder('DELETE', path, share.control)
  })
  const isLive = standing?.state === 'open' || standing?.state === 'locked'
  return (
    <li class="share-entry">
      <h3>
        <bdi>{share.recipient}</bdi>
      </h3>
      <p>
        {PURPOSES[share.purpose]}: {share.shown.join(', ')}.{' '}
        {standing
          ? `${STATES[standing.state]}. Until ${wording.time(standing.expiresAt)}.`
          : 'How it stands is asked for …'}
      </p>
      {advice === '' ? null : (
        <p role="alert" class="advice">
          {advice}
        </p>
      )}
      {isLive ? (
        <details>
          <summary>Show the link</summary>
          <label>
            Whoever has it can open it
            <input readOnly value={share.link} />
          </label>
          <QrCode text={share.link} label={`QR code of the link for ${share.recipient}`} />
        </details>
      ) : null}
      <LookList looks={looks} wording={wording} />
      <div class="choices">
        {isLive && standing ? (
          <>
            <button
              type="button"
              class="secondary"
              onClick={change({ expiresAt: extended(standing.expiresAt) })}
            >
              30 days longer
            </button>
            {standing.state === 'locked' ? (
              <button type="button" class="secondary" onClick={change({ unlock: true })}>
                Unlock
              </button>
            ) : null}
            <button type="button" onClick={revoke}>
              Withdraw
            </button>
          </>
        ) : (
          <button type="button" class="secondary outline" onClick={() => onForget(share)}>
            Take it off this list
          </button>
        )}
      </div>
    </li>
  )
}
