// Does a credential have the form that it promises by `credentialSchema`? Pure; schemas are loaded when they are asked for.
import { isJsonObject, type JsonObject, toList } from '../encoding/json.ts'
import { didWebHost } from '../keys/did-web.ts'
import type { ParsedCredential } from '../parse/credential.ts'
import { type Problem, problem } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'

type Validate = (credential: JsonObject) => boolean
type Load = () => Promise<Validate>

const loadAchievement: Load = async () => (await import('./open-badges.ts')).validateAchievement
const loadEndorsement: Load = async () => (await import('./open-badges.ts')).validateEndorsement
const loadClr: Load = async () => (await import('./open-badges.ts')).validateClr
const loadLicence: Load = async () => (await import('./licence.ts')).validate

/** Schemas whose rules are held here. Nothing is ever fetched. */
const BY_ADDRESS: ReadonlyMap<string, Load> = new Map(
  Object.entries({
    'ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json': loadAchievement,
    'ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json': loadEndorsement,
    'clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json': loadClr,
  }).map(([path, load]) => [`https://purl.imsglobal.org/spec/${path}`, load]),
)

/** Every deployment serves these under its own origin, with the same bytes. */
const BY_OWN_PATH: ReadonlyMap<string, Load> = new Map([['/schemas/licence/1.json', loadLicence]])

const TYPES: ReadonlySet<unknown> = new Set(['JsonSchema', '1EdTechJsonSchemaValidator2019'])
/** Envelopes whose claims are the credential itself, whole. */
const WHOLE: ReadonlySet<string> = new Set([
  'vc+jwt',
  'eddsa-jcs-2022',
  'eddsa-rdfc-2022',
  'Ed25519Signature2020',
])
/** A credential promises one form, or one and its extension. */
const MAX_SCHEMAS = 8

/** Whether every schema that the credential names is known here. */
export type SchemaAnswer = Result<
  { readonly isComplete: boolean },
  Problem<'format.schema_mismatch'>
>

/**
 * Holds a credential, whose signature was proved, to every schema that it names and that is known here. The answer is whether
 * all of them are: of another one nothing is known, and a notice says so.
 *
 * A schema at somebody else's address is another schema, whatever its path looks like.
 *
 * Reasons: `format.schema_mismatch`.
 * @param registryOrigin - the deployment that the verifier trusts for its list, undefined where there is none
 * @see VCDM 2.0 §4.11, VC JSON Schema §2
 */
export async function checkSchemas(
  { claims, envelope }: ParsedCredential,
  registryOrigin: string | undefined,
): Promise<SchemaAnswer> {
  const schemas: readonly unknown[] = toList(claims.properties.credentialSchema ?? [])
  if (!WHOLE.has(envelope) || schemas.length > MAX_SCHEMAS) return ok({ isComplete: false })
  const host = didWebHost(claims.issuer.id)
  const own = new Set([registryOrigin, host === null ? undefined : `https://${host}`])
  let isComplete = true
  for (const schema of schemas) {
    const load = isJsonObject(schema) ? findSchema(schema, own) : undefined
    if (!load) isComplete = false
    else if (!(await load())(claims.properties)) return err(problem('format.schema_mismatch'))
  }
  return ok({ isComplete })
}

function findSchema(
  { id, type, digestSRI, digestMultibase }: JsonObject,
  own: ReadonlySet<unknown>,
): Load | undefined {
  if (typeof id !== 'string' || !TYPES.has(type)) return undefined
  // The rules of these schemas are held here, not their bytes: which edition a digest names cannot be known.
  if (digestSRI !== undefined || digestMultibase !== undefined) return undefined
  const known = BY_ADDRESS.get(id)
  if (known || !URL.canParse(id)) return known
  const { origin, pathname } = new URL(id)
  return own.has(origin) && id === origin + pathname ? BY_OWN_PATH.get(pathname) : undefined
}
