// What the W3C suite of VCDM 2.0 asks of an issuer and a verifier, where shape and JSON-LD meet: forms of its fixtures, by section.
import { describe, expect, it } from 'vitest'
import { problemOf, startServer } from '../support/server.ts'
import {
  CONFORMANCE,
  credentialOf,
  issueDocument,
  issuerId,
  postIssue,
  postVerify,
  VCDM2,
} from '../support/vc-api.ts'

const server = startServer(CONFORMANCE)
const did = await issuerId(server)

const EXAMPLE = 'https://example.org/examples#'
const withTerm = (term: string) => ({ '@context': [VCDM2, { [term]: EXAMPLE + term }] })
const english = { '@value': 'Licence', '@language': 'en', '@direction': 'ltr' }

const CASES: readonly (readonly [string, object])[] = [
  ['§4.3 further context by address', { '@context': [VCDM2, `${VCDM2.slice(0, -2)}examples/v2`] }],
  [
    '§4.5 type mapped to a URL',
    { ...withTerm('Licence'), type: ['VerifiableCredential', 'Licence'] },
  ],
  [
    '§4.6 name in several languages',
    { name: [english, { ...english, '@language': 'ar', '@direction': 'rtl' }] },
  ],
  [
    '§4.7 issuer object with a name',
    { issuer: { id: did, name: english, description: 'A board' } },
  ],
  [
    '§4.8 several subjects',
    { credentialSubject: [{ id: 'did:example:a' }, { id: 'did:example:b' }] },
  ],
  ['§4.9 milliseconds and another zone', { validFrom: '2024-01-01T00:00:00.123-05:00' }],
  [
    '§4.10 status of another type',
    { ...withTerm('Other'), credentialStatus: { id: 'did:example:status', type: 'Other' } },
  ],
  [
    '§4.11 schemas',
    {
      credentialSchema: [
        { id: 'did:example:s/1', type: `${EXAMPLE}S` },
        { id: 'did:example:s/2', type: `${EXAMPLE}S` },
      ],
    },
  ],
  [
    '§5.3 related resource by its digest',
    {
      relatedResource: [
        {
          id: VCDM2,
          mediaType: 'application/ld+json',
          digestSRI: 'sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU',
        },
      ],
    },
  ],
  ['§5.4 refresh services', { refreshService: [{ id: 'did:example:r/1', type: `${EXAMPLE}R` }] }],
  [
    '§5.5 terms of use',
    { ...withTerm('Policy'), termsOfUse: [{ type: 'Policy' }, { type: 'Policy' }] },
  ],
  ['§5.6 evidence', { ...withTerm('Seen'), evidence: [{ type: 'Seen' }, { type: 'Seen' }] }],
]

describe('a conforming credential', () => {
  it.each(CASES)('%s: is issued in every form', async (_, changes) => {
    for (const options of [{}, { cryptosuite: 'eddsa-jcs-2022' }, { envelope: 'vc+jwt' }]) {
      await issueDocument(server, credentialOf(did, changes), options)
    }
  })

  it.each(CASES.filter(([title]) => !title.startsWith('§4.10')))(
    '%s: is verified',
    async (_, changes) => {
      const issued = await issueDocument(server, credentialOf(did, changes))
      expect((await postVerify(server, issued)).status).toBe(200)
    },
  )
})

describe('a document that does not conform', () => {
  it.each<[string, object]>([
    ['§4.3 base context missing', { '@context': [`${VCDM2.slice(0, -2)}examples/v2`] }],
    [
      '§4.5 type mapped to no URL',
      {
        '@context': [VCDM2, { Licence: 'https ://x#Licence' }],
        type: ['VerifiableCredential', 'Licence'],
      },
    ],
    ['§4.5 type not mapped', { type: ['VerifiableCredential', 'Licence'] }],
    ['§4.6 name that says more', { name: { ...english, url: 'did:example:more' } }],
    ['§4.8 subject of which nothing is said', { credentialSubject: {} }],
    ['§4.10 number as type', { credentialStatus: { id: 'did:example:status', type: 2 } }],
    ['§5.2 base term redefined', { '@context': [VCDM2, { VerifiableCredential: `${EXAMPLE}V` }] }],
    [
      '§5.2 protected term redefined',
      {
        '@context': [
          VCDM2,
          { '@protected': true, Licence: `${EXAMPLE}Licence` },
          { Licence: `${EXAMPLE}Other` },
        ],
        type: ['VerifiableCredential', 'Licence'],
      },
    ],
    [
      '§5.3 wrong digest',
      { relatedResource: { id: VCDM2, digestSRI: `sha384-${'A'.repeat(64)}` } },
    ],
  ])('%s: is not issued', async (_, changes) => {
    for (const options of [{}, { envelope: 'vc+jwt' }]) {
      const response = await postIssue(server, credentialOf(did, changes), options)
      expect(await problemOf(response)).toMatchObject({ status: 400, code: 'credential.invalid' })
    }
  })
})
