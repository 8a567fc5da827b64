// The types of our own SD-JWT VCs, and the credential types whose counterparts they are. Pure.

/** The type of a right to practise. */
export const LICENCE_TYPE = 'ProfessionalLicenceCredential'

/** The path of a `vct` address, as every deployment serves them under its own origin; the words between are those of the type. */
const PATH = /^\/vct\/([a-z]+(?:-[a-z]+)*)\/1$/
/** Open Badges has its own word for a degree. */
const DEGREE_PATH = '/vct/degree/1'

function typeAt(path: string): string | undefined {
  if (path === DEGREE_PATH) return 'AchievementCredential'
  const words = PATH.exec(path)?.[1]?.split('-')
  return (
    words && `${words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('')}Credential`
  )
}

/**
 * The credential type that a `vct` is the counterpart of; any other type is itself. The origin does not matter: a `vct` is the
 * issuer's own word, as a type is, and entitles nobody to anything.
 *
 * @see SD-JWT VC §3.2.2.1
 */
export function credentialTypeOf(type: string): string {
  const at = type.indexOf('/vct/')
  // Nearly every type is decided here: only what ends like one of ours is taken apart.
  if (at < 0 || !PATH.test(type.slice(at)) || !URL.canParse(type)) return type
  const { protocol, pathname, search, hash } = new URL(type)
  const isAddress = (protocol === 'https:' || protocol === 'http:') && search + hash === ''
  return (isAddress ? typeAt(pathname) : undefined) ?? type
}

/** Whether a type is the `vct` of a licence of ours: its metadata say what the values of a token list mean for it. */
export const isLicenceVct = (type: string): boolean =>
  type !== LICENCE_TYPE && credentialTypeOf(type) === LICENCE_TYPE
