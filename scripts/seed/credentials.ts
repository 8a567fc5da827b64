// The credentials that the demo's institutions issue through the Worker. Data.

export interface Plan {
  readonly issuer: string
  readonly body: {
    readonly kind: 'degree' | 'licence'
    readonly format: 'vc+jwt' | 'jwt_vc' | 'dc+sd-jwt' | 'eddsa-rdfc-2022'
    readonly subject: { readonly name: string }
    readonly validFrom: string
    readonly validUntil?: string
    readonly degree?: object
    readonly licence?: object
  }
  /** What happened to it later. */
  readonly afterwards?: { readonly state: 'suspended' | 'revoked'; readonly reason: string }
}

type Format = Plan['body']['format']

interface Award {
  readonly to: string
  readonly on: string
  readonly degree: object
}

const degree = (issuer: string, format: Format, { to, on, degree: award }: Award): Plan => ({
  issuer,
  body: {
    kind: 'degree',
    format,
    subject: { name: to },
    validFrom: `${on}T09:00:00Z`,
    degree: { awardedDate: on, ...award },
  },
})

interface Grant {
  readonly to: string
  readonly from: string
  readonly until: string
  readonly licence: object
}

const licence = (issuer: string, format: Format, grant: Grant): Plan => ({
  issuer,
  body: {
    kind: 'licence',
    format,
    subject: { name: grant.to },
    validFrom: `${grant.from}T00:00:00Z`,
    validUntil: grant.until,
    licence: { scope: 'full', qualifiedIn: 'XM', firstRegistered: grant.from, ...grant.licence },
  },
})

const medicine = (number: string, more: object = {}) => ({
  name: 'Licence to practise medicine',
  number,
  register: 'Register of Medical Practitioners',
  profession: { isco08: '2211', local: 'Medical practitioner' },
  jurisdiction: 'XM-N',
  ...more,
})

const nursing = (number: string) => ({
  name: 'Licence to practise nursing',
  number,
  register: 'Register of Nurses',
  profession: { isco08: '2221', local: 'Registered nurse' },
  jurisdiction: 'XM-N',
})

const doctorOfMedicine = {
  name: 'Doctor of Medicine',
  description: 'Six years of medical studies with clinical rotations.',
  achievementType: 'MasterDegree',
  eqf: 7,
  fieldOfStudy: 'Medicine',
}

const pharmacy = {
  name: 'Master of Pharmacy',
  description: 'Five years of pharmaceutical studies with a hospital placement.',
  achievementType: 'MasterDegree',
  eqf: 7,
  fieldOfStudy: 'Pharmacy',
}

const nursingDegree = {
  name: 'Bachelor of Science in Nursing',
  description: 'Four years of nursing studies with supervised practice.',
  achievementType: 'BachelorDegree',
  eqf: 6,
  fieldOfStudy: 'Nursing',
}

const NORTHMARK = 'university-of-northmark'
const ALDER_BAY = 'alder-bay-university'
const MEDICAL = 'northmark-medical-council'
const NURSING = 'northmark-nursing-council'

/** The mark of `GRADED` that the candidate would rather have had stands in seed-demo.ts. */
export const TRUE_GRADE = '62 of 100'

/** @param until when licences that are in force will end */
export const credentialPlans = (until: string) =>
  ({
    'marchetti-degree': degree(NORTHMARK, 'eddsa-rdfc-2022', {
      to: 'Elena Marchetti',
      on: '2014-07-11',
      degree: doctorOfMedicine,
    }),
    'marchetti-licence': licence(MEDICAL, 'jwt_vc', {
      to: 'Elena Marchetti',
      from: '2014-10-01',
      until,
      licence: medicine('NM-18230'),
    }),
    'diallo-degree': degree(NORTHMARK, 'jwt_vc', {
      to: 'Amina Diallo',
      on: '2018-07-13',
      degree: doctorOfMedicine,
    }),
    'diallo-licence': {
      ...licence(MEDICAL, 'vc+jwt', {
        to: 'Amina Diallo',
        from: '2019-03-01',
        until,
        licence: medicine('NM-20417'),
      }),
      afterwards: { state: 'suspended', reason: 'Pending the outcome of a hearing.' },
    },
    'wierzba-licence': licence(NURSING, 'vc+jwt', {
      to: 'Tomasz Wierzba',
      from: '2022-01-01',
      until: '2025-12-31T23:59:59Z',
      licence: nursing('NN-07761'),
    }),
    'raman-degree': {
      ...degree(ALDER_BAY, 'jwt_vc', {
        to: 'Priya Raman',
        on: '2021-06-25',
        degree: nursingDegree,
      }),
      afterwards: { state: 'revoked', reason: 'Awarded on the strength of a forged transcript.' },
    },
    'brandt-degree': degree(ALDER_BAY, 'vc+jwt', {
      to: 'Lukas Brandt',
      on: '2020-07-03',
      degree: {
        ...pharmacy,
        results: [
          { name: 'Pharmacology', value: '81 of 100' },
          { name: 'Clinical toxicology', value: TRUE_GRADE },
        ],
      },
    }),
    'carvalho-degree': degree(ALDER_BAY, 'dc+sd-jwt', {
      to: 'Ines Carvalho',
      on: '2019-07-05',
      degree: pharmacy,
    }),
    'haddad-licence': licence('southmark-nursing-council', 'dc+sd-jwt', {
      to: 'Noor Haddad',
      from: '2023-05-02',
      until,
      licence: nursing('SN-11904'),
    }),
    'ferreira-licence': licence(MEDICAL, 'vc+jwt', {
      to: 'Joaquim Ferreira',
      from: '2011-10-03',
      until,
      licence: medicine('NM-16612'),
    }),
    'sato-licence': licence(MEDICAL, 'vc+jwt', {
      to: 'Hana Sato',
      from: '2021-02-15',
      until,
      licence: medicine('NM-22950', { conditions: ['Works under supervision in surgery.'] }),
    }),
  }) as const satisfies Record<string, Plan>

/** What the printed command issues. */
export const commandPlan = (today: string, until: string): Plan =>
  licence(MEDICAL, 'vc+jwt', {
    to: 'Marta Kovacs',
    from: today,
    until,
    licence: medicine('NM-24001'),
  })

export type PlanName = keyof ReturnType<typeof credentialPlans>
