// Addresses of the vocabularies that our credentials use. Pure.

export { VCDM1_CONTEXT } from '../parse/jwt-vc.ts'
export { VCDM2_CONTEXT } from '../parse/vcdm2.ts'

export const OPEN_BADGES_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
/** Defines the type of the schema below, which the context above leaves out. */
export const OPEN_BADGES_EXTENSIONS_CONTEXT =
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'
export const OPEN_BADGES_SCHEMA = {
  id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
  type: '1EdTechJsonSchemaValidator2019',
} as const

export const CLR_CONTEXT = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'
export const CLR_SCHEMA = {
  id: 'https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json',
  type: '1EdTechJsonSchemaValidator2019',
} as const

const VOCABULARY = 'https://w3id.org/licet/vocabulary#'

/** The forms of a name, as the licence context has them, for credentials that do not use it. */
export const NAME_FORMS_CONTEXT = {
  value: `${VOCABULARY}value`,
  lang: `${VOCABULARY}lang`,
  script: `${VOCABULARY}script`,
  kind: `${VOCABULARY}nameKind`,
} as const

/** Contexts and schemas that every deployment serves under its own origin, with the same bytes. */
export const contextUrl = (
  origin: string,
  name: 'licence' | 'degree' | 'trust' | 'attestation',
): string => `${origin}/contexts/${name}/v1`
/** The `credentialSchema` of a licence. @see VCDM 2.0 §4.11 */
export const licenceSchema = (origin: string) =>
  ({ id: `${origin}/schemas/licence/1.json`, type: 'JsonSchema' }) as const
