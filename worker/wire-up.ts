// Composition root: the only file that sees both the bindings and everything built on them.
import type { TrustListReader } from '../shared/index.ts'
import { createLookUps } from '../shared/look-ups/look-ups.ts'
import { createAudit } from './audit/audit.ts'
import { createAddresses } from './dids.ts'
import { type Env, readSettings } from './env.ts'
import { listAnchors, publishTrustList } from './issuing/trust-list.ts'
import { createKeyCustody } from './keys/custody.ts'
import { createKeyedDigest } from './keys/keyed-digest.ts'
import { createSealer } from './keys/sealing.ts'
import { createDocumentCache } from './look-ups/document-cache.ts'
import { createOwnDocuments } from './look-ups/own-documents.ts'
import type { Platform } from './platform.ts'
import type { Services } from './services.ts'
import { createAccreditations } from './storage/accreditations.ts'
import { createAdministratorSessions } from './storage/administrator-sessions.ts'
import { createApiKeys } from './storage/api-keys.ts'
import { createAuditLog } from './storage/audit.ts'
import { createBaseCredentials } from './storage/base-credentials.ts'
import { createBatchDrafts } from './storage/batch-drafts.ts'
import { createBatchEnds } from './storage/batch-ends.ts'
import { createBatchFindings } from './storage/batch-findings.ts'
import { createBatchRows } from './storage/batch-rows.ts'
import { createBatchUploads } from './storage/batch-uploads.ts'
import { createBatches } from './storage/batches.ts'
import { createClaimReferences } from './storage/claim-references.ts'
import { createClaims } from './storage/claims.ts'
import { createCopies } from './storage/copies.ts'
import { createCredentialNames } from './storage/credential-names.ts'
import { createCredentialPages } from './storage/credential-pages.ts'
import { createCredentials } from './storage/credentials.ts'
import { createIdempotentAnswers } from './storage/idempotent-answers.ts'
import { createInvites } from './storage/invites.ts'
import { createIssuerDomains } from './storage/issuer-domains.ts'
import { createIssuers } from './storage/issuers.ts'
import { createOperators } from './storage/operators.ts'
import { createOverrides } from './storage/overrides.ts'
import { createPasskeys } from './storage/passkeys.ts'
import { createPolicies } from './storage/policies.ts'
import { createProposals } from './storage/proposals.ts'
import { createRegistrySuccessions } from './storage/registry-successions.ts'
import { createReissues } from './storage/reissues.ts'
import { createRemarks } from './storage/remarks.ts'
import { createSessions } from './storage/sessions.ts'
import { createShares } from './storage/shares.ts'
import { createSignedCredentials } from './storage/signed-credentials.ts'
import { createSigningKeys } from './storage/signing-keys.ts'
import { createSigningRequests } from './storage/signing-requests.ts'
import { createStatusChanges } from './storage/status-changes.ts'
import { createStatusLists } from './storage/status-lists.ts'
import { createTrustListStore } from './storage/trust-list.ts'

export function wireUp(env: Env, platform: Platform): Services {
  const settings = readSettings(env)
  const sealer = createSealer(settings.sealingKey)
  const db = env.DB
  const addresses = createAddresses(settings.origin)
  const signingKeys = createSigningKeys(db, platform.now)
  const lookUps = createLookUps(
    createOwnDocuments(() => services),
    { fetch: platform.fetch, developmentHosts: settings.developmentHosts },
    createDocumentCache(() => caches.open('look-ups'), platform.now),
  )
  const services: Services = {
    platform,
    settings,
    sealer,
    keyedDigest: createKeyedDigest(settings.sealingKey),
    lookUps,
    addresses,
    signingKeys,
    signingRequests: createSigningRequests(db, platform.now),
    custody: createKeyCustody(signingKeys, sealer, addresses, platform.now),
    issuers: createIssuers(db, platform.now),
    issuerDomains: createIssuerDomains(db, platform.now),
    apiKeys: createApiKeys(db, platform.now),
    operators: createOperators(db, platform.now),
    invites: createInvites(db, platform.now),
    passkeys: createPasskeys(db, platform.now),
    sessions: createSessions(db, platform.now),
    administratorSessions: createAdministratorSessions(db, platform.now),
    credentials: createCredentials(db, platform.now),
    baseCredentials: createBaseCredentials(db, platform.now),
    claims: createClaims(db, platform.now),
    claimReferences: createClaimReferences(db, platform.now),
    copies: createCopies(db, platform.now),
    credentialPages: createCredentialPages(db, platform.now),
    signedCredentials: createSignedCredentials(db),
    reissues: createReissues(db),
    registrySuccessions: createRegistrySuccessions(db),
    credentialNames: createCredentialNames(db),
    statusChanges: createStatusChanges(db, platform.now),
    batches: createBatches(db, platform.now),
    batchDrafts: createBatchDrafts(db),
    batchEnds: createBatchEnds(db, platform.now),
    batchFindings: createBatchFindings(db),
    batchRows: createBatchRows(db, platform.now),
    batchUploads: createBatchUploads(db, platform.now),
    wakeBatches: async (ids) => {
      await env.BATCH_QUEUE.sendBatch(ids.map((batchId) => ({ body: { batchId } })))
    },
    statusLists: createStatusLists(db, platform.now),
    accreditations: createAccreditations(db, platform.now),
    trustList: createTrustListStore(db, platform.now),
    remarks: createRemarks(db, platform.now),
    overrides: createOverrides(db, platform.now),
    policies: createPolicies(db, platform.now),
    proposals: createProposals(db, platform.now),
    shares: createShares(db, platform.now),
    idempotentAnswers: createIdempotentAnswers(db, platform.now),
    readAsset: createReadAsset(env.ASSETS),
    transact: (statements) => db.batch([...statements]),
    audit: createAudit(createAuditLog(db), platform.now),
    verifier: {
      now: platform.now,
      lookUp: lookUps,
      engine: platform.engine,
      memory: platform.memory,
      trust: once(() => readOwnTrustList(services)),
    },
  }
  return services
}

const createReadAsset =
  (assets: Fetcher) =>
  async (path: string): Promise<Uint8Array> => {
    const response = await assets.fetch(new URL(path, 'https://assets.invalid'))
    if (!response.ok) throw new Error(`The deployment lacks ${path}`)
    return new Uint8Array(await response.arrayBuffer())
  }

/** Services live for one request: within it, every credential of a batch is judged by one and the same list. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return () => {
    answer ??= read()
    return answer
  }
}

/** The Worker takes its own list the way everybody does: signed, against the registry's key. */
async function readOwnTrustList(services: Services): ReturnType<TrustListReader> {
  const { addresses, custody, platform, settings } = services
  const [registryKey] = await custody.publicKeys(addresses.registryDid)
  if (!registryKey) throw new Error('The registry has no key')
  const pin = { origin: settings.origin, registryKey, anchors: await listAnchors(services) }
  const moment = { nowSeconds: platform.now(), lowestSequence: 0 }
  return platform.readTrustList(await publishTrustList(services), pin, moment)
}
