// What routes and jobs work with. Types only; wire-up.ts makes them.
import type { VerifierDeps } from '../shared/index.ts'
import type { LookUps } from '../shared/look-ups/look-ups.ts'
import type { Audit } from './audit/audit.ts'
import type { Addresses } from './dids.ts'
import type { Settings } from './env.ts'
import type { KeyCustody } from './keys/custody.ts'
import type { KeyedDigest } from './keys/keyed-digest.ts'
import type { Sealer } from './keys/sealing.ts'
import type { Platform } from './platform.ts'
import type { Accreditations } from './storage/accreditations.ts'
import type { AdministratorSessions } from './storage/administrator-sessions.ts'
import type { ApiKeys } from './storage/api-keys.ts'
import type { BaseCredentials } from './storage/base-credentials.ts'
import type { BatchDrafts } from './storage/batch-drafts.ts'
import type { BatchEnds } from './storage/batch-ends.ts'
import type { BatchFindings } from './storage/batch-findings.ts'
import type { BatchRows } from './storage/batch-rows.ts'
import type { BatchUploads } from './storage/batch-uploads.ts'
import type { Batches } from './storage/batches.ts'
import type { ClaimReferences } from './storage/claim-references.ts'
import type { Claims } from './storage/claims.ts'
import type { Copies } from './storage/copies.ts'
import type { CredentialNames } from './storage/credential-names.ts'
import type { CredentialPages } from './storage/credential-pages.ts'
import type { Credentials } from './storage/credentials.ts'
import type { IdempotentAnswers } from './storage/idempotent-answers.ts'
import type { Invites } from './storage/invites.ts'
import type { IssuerDomains } from './storage/issuer-domains.ts'
import type { Issuers } from './storage/issuers.ts'
import type { Operators } from './storage/operators.ts'
import type { Overrides } from './storage/overrides.ts'
import type { Passkeys } from './storage/passkeys.ts'
import type { Policies } from './storage/policies.ts'
import type { Proposals } from './storage/proposals.ts'
import type { RegistrySuccessions } from './storage/registry-successions.ts'
import type { Reissues } from './storage/reissues.ts'
import type { Remarks } from './storage/remarks.ts'
import type { Sessions } from './storage/sessions.ts'
import type { Shares } from './storage/shares.ts'
import type { SignedCredentials } from './storage/signed-credentials.ts'
import type { SigningKeys } from './storage/signing-keys.ts'
import type { SigningRequests } from './storage/signing-requests.ts'
import type { StatusChanges } from './storage/status-changes.ts'
import type { StatusLists } from './storage/status-lists.ts'
import type { TrustListStore } from './storage/trust-list.ts'

export interface Services {
  readonly platform: Platform
  readonly settings: Settings
  readonly addresses: Addresses
  readonly sealer: Sealer
  readonly keyedDigest: KeyedDigest
  readonly custody: KeyCustody
  readonly signingKeys: SigningKeys
  readonly signingRequests: SigningRequests
  readonly issuers: Issuers
  readonly issuerDomains: IssuerDomains
  readonly apiKeys: ApiKeys
  readonly operators: Operators
  readonly invites: Invites
  readonly passkeys: Passkeys
  readonly sessions: Sessions
  readonly administratorSessions: AdministratorSessions
  readonly credentials: Credentials
  readonly baseCredentials: BaseCredentials
  readonly claims: Claims
  readonly claimReferences: ClaimReferences
  readonly copies: Copies
  readonly credentialPages: CredentialPages
  readonly signedCredentials: SignedCredentials
  readonly reissues: Reissues
  readonly registrySuccessions: RegistrySuccessions
  readonly credentialNames: CredentialNames
  readonly statusChanges: StatusChanges
  readonly statusLists: StatusLists
  readonly batches: Batches
  readonly batchDrafts: BatchDrafts
  readonly batchEnds: BatchEnds
  readonly batchFindings: BatchFindings
  readonly batchRows: BatchRows
  readonly batchUploads: BatchUploads
  /** Lets the queue go on with batches. */
  readonly wakeBatches: (ids: readonly string[]) => Promise<void>
  readonly accreditations: Accreditations
  readonly trustList: TrustListStore
  readonly remarks: Remarks
  readonly idempotentAnswers: IdempotentAnswers
  readonly overrides: Overrides
  readonly policies: Policies
  readonly proposals: Proposals
  readonly shares: Shares
  /** Runs statements in one transaction. */
  readonly transact: (statements: readonly D1PreparedStatement[]) => Promise<unknown>
  readonly audit: Audit
  /** A file of the deployment, by its path. */
  readonly readAsset: (path: string) => Promise<Uint8Array>
  readonly lookUps: LookUps
  readonly verifier: VerifierDeps
}
