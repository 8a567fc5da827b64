// A credential or presentation against its data model: its shape, then its meaning as JSON-LD. Pure; loads JSON-LD.

import { checkCredentialShape } from '../../shared/data-model/credential.ts'
import {
  checkEnvelopedShape,
  checkPresentationShape,
  type EnvelopedType,
  isEnveloped,
} from '../../shared/data-model/presentation.ts'
import type { Held } from '../../shared/data-model/values.ts'
import type { JsonObject } from '../../shared/encoding/json.ts'
import { decodeCompactJws } from '../../shared/parse/compact-jws.ts'
import type { Problem } from '../../shared/reasons.ts'

interface Kind {
  readonly envelope: EnvelopedType
  readonly shape: (document: JsonObject) => Held
}

export const CREDENTIAL: Kind = {
  envelope: 'EnvelopedVerifiableCredential',
  shape: checkCredentialShape,
}
export const PRESENTATION: Kind = {
  envelope: 'EnvelopedVerifiablePresentation',
  shape: checkPresentationShape,
}

/**
 * The first thing that is wrong with a document by its data model. Of an envelope, what is inside is judged, too; where that
 * cannot be opened, verification says why.
 */
export async function checkDocument(document: JsonObject, kind: Kind): Promise<readonly Problem[]> {
  if (!isEnveloped(document, kind.envelope)) return checkPlain(document, kind)
  const held = checkEnvelopedShape(document)
  if (!held.ok) return [held.error]
  const inside = openEnvelope(document)
  return inside ? checkPlain(inside, kind) : []
}

async function checkPlain(document: JsonObject, kind: Kind): Promise<readonly Problem[]> {
  const held = kind.shape(document)
  if (!held.ok) return [held.error]
  const { checkJsonLd } = await import('../../shared/json-ld/check-json-ld.ts')
  const read = await checkJsonLd(document)
  return read.ok ? [] : [read.error]
}

/** Claims of the JWT around a document; they are no part of what it says. @see VC-JOSE-COSE §3.1.3, RFC 7519 §4.1 */
const JWT_CLAIMS: ReadonlySet<string> = new Set([
  ...['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti'],
  ...['nonce', 'cnf'],
])

/** The payload of a JWS in a `data:` URL, which is the document itself; what discloses selectively has no such payload. */
function openEnvelope({ id }: JsonObject): JsonObject | undefined {
  const [, text] = String(id).split(/,(.*)/s, 2)
  const jws = text && !text.includes('~') ? decodeCompactJws(text) : undefined
  if (!jws?.ok) return undefined
  const members = Object.entries(jws.value.payload)
  return Object.fromEntries(members.filter(([name]) => !JWT_CLAIMS.has(name)))
}
