// Which JSON-LD contexts are known, and by which bytes. Nothing else is ever read, and nothing is fetched. Pure.

interface ContextPin {
  /** The file in `contexts/` without its ending. */
  readonly file: string
  /** SHA-256 of that file, hexadecimal; a test recomputes it. */
  readonly sha256: string
  /**
   * SHA-384 of the file, where its bytes are known to be the published ones, to the last line break. Elsewhere only the terms
   * are known to be the same, so that nobody's digest of the published bytes can be called wrong.
   */
  readonly published?: { readonly sha384: string }
}

/** By address. */
export const CONTEXT_PINS: Readonly<Record<string, ContextPin>> = {
  'https://www.w3.org/2018/credentials/v1': {
    file: 'credentials-v1',
    sha256: '00d7dd6d3ad8b920e3e550dd3a3d9090bffcac84cdbf943da6924b3e0a5c8bb8',
  },
  'https://www.w3.org/ns/credentials/v2': {
    file: 'credentials-v2',
    sha256: '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
    published: {
      sha384:
        '97f1eb8e5042356c805fdd61afa2c557663785e0794dcafa21e138fd38def18cb360133c221aa31d6896a6bf3e65b614',
    },
  },
  // Published as a list that points to the terms of ODRL; here one context with those terms in it.
  'https://www.w3.org/2018/credentials/examples/v1': {
    file: 'examples-v1',
    sha256: 'b47d748a8d4ec1dfd1c9aaae8863175eec2ca6fce295d37f31fad932251a8ff0',
  },
  'https://www.w3.org/ns/credentials/examples/v2': {
    file: 'examples-v2',
    sha256: '57393fbc69d6efb9b9b5dc9cb6b9880b0944360abfe2eaf459c9e58cf2279d7c',
  },
  'https://www.w3.org/ns/credentials/status/v1': {
    file: 'status-v1',
    sha256: 'fd08cbf28ddd829ab2f1978c48f43ab07a112c1c90245a0cfac7ba721c65170c',
  },
  'https://w3id.org/vc/status-list/2021/v1': {
    file: 'status-list-2021-v1',
    sha256: '634d71c159289f068c96012e4511c657fdf82ac4231900081bda3ba24e2e1160',
  },
  'https://www.w3.org/ns/did/v1': {
    file: 'did-v1',
    sha256: '4f3eae5568c9c5f036a082088f9e192019ee06faa78973c87ff91d5421b88dad',
    published: {
      sha384:
        '75f4decf8174a6f2d40c0ddbd8cdfb4300ead2466db4932259a483a6e11774932f15880786e1fbc16c4b399f9891b92b',
    },
  },
  'https://w3id.org/security/data-integrity/v1': {
    file: 'data-integrity-v1',
    sha256: 'b5d829bd09aa7c42abc6efa0c8ed7635313b5487f37ccfce3ecd149ca9418554',
  },
  'https://w3id.org/security/data-integrity/v2': {
    file: 'data-integrity-v2',
    sha256: '67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4',
    published: {
      sha384:
        '0ee2d7626717f8b07cd449b525d5e2b71fe27209fc99e53089e0169dd2944d793feea4526fc60bb9cca1cd96512391f6',
    },
  },
  'https://w3id.org/security/multikey/v1': {
    file: 'multikey-v1',
    sha256: 'c5f3806f8286920573221938917988a18a4cc5a09e968d29649613c7a1c2b1f6',
  },
  'https://w3id.org/security/suites/ed25519-2020/v1': {
    file: 'ed25519-2020-v1',
    sha256: 'b9e1ab971fd8bf2c7553e0c4a9438e0b9450afde1ea1ca5b2492368b9f549588',
  },
  'https://w3id.org/security/suites/jws-2020/v1': {
    file: 'jws-2020-v1',
    sha256: '00ee65bb7307f9a01c3170b823083b0d4de68223520834b2c5eb7a09bae5dea6',
  },
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json': {
    file: 'open-badges-3.0.0',
    sha256: '9f1c8f9f361ba2994b9b50701f41149919542c50c7b7455b2846d87959295d72',
  },
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json': {
    file: 'open-badges-3.0.1',
    sha256: 'af095468326d3449160509b26ca71576e6321d13c85b0369cfe3b654c9a48fba',
  },
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json': {
    file: 'open-badges-3.0.2',
    sha256: '00666ad080ba407687ed1846b7f5e7495f5019042b202a727de47c48a1755c53',
    published: {
      sha384:
        '7e000a9c71becc13b359560470d4d1b00f8d154ca052c54cdd20c7de6b87af5afc82aa2d2e571a94bff762b9155ea874',
    },
  },
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': {
    file: 'open-badges-3.0.3',
    sha256: 'ef2fa9c7846dce233cc166b43639027278be4ee44f00bb1d45c75de2dd0cd761',
  },
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json': {
    file: 'open-badges-extensions',
    sha256: '2d013f981d1f4516081a6a04e55468ba2b071d4153b794f19a79715c45a89a5e',
  },
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json': {
    file: 'clr-2.0.1',
    sha256: 'd371397030ae9b16a37c468fac463d37ff441f3a7bb364ddfc964624c573b847',
  },
}

/** The vocabularies of Licet, by the path under which every deployment serves them. */
export const OWN_CONTEXT_PINS: Readonly<Record<string, ContextPin>> = {
  '/contexts/attestation/v1': {
    file: 'licet-attestation-v1',
    sha256: '31c847e25f53a97f4ec224d12af572b66f830ddd5299774d0606d162e56ca4d5',
  },
  '/contexts/degree/v1': {
    file: 'licet-degree-v1',
    sha256: '89949f48cec2e072d228bcea002b7937176a8e60536989b13a6a840daa5bcf6e',
  },
  '/contexts/licence/v1': {
    file: 'licet-licence-v1',
    sha256: '8dca6652fc90f9982cd215d61f490eedfb352139c4c3eb69268de928ad87953a',
  },
  '/contexts/trust/v1': {
    file: 'licet-trust-v1',
    sha256: 'a2e3d85d5b8819152dbd123bef8495d19ac48584a6cdb516cdb00d5bf1e4cf23',
  },
}

const OWN_CONTEXT = /^(https?:\/\/[^/?#\s\\@]+)(\/contexts\/[a-z]+\/v1)$/

/**
 * The origin of an address that is a vocabulary of Licet by its path, or undefined. Whoever serves it *may* be another
 * deployment of Licet, with the same bytes, or somebody with a vocabulary of the same path: only for the deployment that a
 * verifier is pinned to is it certain.
 */
export function originOfOwnContext(url: string): string | undefined {
  const [, origin, path] = OWN_CONTEXT.exec(url) ?? []
  return path !== undefined && Object.hasOwn(OWN_CONTEXT_PINS, path) ? origin : undefined
}

/** The pin of a context's address, or undefined where the context is not known. */
export function pinOf(url: string): ContextPin | undefined {
  if (Object.hasOwn(CONTEXT_PINS, url)) return CONTEXT_PINS[url]
  const origin = originOfOwnContext(url)
  return origin === undefined ? undefined : OWN_CONTEXT_PINS[url.slice(origin.length)]
}
