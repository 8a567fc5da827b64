// The words of our own surfaces in the reader's language; a locale that has verdicts and no surfaces does not compile.
import { type Locale, localeFor } from '../../shared/ui/wording/index.ts'
import type { SurfaceWords } from './surface-words.ts'
import { ar } from './words-ar.ts'
import { en } from './words-en.ts'
import { es } from './words-es.ts'
import { fr } from './words-fr.ts'
import { hi } from './words-hi.ts'
import { pt } from './words-pt.ts'

export const WORDS = { en, fr, es, pt, ar, hi } as const satisfies Record<Locale, SurfaceWords>

export const words: SurfaceWords = WORDS[localeFor(navigator.languages)]
