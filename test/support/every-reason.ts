import { err, problem } from '../../shared/index.ts'
import { CREDENTIAL_MAX_CHARS } from '../../shared/limits.ts'
import type { ReasonCode } from '../../shared/reasons.ts'
import { at, DAY_SECONDS, inDays, NOW } from './clock.ts'
import {
  AGENCY_MAY_DELEGATE,
  accredit,
  COUNCIL_GRANT,
  degree,
  INDEX,
  licence,
  listUrl,
} from './credentials.ts'
import { europeanCredential, sealed } from './european.ts'
import { documentOf, signCompact } from './issuer.ts'
import {
  chain,
  claim,
  document,
  entry,
  type Grant,
  input,
  type Lie,
  list,
  message,
  method,
  presented,
  proved,
  registry,
  shown,
  world,
} from './lies.ts'
import { AGENCY, COUNCIL, MILL, MINISTRY, UNIVERSITY } from './parties.ts'
import { remarkedWorld, taint } from './remarks.ts'
import { ASKED, DECOY, sdJwt } from './sd-jwt.ts'
import { statusList } from './status-lists.ts'
import { createWorld, listed, PIN, trustList } from './world.ts'

const agency = (grant: Grant = {}) =>
  accredit(MINISTRY, AGENCY, { ...AGENCY_MAY_DELEGATE, ...grant })
const council = (grant: Grant = {}) => accredit(AGENCY, COUNCIL, { ...COUNCIL_GRANT, ...grant })
const unreachable = async () => err('unreachable' as const)

/** A licence by a key that the trust list calls stolen, so many days after the licence begins. */
const stolen = (days: number) => async () => {
  const sinceSeconds = NOW + (days - 100) * DAY_SECONDS
  const lost = { ...listed(COUNCIL), keys: [], compromised: [{ key: COUNCIL.jwk, sinceSeconds }] }
  const trusted = { entities: [listed(AGENCY), lost, listed(UNIVERSITY)] }
  return (await createWorld({ trustList: trusted })).verify(await signCompact(licence(), COUNCIL))
}

/** A degree of the university from a time that the agency doubts. */
const doubted = (order: Parameters<typeof taint>[0]) => async () =>
  (await createWorld(await remarkedWorld([await taint(order)]))).verify(
    await signCompact(degree(), UNIVERSITY),
  )

/** One way to each reason. A reason without a row does not compile. */
export const LIES = {
  'format.unrecognized': input('My diploma is attached.'),
  'format.too_large': input('a'.repeat(CREDENTIAL_MAX_CHARS + 1)),
  'format.encoding_malformed': input('e30=.e30.AA'),
  'format.property_missing': claim({ issuer: undefined }),
  'format.property_malformed': claim({ validFrom: 'yesterday' }),
  'format.context_unsupported': claim({ '@context': ['https://www.w3.org/2018/credentials/v1'] }),
  'format.typ_unsupported': claim({}, { typ: 'at+jwt' }),
  'format.unsecured': claim({}, { alg: 'none' }),
  'format.critical_header_unknown': claim({}, { crit: ['exp'] }),
  'format.legacy_vc_claim': claim({ vc: {} }),
  'format.envelope_unsupported': claim({}, { typ: 'vc+ld+jwt' }),
  'format.context_unavailable': proved(
    { '@context': ['https://www.w3.org/ns/credentials/v2', 'https://mill.xm/context'] },
    { cryptosuite: 'eddsa-rdfc-2022' },
  ),
  'format.term_undefined': proved({ favouriteColour: 'red' }, { cryptosuite: 'eddsa-rdfc-2022' }),
  'format.related_resource_mismatch': proved({
    relatedResource: {
      id: 'https://www.w3.org/ns/credentials/v2',
      digestSRI: `sha256-${'A'.repeat(43)}=`,
    },
  }),
  'format.schema_mismatch': claim({
    credentialSubject: { ...(licence().credentialSubject as object), licence: {} },
  }),

  'issuer_key.algorithm_not_allowed': claim({}, { alg: 'HS256' }),
  'issuer_key.algorithm_unsupported': claim({ issuer: MILL.did }, { alg: 'ES512' }, MILL),
  'issuer_key.did_method_unsupported': claim({ issuer: 'did:ion:abc' }, { kid: 'did:ion:abc#0' }),
  'issuer_key.did_unreachable': async () => {
    const { deps } = await createWorld()
    const lookUp = { ...deps.lookUp, didDocument: unreachable }
    const token = await signCompact(licence({ issuer: MILL.did }), MILL)
    return (await createWorld({ deps: { lookUp } })).verify(token)
  },
  'issuer_key.did_document_malformed': document({ id: UNIVERSITY.did }),
  'issuer_key.verification_method_missing': document({ verificationMethod: [] }),
  'issuer_key.not_an_assertion_method': document({ assertionMethod: [] }),
  'issuer_key.controller_mismatch': method({ controller: UNIVERSITY.did }),
  'issuer_key.key_type_mismatch': method({ type: 'Unknown' }),
  'issuer_key.key_malformed': registry(trustList, {
    pin: {
      ...PIN,
      anchors: [{ ...listed(COUNCIL), keys: [{ ...COUNCIL.jwk, kid: COUNCIL.kid, x: 'AA' }] }],
    },
  }),
  'issuer_key.self_asserted': async () => {
    const { deps } = await createWorld()
    const lookUp = { ...deps.lookUp, keyDocument: unreachable }
    const issuer = 'https://mill.xm'
    const token = await signCompact(licence({ issuer }), MILL, { jwk: MILL.jwk })
    return (await createWorld({ deps: { lookUp } })).verify(token)
  },
  'issuer_key.compromised': stolen(-1),
  'issuer_key.time_evidence_missing': stolen(+1),
  'issuer_key.proof_purpose_mismatch': proved({}, { proofPurpose: 'authentication' }),

  'signature.mismatch': claim({}, {}, { ...MILL, kid: COUNCIL.kid }),
  'signature.seal_unsupported': input(sealed(europeanCredential())),
  'signature.issuer_mismatch': claim({ iss: UNIVERSITY.did }),
  'signature.previous_proof_missing': proved({}, { previousProof: 'urn:uuid:0' }),

  'disclosures.malformed': shown({ disclosures: ['AAAA'] }),
  'disclosures.too_many': shown({ disclosures: new Array<string>(10_000).fill('AA') }),
  'disclosures.hash_unsupported': shown({ claims: { _sd_alg: 'sha-1' } }),
  'disclosures.duplicate_digest': shown({ claims: { _sd: [DECOY, DECOY] } }),
  'disclosures.unreferenced': shown({ claims: { _sd: [DECOY] } }),
  'disclosures.claim_name_taken': shown({ claims: { name: 'Somebody else' } }),
  'disclosures.protected_claim_disclosed': shown({ claims: { status: { _sd: [DECOY] } } }),

  'holder_binding.missing': async () => (await createWorld()).verify(await sdJwt(), ASKED),
  'holder_binding.mismatch': presented({}, MILL),
  'holder_binding.nonce_mismatch': presented({ nonce: 'another' }),
  'holder_binding.audience_mismatch': presented({ aud: 'https://another.xm' }),
  'holder_binding.sd_hash_mismatch': presented({ sd_hash: 'AAAA' }),
  'holder_binding.too_old': presented({ iat: NOW - 301 }),

  'validity_period.not_yet_valid': claim({ validFrom: at(NOW + 61), awardedDate: '2026-01-01' }),
  'validity_period.expired': claim({ validUntil: at(NOW) }),

  'status.revoked': list({ set: [INDEX] }),
  'status.suspended': list({ set: [INDEX] }, 'suspension'),
  'status.lapsed': message(2),
  'status.surrendered': message(3),
  'status.list_unreachable': world({ lists: { [listUrl(COUNCIL, 'suspension')]: null } }),
  'status.list_unverified': list({ changes: { id: 'https://status.xm/another' } }),
  'status.list_expired': list({ changes: { validUntil: at(NOW) } }),
  'status.list_malformed': list({ subject: { encodedList: 'uAAAA' } }),
  'status.list_too_short': list({ entries: 1_024 }),
  'status.index_out_of_range': entry({ statusListIndex: '999999' }),
  'status.purpose_mismatch': entry({ statusPurpose: 'suspension' }),
  'status.type_unsupported': entry({ type: 'StatusList2021Entry' }),
  'status.history_unavailable': list({ changes: { validFrom: inDays(0.1) } }),

  'issuer_trust.not_accredited': chain(agency()),
  'issuer_trust.type_not_covered': chain(agency(), council({ credentialTypes: ['Medal'] })),
  'issuer_trust.jurisdiction_not_covered': chain(agency(), council({ jurisdictions: ['XM-S'] })),
  'issuer_trust.profession_not_covered': chain(agency(), council({ isco08: ['3'] })),
  'issuer_trust.accreditation_expired': chain(agency(), council({ validUntil: inDays(-1) })),
  'issuer_trust.accreditation_revoked': world(async () => ({
    lists: {
      [listUrl(AGENCY, 'revocation')]: await statusList(AGENCY, 'revocation', { set: [INDEX] }),
    },
  })),
  'issuer_trust.chain_broken': chain(council()),
  'issuer_trust.chain_too_long': chain(agency({ maxDepth: 0 }), council()),
  'issuer_trust.chain_loops': chain(accredit(COUNCIL, COUNCIL)),
  'issuer_trust.accreditation_unconfirmed': world({
    lists: { [listUrl(AGENCY, 'revocation')]: null },
  }),
  'issuer_trust.under_investigation': doubted({ underReview: true }),
  'issuer_trust.tainted_interval': doubted({}),
  'issuer_trust.registry_unreachable': world({
    documents: { [COUNCIL.did]: documentOf(COUNCIL) },
    deps: { trust: async () => err(problem('issuer_trust.registry_unreachable')) },
  }),
  'issuer_trust.registry_unverified': registry(() => trustList({}, MILL)),
  'issuer_trust.registry_expired': registry(() => trustList({ validUntil: at(NOW) })),
  'issuer_trust.registry_rolled_back': registry(trustList, { lowestSequence: 8 }),
} as const satisfies Record<ReasonCode, Lie>
