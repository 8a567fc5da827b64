// What an Open Badges achievement says beyond its name, fit to be shown. Pure.
import { displayText } from './encoding/display-text.ts'
import { isJsonObject, type JsonObject, toList } from './encoding/json.ts'

/** As many as a panel can show; a transcript has a page of its own. */
const MAX_ITEMS = 12

interface AchievementSummary {
  readonly licenseNumber: string | undefined
  readonly alignments: readonly string[] | undefined
  readonly results: readonly string[] | undefined
}

const objects = (value: unknown): readonly JsonObject[] =>
  toList(value).filter(isJsonObject).slice(0, MAX_ITEMS)

const some = (texts: readonly string[]) => (texts.length === 0 ? undefined : texts)

/**
 * Draws up licence number, alignments and results. Marks carry the name that the achievement gives to what was marked.
 *
 * @see Open Badges 3.0 §B.1.4, §B.1.17
 */
export function summarizeAchievement(
  achievement: JsonObject,
  subject: JsonObject,
): AchievementSummary {
  const names = new Map(objects(achievement.resultDescription).map(({ id, name }) => [id, name]))
  const results = objects(subject.result).flatMap((result) => {
    const mark = displayText(result.value) ?? displayText(result.status)
    const name = displayText(names.get(result.resultDescription))
    return mark === undefined ? [] : [name === undefined ? mark : `${name}: ${mark}`]
  })
  const alignments = objects(achievement.alignment).flatMap(
    ({ targetName }) => displayText(targetName) ?? [],
  )
  return {
    licenseNumber: displayText(subject.licenseNumber),
    alignments: some(alignments),
    results: some(results),
  }
}
