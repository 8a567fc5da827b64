// Many rows in few parameters: JSON arrays for `json_each(?)`, each short enough for D1. Pure.

/** D1 takes 2 MB in one parameter; characters may be up to three bytes there. */
const SLICE_MAX_CHARS = 600_000

/** The rows as JSON arrays, in order. A single row that is too long by itself stands alone. */
export function jsonSlices(rows: readonly unknown[]): readonly string[] {
  const slices: string[] = []
  let held: string[] = []
  let chars = 0
  for (const row of rows) {
    const text = JSON.stringify(row)
    if (held.length > 0 && chars + text.length > SLICE_MAX_CHARS) {
      slices.push(`[${held.join(',')}]`)
      held = []
      chars = 0
    }
    held.push(text)
    chars += text.length + 1
  }
  if (held.length > 0) slices.push(`[${held.join(',')}]`)
  return slices
}
