// The institutions of the fictional country Marovia (user-assigned ISO code XM) that the Worker keeps keys for. Data.

export interface Organization {
  readonly slug: string
  readonly name: string
  readonly url: string
  readonly trustAnchor?: boolean
}

export interface Accreditation {
  /** Slug of the accrediting organization. */
  readonly by: string
  /** Slug of an organization above, or a DID that keeps its own key. */
  readonly for: string
  readonly credentialTypes: readonly string[]
  readonly jurisdictions?: readonly string[]
  readonly isco08?: readonly string[]
  readonly eqf?: readonly number[]
  readonly mayDelegate?: boolean
  readonly maxDepth?: number
}

export const ORGANIZATIONS: readonly Organization[] = [
  {
    slug: 'ministry-of-health',
    name: 'Ministry of Health of Marovia',
    url: 'https://health.gov.marovia.example',
    trustAnchor: true,
  },
  {
    slug: 'ministry-of-education',
    name: 'Ministry of Education of Marovia',
    url: 'https://education.gov.marovia.example',
    trustAnchor: true,
  },
  {
    slug: 'higher-education-agency',
    name: 'National Agency for Higher Education',
    url: 'https://nahe.marovia.example',
  },
  {
    slug: 'university-of-northmark',
    name: 'University of Northmark',
    url: 'https://northmark.ac.marovia.example',
  },
  {
    slug: 'alder-bay-university',
    name: 'Alder Bay University of Health Sciences',
    url: 'https://alderbay.ac.marovia.example',
  },
  {
    slug: 'northmark-medical-council',
    name: 'Northmark Medical Council',
    url: 'https://medical-council.northmark.example',
  },
  {
    slug: 'northmark-nursing-council',
    name: 'Northmark Nursing and Midwifery Council',
    url: 'https://nursing-council.northmark.example',
  },
  {
    slug: 'southmark-nursing-council',
    name: 'Southmark Nursing Council',
    url: 'https://nursing-council.southmark.example',
  },
]

const DEGREES = ['AchievementCredential', 'DegreeCredential']
const LICENCES = ['ProfessionalLicenceCredential']
const DOCTORS = '221'
const NURSES_AND_MIDWIVES = '222'
const DENTISTS = '2261'

/** From the top down. The dental council keeps its own key, so its DID is known only when the demo is made. */
export const accreditations = (dentalCouncilDid: string): readonly Accreditation[] => [
  {
    by: 'ministry-of-education',
    for: 'higher-education-agency',
    credentialTypes: DEGREES,
    eqf: [5, 6, 7, 8],
    mayDelegate: true,
    maxDepth: 1,
  },
  {
    by: 'higher-education-agency',
    for: 'university-of-northmark',
    credentialTypes: DEGREES,
    eqf: [6, 7, 8],
  },
  {
    by: 'higher-education-agency',
    for: 'alder-bay-university',
    credentialTypes: DEGREES,
    eqf: [6, 7],
  },
  {
    by: 'ministry-of-health',
    for: 'northmark-medical-council',
    credentialTypes: LICENCES,
    jurisdictions: ['XM-N'],
    isco08: [DOCTORS],
  },
  {
    by: 'ministry-of-health',
    for: 'northmark-nursing-council',
    credentialTypes: LICENCES,
    jurisdictions: ['XM-N'],
    isco08: [NURSES_AND_MIDWIVES],
  },
  {
    by: 'ministry-of-health',
    for: 'southmark-nursing-council',
    credentialTypes: LICENCES,
    jurisdictions: ['XM-S'],
    isco08: [NURSES_AND_MIDWIVES],
  },
  {
    by: 'ministry-of-health',
    for: dentalCouncilDid,
    credentialTypes: LICENCES,
    jurisdictions: ['XM-S'],
    isco08: [DENTISTS],
  },
]

export const DENTAL_COUNCIL = {
  name: 'Southmark Dental Council',
  url: 'https://dental-council.southmark.example',
} as const
