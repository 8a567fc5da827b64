// The candidates of the demo portal and the entries of the demo register. Data.
import type { CredentialName } from './documents.ts'

export interface Person {
  readonly slug: string
  readonly name: string
  readonly role: string
  readonly department: string
  readonly location: string
  readonly stage: 'Screening' | 'Interview' | 'Reference check' | 'Offer'
  readonly appliedOn: string
  readonly summary: string
  readonly languages: readonly string[]
  readonly experience: readonly (readonly [
    title: string,
    organization: string,
    from: string,
    until: string,
  ])[]
  readonly documents: readonly {
    readonly title: string
    readonly from: string
    readonly embedding: 'script' | 'text' | 'link'
    readonly credential: CredentialName
  }[]
}

export const CANDIDATES: readonly Person[] = [
  {
    slug: 'elena-marchetti',
    name: 'Elena Marchetti',
    role: 'Consultant in emergency medicine',
    department: 'Emergency Medicine',
    location: 'Port Alder, Marovia',
    stage: 'Offer',
    appliedOn: '2026-09-14',
    summary:
      'Twelve years in emergency departments, the last four leading a trauma team. Trains junior doctors in point-of-care ultrasound.',
    languages: ['English', 'Italian'],
    experience: [
      ['Senior registrar, emergency medicine', 'Alder Bay General Hospital', '2021', 'today'],
      ['Registrar, emergency medicine', 'Northmark District Hospital', '2016', '2021'],
    ],
    documents: [
      {
        title: 'Doctor of Medicine',
        from: 'University of Northmark, 2014',
        embedding: 'script',
        credential: 'marchetti-degree',
      },
      {
        title: 'Licence to practise medicine',
        from: 'Northmark Medical Council',
        embedding: 'text',
        credential: 'marchetti-licence',
      },
    ],
  },
  {
    slug: 'amina-diallo',
    name: 'Amina Diallo',
    role: 'Resident physician, internal medicine',
    department: 'Internal Medicine',
    location: 'Northmark City, Marovia',
    stage: 'Reference check',
    appliedOn: '2026-09-21',
    summary:
      'Internal medicine with a focus on infectious diseases; two field missions with a vaccination programme.',
    languages: ['English', 'French', 'Pulaar'],
    experience: [
      ['Resident physician', 'Northmark District Hospital', '2020', 'today'],
      ['Foundation doctor', 'St. Cuthbert’s Infirmary', '2019', '2020'],
    ],
    documents: [
      {
        title: 'Licence to practise medicine',
        from: 'Northmark Medical Council',
        embedding: 'link',
        credential: 'diallo-licence',
      },
      {
        title: 'Doctor of Medicine',
        from: 'University of Northmark, 2018',
        embedding: 'script',
        credential: 'diallo-degree',
      },
    ],
  },
  {
    slug: 'tomasz-wierzba',
    name: 'Tomasz Wierzba',
    role: 'Registered nurse, intensive care',
    department: 'Intensive Care',
    location: 'Port Alder, Marovia',
    stage: 'Interview',
    appliedOn: '2026-10-02',
    summary: 'Intensive care nurse with experience in extracorporeal life support.',
    languages: ['English', 'Polish'],
    experience: [['Staff nurse, intensive care', 'Alder Bay General Hospital', '2022', 'today']],
    documents: [
      {
        title: 'Licence to practise nursing',
        from: 'Northmark Nursing and Midwifery Council',
        embedding: 'text',
        credential: 'wierzba-licence',
      },
    ],
  },
  {
    slug: 'priya-raman',
    name: 'Priya Raman',
    role: 'Registered nurse, paediatrics',
    department: 'Children’s Clinic',
    location: 'Southhaven, Marovia',
    stage: 'Screening',
    appliedOn: '2026-10-19',
    summary: 'Paediatric nurse; organises the hospital school of her present ward.',
    languages: ['English', 'Tamil'],
    experience: [['Staff nurse, paediatrics', 'Southhaven Children’s Hospital', '2021', 'today']],
    documents: [
      {
        title: 'Bachelor of Science in Nursing',
        from: 'Alder Bay University of Health Sciences, 2021',
        embedding: 'link',
        credential: 'raman-degree',
      },
    ],
  },
  {
    slug: 'lukas-brandt',
    name: 'Lukas Brandt',
    role: 'Clinical pharmacist',
    department: 'Pharmacy',
    location: 'Port Alder, Marovia',
    stage: 'Interview',
    appliedOn: '2026-10-08',
    summary: 'Hospital pharmacist interested in antimicrobial stewardship.',
    languages: ['English', 'German'],
    experience: [['Pharmacist', 'Harbour Street Pharmacy', '2020', 'today']],
    documents: [
      {
        title: 'Master of Pharmacy',
        from: 'Alder Bay University of Health Sciences, 2020',
        embedding: 'text',
        credential: 'brandt-degree-altered',
      },
    ],
  },
]
