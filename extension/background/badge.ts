// The toolbar button of a tab: how many credentials, and the colour of the worst news. Uses chrome.action.
import type { Wording } from '../../shared/ui/wording/index.ts'
import type { Tone } from '../platform/message-types.ts'
import { words } from '../ui/words.ts'
import type { PageRecord } from './found-credentials.ts'
import { countVerdicts, lookOf, TONES_WORST_FIRST } from './mark-look.ts'

const COLOURS: Readonly<Record<Tone, string>> = {
  bad: '#a4161a',
  caution: '#8a4b00',
  neutral: '#57606a',
  foreign: '#5b3a9e',
  good: '#116149',
}

export interface Badge {
  readonly text: string
  readonly colour: string
  readonly title: string
}

export function badgeOf(records: readonly PageRecord[], wording: Wording): Badge {
  const findings = records.flatMap((record) =>
    record.kind === 'credential' ? [record.finding] : [],
  )
  if (findings.length === 0) {
    return { text: '', colour: COLOURS.neutral, title: words.badge.nothing }
  }
  const tones = findings.map((finding) => lookOf(finding, wording).tone)
  const worst = TONES_WORST_FIRST.find((tone) => tones.includes(tone)) ?? 'neutral'
  const parts = countVerdicts(findings).map(
    ([verdict, count]) => `${count} × ${wording.verdicts[verdict].word}`,
  )
  const others = findings.filter(
    (finding) => finding.state === 'done' && finding.person?.match === 'different',
  ).length
  if (others > 0) parts.push(words.badge.otherPerson(others))
  return {
    text: String(findings.length),
    colour: COLOURS[worst],
    title: words.badge.found(findings.length, parts),
  }
}

/** Shows a badge; a tab that is gone meanwhile needs none. */
export async function showBadge(tabId: number, { colour, text, title }: Badge): Promise<void> {
  try {
    await chrome.action.setBadgeText({ tabId, text })
    await chrome.action.setBadgeBackgroundColor({ tabId, color: colour })
    await chrome.action.setBadgeTextColor({ tabId, color: '#ffffff' })
    await chrome.action.setTitle({ tabId, title })
  } catch {
    // The tab was closed.
  }
}
