// The words of our own surfaces in the reader's language; a locale that has verdicts and no surfaces does not compile.
import { type Locale, localeFor } from '../../shared/ui/wording/index.ts'
import type { SurfaceWords } from './surface-words.ts'
import { en } from './words-en.ts'

const WORDS = { en } as const satisfies Record<Locale, SurfaceWords>

export const words: SurfaceWords = WORDS[localeFor(navigator.languages)]
