// The types of our own SD-JWT VCs, and the credential types whose counterparts they are. Pure.

/** The type of a right to practise. */
export const LICENCE_TYPE = 'ProfessionalLicenceCredential'

/** By the path of the `vct` address: every deployment serves these two under its own origin. */
const CREDENTIAL_TYPES: ReadonlyMap<string, string> = new Map([
  ['/vct/degree/1', 'AchievementCredential'],
  ['/vct/professional-licence/1', LICENCE_TYPE],
])

/**
 * The credential type that a `vct` is the counterpart of; any other type is itself. The origin does not matter: a `vct` is the
 * issuer's own word, as a type is, and entitles nobody to anything.
 *
 * @see SD-JWT VC §3.2.2.1
 */
export function credentialTypeOf(type: string): string {
  const at = type.indexOf('/vct/')
  // Nearly every type is decided here: only what ends like one of ours is taken apart.
  if (at < 0 || !CREDENTIAL_TYPES.has(type.slice(at)) || !URL.canParse(type)) return type
  const { protocol, pathname, search, hash } = new URL(type)
  const isAddress = (protocol === 'https:' || protocol === 'http:') && search + hash === ''
  return (isAddress ? CREDENTIAL_TYPES.get(pathname) : undefined) ?? type
}

/** Whether a type is the `vct` of a licence of ours: its metadata say what the values of a token list mean for it. */
export const isLicenceVct = (type: string): boolean =>
  type !== LICENCE_TYPE && credentialTypeOf(type) === LICENCE_TYPE
