// The application: middleware, routes, and the one place where errors become answers.
import { createResume } from './batches/queue.ts'
import { hostGate } from './middleware/host-gate.ts'
import { limitBody } from './middleware/limits.ts'
import { handleError, problemResponse } from './middleware/problem-details.ts'
import { securityHeaders } from './middleware/security-headers.ts'
import type { Platform } from './platform.ts'
import { apiKeyRoutes } from './routes/api-keys.ts'
import { auditRoutes } from './routes/audit.ts'
import { batchEndRoutes } from './routes/batch-ends.ts'
import { batchFindingRoutes } from './routes/batch-findings.ts'
import { batchSignatureRoutes } from './routes/batch-signatures.ts'
import { batchUploadRoutes } from './routes/batch-uploads.ts'
import { batchRoutes } from './routes/batches.ts'
import { claimPageRoutes } from './routes/claim-page.tsx'
import { claimStateRoutes } from './routes/claim-states.ts'
import { claimRoutes } from './routes/claims.ts'
import { conformanceRoutes } from './routes/conformance.ts'
import { consoleRoutes } from './routes/console.tsx'
import { consoleAccountRoutes } from './routes/console-account.tsx'
import { consoleAdministrationRoutes } from './routes/console-administration.tsx'
import { consoleApiKeyRoutes } from './routes/console-api-keys.tsx'
import { consoleAuditRoutes } from './routes/console-audit.tsx'
import { consoleBatchUploadRoutes } from './routes/console-batch-uploads.tsx'
import { consoleBatchRoutes } from './routes/console-batches.tsx'
import { consoleCredentialRoutes } from './routes/console-credentials.tsx'
import { consoleDomainRoutes } from './routes/console-domain.tsx'
import { consoleIssueRoutes } from './routes/console-issue.tsx'
import { consoleKeyEndRoutes } from './routes/console-key-ends.tsx'
import { consoleKeyRoutes } from './routes/console-keys.tsx'
import { consoleOverrideRoutes } from './routes/console-overrides.tsx'
import { consolePolicyRoutes } from './routes/console-policy.tsx'
import { consoleProposalRoutes } from './routes/console-proposals.tsx'
import { consoleRecognitionRoutes } from './routes/console-recognition.tsx'
import { consoleTeamRoutes } from './routes/console-team.tsx'
import { credentialListRoutes } from './routes/credential-lists.ts'
import { credentialStatusRoutes } from './routes/credential-status.ts'
import { credentialTypeRoutes } from './routes/credential-types.ts'
import { credentialRoutes } from './routes/credentials.ts'
import { demoRoutes } from './routes/demo.ts'
import { didResolutionRoutes } from './routes/did-resolution.ts'
import { addDocumentation } from './routes/documentation.tsx'
import { domainRoutes } from './routes/domains.ts'
import { healthRoutes } from './routes/health.ts'
import { holderPageRoutes } from './routes/holder-pages.tsx'
import { issuerRoutes } from './routes/issuers.ts'
import { keyDocumentRoutes } from './routes/key-documents.ts'
import { keyRoutes } from './routes/keys.ts'
import { lookUpRoutes } from './routes/look-ups.ts'
import { newRoutes } from './routes/new-routes.ts'
import { operatorRoutes } from './routes/operators.ts'
import { overrideRoutes } from './routes/overrides.ts'
import { ownPasskeyRoutes } from './routes/own-passkeys.ts'
import { limitForm, pageRoutes } from './routes/pages.tsx'
import { policyRoutes } from './routes/policies.ts'
import { proposalRoutes } from './routes/proposals.ts'
import { publishedRoutes } from './routes/published.ts'
import { reissueRoutes } from './routes/reissues.ts'
import { remarkRoutes } from './routes/remarks.ts'
import { renderingRoutes } from './routes/renderings.ts'
import { serviceKeyRoutes } from './routes/service-keys.ts'
import { sessionRoutes } from './routes/sessions.ts'
import { shareLookRoutes } from './routes/share-looks.ts'
import { shareRoutes } from './routes/shares.ts'
import { signInRoutes } from './routes/sign-in.tsx'
import { signingRequestRoutes } from './routes/signing-requests.ts'
import { statusListRoutes } from './routes/status-lists.ts'
import { vcApiRoutes } from './routes/vc-api.ts'
import { verificationRoutes } from './routes/verifications.ts'
import { vocabularyRoutes } from './routes/vocabulary.ts'
import { wireUp } from './wire-up.ts'

export type App = ReturnType<typeof newRoutes>

export function createApp(platform: Platform): App {
  const app = newRoutes()
  const resumeBatches = createResume()
  app.onError((error, c) => handleError(error, c))
  app.notFound(() => problemResponse('route.unknown'))

  app.use(async (c, next) => {
    const services = wireUp(c.env, platform)
    c.set('services', services)
    await resumeBatches(services)
    await next()
  })
  app.use(securityHeaders)
  app.use(hostGate)
  app.use('/verify', limitForm)
  app.use(limitBody)

  app.route('/', healthRoutes)
  app.route('/', verificationRoutes)
  app.route('/', renderingRoutes)
  app.route('/', credentialRoutes)
  app.route('/', claimRoutes)
  app.route('/', claimPageRoutes)
  app.route('/', claimStateRoutes)
  app.route('/', credentialTypeRoutes)
  app.route('/', credentialListRoutes)
  app.route('/', proposalRoutes)
  app.route('/', overrideRoutes)
  app.route('/', policyRoutes)
  app.route('/', credentialStatusRoutes)
  app.route('/', batchUploadRoutes)
  app.route('/', batchRoutes)
  app.route('/', batchFindingRoutes)
  app.route('/', batchEndRoutes)
  app.route('/', batchSignatureRoutes)
  app.route('/', issuerRoutes)
  app.route('/', remarkRoutes)
  app.route('/', operatorRoutes)
  app.route('/', apiKeyRoutes)
  app.route('/', auditRoutes)
  app.route('/', sessionRoutes)
  app.route('/', ownPasskeyRoutes)
  app.route('/', shareRoutes)
  app.route('/', shareLookRoutes)
  app.route('/', holderPageRoutes)
  app.route('/', signInRoutes)
  app.route('/', publishedRoutes)
  app.route('/', statusListRoutes)
  app.route('/', lookUpRoutes)
  app.route('/', keyDocumentRoutes)
  app.route('/', keyRoutes)
  app.route('/', domainRoutes)
  app.route('/', serviceKeyRoutes)
  app.route('/', reissueRoutes)
  app.route('/', signingRequestRoutes)
  app.route('/', didResolutionRoutes)
  app.route('/', vcApiRoutes)
  app.route('/', conformanceRoutes)
  app.route('/', pageRoutes)
  app.route('/', consoleRoutes)
  app.route('/', consoleCredentialRoutes)
  app.route('/', consoleIssueRoutes)
  app.route('/', consoleOverrideRoutes)
  app.route('/', consoleBatchUploadRoutes)
  app.route('/', consoleBatchRoutes)
  app.route('/', consoleProposalRoutes)
  app.route('/', consoleDomainRoutes)
  app.route('/', consoleKeyRoutes)
  app.route('/', consoleKeyEndRoutes)
  app.route('/', consoleTeamRoutes)
  app.route('/', consoleRecognitionRoutes)
  app.route('/', consoleAccountRoutes)
  app.route('/', consoleAdministrationRoutes)
  app.route('/', consoleApiKeyRoutes)
  app.route('/', consolePolicyRoutes)
  app.route('/', consoleAuditRoutes)
  app.route('/', vocabularyRoutes)
  app.route('/', demoRoutes)
  addDocumentation(app)
  return app
}
