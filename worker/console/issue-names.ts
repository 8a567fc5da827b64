// Further names of a holder – another script, a passport, a former one – and the key that a credential is bound to. Pure.
import type { JsonObject } from '../../shared/encoding/json.ts'
import { parseJson } from '../../shared/encoding/json.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { nameFormSchema } from '../../shared/wire/names.ts'

/** What a form has room for, beside the name that is always asked for; the API takes eight in all. */
export const FURTHER_NAMES = ['name_2', 'name_3', 'name_4'] as const
export const HOLDER_KEY = 'holder_key'
/** The language of the first name. */
export const FIRST_LANG = 'holder_name_lang'

export const NAME_KINDS = ['native', 'passport', 'former', 'other'] as const

export const langOf = (name: string): string => `${name}_lang`
export const kindOf = (name: string): string => `${name}_kind`

/** The names of all fields here. */
export const HOLDER_FIELDS: readonly string[] = [
  FIRST_LANG,
  ...FURTHER_NAMES.flatMap((name) => [name, langOf(name), kindOf(name)]),
  HOLDER_KEY,
]

type Entries = Readonly<Record<string, string>>
type Errors = Readonly<Record<string, string>>

const ERRORS: Readonly<Record<string, string>> = {
  value: 'Enter the name, or leave all of it empty.',
  lang: 'A language tag, such as ar or zh-Latn.',
  kind: 'Choose one of these.',
}
const FIELD_OF: Readonly<Record<string, (name: string) => string>> = { lang: langOf, kind: kindOf }

const nameForm = (value: string, lang = '', kind = ''): JsonObject => ({
  value,
  ...(lang !== '' && { lang }),
  ...(kind !== '' && { kind }),
})

/** What stands in the order as the holder's name: one text, or all forms of it. @param first - as it was entered */
export function holderNames(
  first: string,
  entries: Entries,
): Result<string | readonly JsonObject[], Errors> {
  const errors: Record<string, string> = {}
  const further = FURTHER_NAMES.flatMap((name) => {
    const [value = '', lang = '', kind = ''] = [
      entries[name],
      entries[langOf(name)],
      entries[kindOf(name)],
    ]
    if (value + lang + kind === '') return []
    const form = nameForm(value, lang, kind)
    for (const { path } of nameFormSchema.safeParse(form).error?.issues ?? []) {
      const part = String(path[0])
      errors[FIELD_OF[part]?.(name) ?? name] ??= ERRORS[part] ?? 'Not a name.'
    }
    return [form]
  })
  const firstLang = entries[FIRST_LANG] ?? ''
  if (nameFormSchema.shape.lang.safeParse(firstLang || undefined).success === false) {
    errors[FIRST_LANG] = ERRORS.lang ?? ''
  }
  if (Object.keys(errors).length > 0) return err(errors)
  return ok(
    further.length === 0 && firstLang === '' ? first : [nameForm(first, firstLang), ...further],
  )
}

/** The public key as JSON; a text that is none is left as it is, for the schema to refuse. */
export const holderKeyOf = (entries: Entries): JsonObject => {
  const text = entries[HOLDER_KEY] ?? ''
  return text === '' ? {} : { holderKey: parseJson(text) ?? text }
}
