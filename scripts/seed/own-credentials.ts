// Credentials that are signed without the Worker: a council that keeps its own key, and a diploma mill. Data.

/** An accredited council that runs its own status lists, on a host that never answers. */
export const dentalLicence = (issuer: { id: string; name: string }, until: string) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'urn:uuid:5b0c2d2e-6a0d-4a54-9c39-0d6b9f1c7e21',
  type: ['VerifiableCredential', 'ProfessionalLicenceCredential'],
  name: 'Licence to practise dentistry',
  issuer,
  validFrom: '2021-04-01T00:00:00Z',
  validUntil: until,
  credentialSubject: {
    type: 'LicensedPractitioner',
    name: 'Kwame Boateng',
    licence: {
      name: 'Licence to practise dentistry',
      number: 'SD-03388',
      register: 'Register of Dentists',
      profession: { isco08: '2261', local: 'Dentist' },
      jurisdiction: 'XM-S',
      scope: 'full',
      firstRegistered: '2021-04-01',
    },
  },
  credentialStatus: [
    {
      id: 'https://status.invalid/lists/1#52104',
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '52104',
      statusListCredential: 'https://status.invalid/lists/1',
    },
  ],
})

/** Everything about it is in order but who says so. */
export const boughtDegree = (issuer: { id: string; name: string }) => ({
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: 'urn:uuid:c7a2f0a4-3d0b-4f0e-8f7b-52c9d7d7b7aa',
  type: ['VerifiableCredential', 'AchievementCredential'],
  name: 'Doctor of Medicine',
  issuer: { ...issuer, type: ['Profile'] },
  validFrom: '2018-02-01T00:00:00Z',
  awardedDate: '2018-02-01T00:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    name: 'Victor Hale',
    identifier: [
      {
        type: 'IdentityObject',
        hashed: false,
        identityHash: 'Victor Hale',
        identityType: 'name',
      },
    ],
    achievement: {
      id: 'urn:uuid:1d3b0f5e-2a74-4d3f-9d55-8a35f3a4d7c0',
      type: ['Achievement'],
      name: 'Doctor of Medicine',
      description: 'Awarded for life experience.',
      achievementType: 'MasterDegree',
      fieldOfStudy: 'Medicine',
      criteria: { narrative: 'Payment of the graduation fee.' },
    },
  },
})
