// Reads what a form sent. Pure.

/** The text of a field, trimmed; empty where there is none, or a file or several stand in its place. */
export function readText(form: Readonly<Record<string, unknown>>, name: string): string {
  const value = Object.hasOwn(form, name) ? form[name] : undefined
  return typeof value === 'string' ? value.trim() : ''
}
