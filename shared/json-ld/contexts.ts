// The bytes behind the pins, parsed. Pure; loaded only when something is canonicalised.
import clr2_0_1 from './contexts/clr-2.0.1.json' with { type: 'json' }
import credentialsV1 from './contexts/credentials-v1.json' with { type: 'json' }
import credentialsV2 from './contexts/credentials-v2.json' with { type: 'json' }
import dataIntegrityV1 from './contexts/data-integrity-v1.json' with { type: 'json' }
import dataIntegrityV2 from './contexts/data-integrity-v2.json' with { type: 'json' }
import didV1 from './contexts/did-v1.json' with { type: 'json' }
import ed255192020V1 from './contexts/ed25519-2020-v1.json' with { type: 'json' }
import examplesV1 from './contexts/examples-v1.json' with { type: 'json' }
import examplesV2 from './contexts/examples-v2.json' with { type: 'json' }
import jws2020V1 from './contexts/jws-2020-v1.json' with { type: 'json' }
import licetAttestationV1 from './contexts/licet-attestation-v1.json' with { type: 'json' }
import licetDegreeV1 from './contexts/licet-degree-v1.json' with { type: 'json' }
import licetLicenceV1 from './contexts/licet-licence-v1.json' with { type: 'json' }
import licetTrustV1 from './contexts/licet-trust-v1.json' with { type: 'json' }
import multikeyV1 from './contexts/multikey-v1.json' with { type: 'json' }
import openBadges3_0_0 from './contexts/open-badges-3.0.0.json' with { type: 'json' }
import openBadges3_0_1 from './contexts/open-badges-3.0.1.json' with { type: 'json' }
import openBadges3_0_2 from './contexts/open-badges-3.0.2.json' with { type: 'json' }
import openBadges3_0_3 from './contexts/open-badges-3.0.3.json' with { type: 'json' }
import openBadgesExtensions from './contexts/open-badges-extensions.json' with { type: 'json' }
import statusList2021V1 from './contexts/status-list-2021-v1.json' with { type: 'json' }
import statusV1 from './contexts/status-v1.json' with { type: 'json' }

/** By the file name of their pin. */
export const CONTEXT_DOCUMENTS: ReadonlyMap<string, object> = new Map<string, object>([
  ['clr-2.0.1', clr2_0_1],
  ['credentials-v1', credentialsV1],
  ['credentials-v2', credentialsV2],
  ['data-integrity-v1', dataIntegrityV1],
  ['data-integrity-v2', dataIntegrityV2],
  ['did-v1', didV1],
  ['ed25519-2020-v1', ed255192020V1],
  ['examples-v1', examplesV1],
  ['examples-v2', examplesV2],
  ['jws-2020-v1', jws2020V1],
  ['licet-attestation-v1', licetAttestationV1],
  ['licet-degree-v1', licetDegreeV1],
  ['licet-licence-v1', licetLicenceV1],
  ['licet-trust-v1', licetTrustV1],
  ['multikey-v1', multikeyV1],
  ['open-badges-3.0.0', openBadges3_0_0],
  ['open-badges-3.0.1', openBadges3_0_1],
  ['open-badges-3.0.2', openBadges3_0_2],
  ['open-badges-3.0.3', openBadges3_0_3],
  ['open-badges-extensions', openBadgesExtensions],
  ['status-list-2021-v1', statusList2021V1],
  ['status-v1', statusV1],
])
