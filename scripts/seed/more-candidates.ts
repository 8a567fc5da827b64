// The other candidates of the demo portal, and the demo register. Data.
import type { Person } from './candidates.ts'
import type { CredentialName } from './documents.ts'

export const MORE_CANDIDATES: readonly Person[] = [
  {
    slug: 'victor-hale',
    name: 'Victor Hale',
    role: 'Locum physician',
    department: 'Internal Medicine',
    location: 'Northmark City, Marovia',
    stage: 'Screening',
    appliedOn: '2026-11-03',
    summary: 'General practice and travel medicine. Available at short notice.',
    languages: ['English'],
    experience: [['Medical adviser', 'Meridian Wellness Retreats', '2019', 'today']],
    documents: [
      {
        title: 'Doctor of Medicine',
        from: 'Westmere Crown International University, 2018',
        embedding: 'script',
        credential: 'hale-degree',
      },
    ],
  },
  {
    slug: 'sofia-lindqvist',
    name: 'Sofia Lindqvist',
    role: 'Clinical pharmacist',
    department: 'Pharmacy',
    location: 'Southhaven, Marovia',
    stage: 'Screening',
    appliedOn: '2026-11-05',
    summary: 'Community pharmacist who wants to return to hospital work.',
    languages: ['English', 'Swedish'],
    experience: [['Pharmacist', 'Linden Pharmacy', '2020', 'today']],
    documents: [
      {
        title: 'Master of Pharmacy',
        from: 'Alder Bay University of Health Sciences, 2019',
        embedding: 'link',
        credential: 'carvalho-degree',
      },
    ],
  },
  {
    slug: 'kwame-boateng',
    name: 'Kwame Boateng',
    role: 'Dentist, oral surgery clinic',
    department: 'Oral Surgery',
    location: 'Southhaven, Marovia',
    stage: 'Interview',
    appliedOn: '2026-10-12',
    summary: 'Dentist with five years in a special-care clinic.',
    languages: ['English', 'Twi'],
    experience: [['Dentist', 'Southhaven Special Care Clinic', '2021', 'today']],
    documents: [
      {
        title: 'Licence to practise dentistry',
        from: 'Southmark Dental Council',
        embedding: 'script',
        credential: 'boateng-licence',
      },
    ],
  },
  {
    slug: 'noor-haddad',
    name: 'Noor Haddad',
    role: 'Registered nurse, emergency department',
    department: 'Emergency Medicine',
    location: 'Northmark City, Marovia',
    stage: 'Screening',
    appliedOn: '2026-11-09',
    summary: 'Emergency nurse who moved from Southmark to Northmark last spring.',
    languages: ['English', 'Arabic', 'French'],
    experience: [['Staff nurse, emergency', 'Southhaven Royal Infirmary', '2023', '2026']],
    documents: [
      {
        title: 'Licence to practise nursing',
        from: 'Southmark Nursing Council',
        embedding: 'text',
        credential: 'haddad-licence',
      },
    ],
  },
]

interface Registrant {
  readonly slug: string
  readonly name: string
  readonly number: string
  readonly registeredOn: string
  readonly credential: CredentialName
}

/** In alphabetical order, as registers print names. */
export const REGISTER: readonly Registrant[] = [
  {
    slug: 'nm-20417',
    name: 'Diallo, Amina',
    number: 'NM-20417',
    registeredOn: '2019-03-01',
    credential: 'diallo-licence',
  },
  {
    slug: 'nm-16612',
    name: 'Ferreira, Joaquim',
    number: 'NM-16612',
    registeredOn: '2011-10-03',
    credential: 'ferreira-licence',
  },
  {
    slug: 'nm-18230',
    name: 'Marchetti, Elena',
    number: 'NM-18230',
    registeredOn: '2014-10-01',
    credential: 'marchetti-licence',
  },
  {
    slug: 'nm-22950',
    name: 'Sato, Hana',
    number: 'NM-22950',
    registeredOn: '2021-02-15',
    credential: 'sato-licence',
  },
]
