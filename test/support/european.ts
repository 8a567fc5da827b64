// A European Digital Credential as Europass writes it, and its seal as far as a reader sees it. No real person or body is meant. Pure.
import { encodePart } from './issuer.ts'

export const europeanCredential = (changes: object = {}, subjectChanges: object = {}) => ({
  '@context': [
    'https://www.w3.org/2018/credentials/v1',
    'https://data.europa.eu/snb/model/context/edc-ap',
  ],
  id: 'urn:credential:6bd2c4e6-0000-4000-8000-000000000001',
  type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
  credentialSchema: [
    { id: 'http://data.europa.eu/snb/model/ap/edc-generic-full', type: 'ShaclValidator2017' },
  ],
  issuer: {
    id: 'urn:epass:org:1',
    type: 'Organisation',
    legalName: { fr: ['Université de Marovie'], en: ['University of Marovia'] },
  },
  issuanceDate: '2026-02-01T09:00:00+01:00',
  validFrom: '2026-02-01T09:00:00+01:00',
  validUntil: '2030-01-01T00:00:00Z',
  displayParameter: {
    type: 'DisplayParameter',
    title: { fr: ['Diplôme'], en: ['Diploma of Medicine'] },
  },
  credentialSubject: {
    id: 'urn:epass:person:1',
    type: 'Person',
    givenName: { fr: ['Amina'] },
    familyName: { fr: ['Diallo'] },
    hasClaim: [
      {
        type: 'LearningAchievement',
        title: { en: ['Medicine'] },
        awardedBy: {
          type: 'AwardingProcess',
          awardingDate: '2026-01-15T00:00:00+01:00',
          awardingBody: [{ type: 'Organisation', legalName: { en: 'Faculty of Medicine' } }],
        },
      },
    ],
    ...subjectChanges,
  },
  ...changes,
})

/** The JSON serialisation of a JWS, with one signature. */
export const sealed = (payload: object) => ({
  payload: encodePart(payload),
  signatures: [
    { protected: encodePart({ alg: 'RS256', typ: 'jose+json', crit: ['sigT'] }), signature: 'AA' },
  ],
})
