// This server as an entry of the configuration that W3C test suites read. Pure.

/** The tags by which each suite finds the issuer that it wants. */
const ISSUERS = [
  { options: {}, tags: ['vc2.0', 'vc-api', 'eddsa-rdfc-2022', 'eddsa-2022'] },
  { options: { cryptosuite: 'eddsa-jcs-2022' }, tags: ['eddsa-jcs-2022'] },
  { options: { status: true }, tags: ['BitstringStatusList'] },
  { options: { envelope: 'vc+jwt' }, tags: ['EnvelopingProof'] },
] as const

/** One endpoint reads everything. */
const VERIFIER_TAGS = ISSUERS.flatMap(({ tags }) => tags)
/**
 * Not `EnvelopingProof`: the presentation that the suite of VCDM 2.0 holds for it has `typ` `JWT` and a `vp` claim, which
 * VC-JOSE-COSE §1.1.2.1 forbids.
 */
const PRESENTATION_TAGS = VERIFIER_TAGS.filter((tag) => tag !== 'EnvelopingProof')

/** @see w3c/vc-test-suite-implementations, `localConfig.cjs` */
export const describeImplementation = (origin: string, id: string) => ({
  name: 'Licet',
  implementation: 'Licet',
  issuers: ISSUERS.map((issuer) => ({ id, endpoint: `${origin}/credentials/issue`, ...issuer })),
  verifiers: [{ id, endpoint: `${origin}/credentials/verify`, options: {}, tags: VERIFIER_TAGS }],
  vpVerifiers: [
    { id, endpoint: `${origin}/presentations/verify`, options: {}, tags: PRESENTATION_TAGS },
  ],
  didResolvers: [
    {
      id,
      endpoint: `${origin}/1.0/identifiers`,
      tags: ['did-resolution'],
      supportedDids: { valid: [{ did: id, resolutionOptions: {} }] },
    },
  ],
})
