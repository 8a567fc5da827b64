// What a finding looks like on the page: glyph, tone and accessible name. Pure.
import { VERDICTS, type Verdict } from '../../shared/index.ts'
import { markLabel, namesNobody } from '../../shared/ui/label.ts'
import type { Wording } from '../../shared/ui/wording/index.ts'
import type { MarkLook, Tone } from '../platform/message-types.ts'
import type { Finding } from './found-credentials.ts'

const TONES: Readonly<Record<Verdict, Tone>> = {
  rejected: 'bad',
  not_in_force: 'caution',
  inconclusive: 'neutral',
  unrecognized_issuer: 'foreign',
  verified: 'good',
}

/** From the tone that most needs attention to the one that needs none. */
export const TONES_WORST_FIRST: readonly Tone[] = ['bad', 'caution', 'neutral', 'foreign', 'good']

/** The look of one finding. A credential of somebody else, or of nobody, never gets the verified colour, however genuine it is. */
export const lookOf = (finding: Finding, wording: Wording): MarkLook => ({
  ...shapeOf(finding, wording),
  lang: wording.locale,
})

function shapeOf(finding: Finding, wording: Wording): Omit<MarkLook, 'lang'> {
  const { mark, verdicts } = wording
  if (finding.state === 'checking') {
    return { glyph: 'checking', tone: 'neutral', label: mark.checking }
  }
  if (finding.state === 'failed') {
    const label = mark.label(verdicts.inconclusive.word, [mark.unreadable])
    return { glyph: 'inconclusive', tone: 'neutral', label }
  }
  const { person, result } = finding
  const { verdict } = result
  const label = markLabel(result, person?.match, wording)
  if (verdict !== 'verified') return { glyph: verdict, tone: TONES[verdict], label }
  if (namesNobody(result)) return { glyph: 'inconclusive', tone: 'caution', label }
  if (person?.match === 'different') return { glyph: 'other_person', tone: 'caution', label }
  const glyph = result.notices.includes('licence_conditions') ? 'conditions' : 'verified'
  return { glyph, tone: TONES.verified, label }
}

/** How often each verdict occurs, worst first; what could not be finished counts as inconclusive. */
export function countVerdicts(findings: readonly Finding[]): readonly [Verdict, number][] {
  const verdictOf = (finding: Finding): Verdict =>
    finding.state === 'done' ? finding.result.verdict : 'inconclusive'
  const settled = findings.filter(({ state }) => state !== 'checking').map(verdictOf)
  return VERDICTS.map((verdict): [Verdict, number] => [
    verdict,
    settled.filter((other) => other === verdict).length,
  ]).filter(([, count]) => count > 0)
}
