// POST /credentials/issue without the HTTP: a whole credential in, the same one secured out.
import { isUrl } from '../../shared/data-model/values.ts'
import { isJsonObject, type JsonObject, toList } from '../../shared/encoding/json.ts'
import { type StatusPlace, statusEntry } from '../../shared/issue/credential-frame.ts'
import { signDataIntegrity } from '../../shared/issue/data-integrity.ts'
import type { CredentialSigner } from '../../shared/issue/signer.ts'
import { signVcJwt } from '../../shared/issue/vc-jwt.ts'
import { VCDM2_CONTEXT } from '../../shared/parse/vcdm2.ts'
import { type Problem, problem } from '../../shared/reasons.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { IssueDocument } from '../../shared/wire/vc-api.ts'
import type { Actor } from '../auth/actor.ts'
import { type Alongside, nothing } from '../issuing/alongside.ts'
import { recordWithStatus } from '../issuing/record-with-status.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { CREDENTIAL, checkDocument } from './check-document.ts'
import { hashName } from './credential-name.ts'

type Options = IssueDocument['options']

/** Terms that VCDM 1.1 lacks and that a proof or a status of ours needs. */
const PROOF_CONTEXT = 'https://w3id.org/security/data-integrity/v2'
const STATUS_CONTEXT = 'https://www.w3.org/ns/credentials/status/v1'

/** What is wrong with a credential before anybody signs it, undefined where nothing is. */
export async function checkOrder({
  credential,
  options,
}: IssueDocument): Promise<Problem | undefined> {
  if (credential.proof !== undefined) return malformed('proof')
  if (options.credentialId !== undefined && !isUrl(options.credentialId)) {
    return malformed('options.credentialId')
  }
  if (options.envelope !== undefined && !isVcdm2(credential)) {
    return malformed('options.envelope')
  }
  const [first] = await checkDocument(withContexts(credential, options), CREDENTIAL)
  return first
}

/** Whether a credential names the issuer that is to sign it. */
export const isIssuedBy = ({ issuer }: JsonObject, { did }: Issuer): boolean =>
  (isJsonObject(issuer) ? issuer.id : issuer) === did

/**
 * Secures and records a credential that `checkOrder` found nothing wrong with. It gets an id where it has none, so that it can be
 * withdrawn. Of its contents nothing is kept but a hash of its id.
 *
 * @param alongside - written with it or not at all
 * @returns undefined where a unique key refused every attempt
 */
export async function issueDocument(
  services: Services,
  issuer: Issuer,
  actor: Actor,
  { credential, options }: IssueDocument,
  alongside: Alongside<JsonObject> = nothing,
): Promise<Result<JsonObject, Problem> | undefined> {
  const { credentials, credentialNames, custody, platform } = services
  const signer = await custody.signer(issuer.did)
  const purposes = options.status ? (['revocation'] as const) : []
  type Answer = Result<JsonObject, Problem>
  return recordWithStatus<Answer>(services, issuer.slug, purposes, async (places) => {
    const uuid = platform.uuid()
    const document = addTo(withContexts(credential, options), uuid, places)
    const secured = await secure(document, options, signer, platform.now())
    const record = {
      id: uuid,
      issuerSlug: issuer.slug,
      kind: 'other',
      format: options.envelope ?? options.cryptosuite ?? DEFAULT_SUITE,
      signingKid: signer.kid,
    }
    const names = [credential.id, options.credentialId].filter((name) => typeof name === 'string')
    if (!secured.ok) return { answer: secured }
    const hashes = await Promise.all([...new Set(names)].map(hashName))
    return {
      answer: secured,
      record: {
        statements: [
          ...credentials.inserts(record, places),
          ...hashes.map((hash) => credentialNames.insert(issuer.slug, hash, uuid)),
          ...(await alongside(secured.value)),
        ],
        act: {
          actor,
          action: 'credential.issued',
          target: `urn:uuid:${uuid}`,
          detail: { kind: record.kind, format: record.format },
        },
      },
    }
  })
}

const malformed = (path: string): Problem => problem('format.property_malformed', { path })

const DEFAULT_SUITE = 'eddsa-rdfc-2022'

const isVcdm2 = (credential: JsonObject): boolean =>
  toList(credential['@context'])[0] === VCDM2_CONTEXT

function withContexts(credential: JsonObject, { status }: Options): JsonObject {
  const contexts = credential['@context']
  if (isVcdm2(credential) || !Array.isArray(contexts)) return credential
  const needed = [PROOF_CONTEXT, ...(status ? [STATUS_CONTEXT] : [])]
  return {
    ...credential,
    '@context': [...contexts, ...needed.filter((context) => !contexts.includes(context))],
  }
}

function addTo(credential: JsonObject, uuid: string, places: readonly StatusPlace[]): JsonObject {
  const entries = [...toList(credential.credentialStatus ?? []), ...places.map(statusEntry)]
  return {
    ...credential,
    id: credential.id ?? `urn:uuid:${uuid}`,
    ...(places.length > 0 && { credentialStatus: entries.length === 1 ? entries[0] : entries }),
  }
}

async function secure(
  document: JsonObject,
  { cryptosuite = DEFAULT_SUITE, envelope }: Options,
  signer: CredentialSigner,
  createdSeconds: number,
): Promise<Result<JsonObject, Problem>> {
  if (envelope === undefined) {
    const signed = await signDataIntegrity(document, { cryptosuite, createdSeconds }, signer)
    return signed.ok ? signed : err(signed.error)
  }
  return ok({
    '@context': VCDM2_CONTEXT,
    type: 'EnvelopedVerifiableCredential',
    id: `data:application/${envelope},${await signVcJwt(document, signer)}`,
  })
}
