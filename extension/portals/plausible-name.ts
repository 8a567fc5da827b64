// Could this heading be the name of a person? Only then may anybody be called "not the person named here". Pure.

const WORDS_MIN = 2
const WORDS_MAX = 5

/** Words that head sections, documents, places and offices rather than people. */
const NO_NAME = new Set(
  `about academic academy accreditation accreditations achievements activity admin application applications
  assistant association attachments authority awards background bachelor bank board business candidate candidates career
  center centre certificate certificates certification certifications city clinic clinical college committee company
  conditions consultant contact council country courses credential credentials curriculum cv date degree degrees dentist
  department details diploma diplomas director doctor document documents education email employer employment engineer
  engineering evidence examination experience faculty file files foundation further general government group head health
  history hospital information institute interview job jobs key languages learning letter letters licence licences license
  licenses licensing limited list ltd manager master medical medicine midwife midwifery ministry name national notes nurse
  nursing office officer organisation organization other overview page pending personal pharmacist pharmacy phone physician
  physiotherapist portfolio position practice practitioner practitioners previous profile profession professional
  publications qualification qualifications record records recruiter reference references register registered registration
  registrations research results resume review role school science sciences scores section senior service services shared
  skills society specialist staff state status studies study submitted summary surgeon surgery team test title training
  transcript transcripts trust university upload uploaded verified vitae volunteering work`.split(
    /\s+/,
  ),
)

/** Small words inside names, written without a capital. */
const PARTICLES = new Set(
  'al el bin binti ibn bint da das de del della der den des di do dos du e la las le los van von y zu ter ten af av'.split(
    ' ',
  ),
)

const WORD = /^[\p{L}\p{M}][\p{L}\p{M}'’.-]*$/u
const CAPITAL = /^[\p{Lu}\p{Lt}\p{Lo}]/u

/**
 * Whether a heading reads like a person's name: two to five words, each with a capital or in a script without case,
 * no digits, and none that belongs to sections or institutions.
 *
 * `Professional Experience` beside somebody's degree must never make it "somebody else's".
 */
export function isPlausibleName(heading: string): boolean {
  const words = heading.replaceAll(',', ' ').trim().split(/\s+/)
  if (words.length < WORDS_MIN || words.length > WORDS_MAX) return false
  if (!words.every((word) => WORD.test(word))) return false
  const lower = words.map((word) => word.toLowerCase().replace(/[.'’]/gu, ''))
  if (lower.some((word) => NO_NAME.has(word))) return false
  const named = words.filter((_, index) => !PARTICLES.has(lower[index] ?? ''))
  return named.length > 0 && named.every((word) => CAPITAL.test(word))
}
