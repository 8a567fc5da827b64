// A licence extension: more time or more room for a licence, for as long as that licence itself stands. Uses zod.
import { z } from 'zod'
import type { CredentialFrame } from '../issue/credential-frame.ts'
import { text } from '../wire/names.ts'
import { jurisdictionSchema, professionSchema } from '../wire/order-fields.ts'
import { attestationType } from './attestation.ts'
import { COMMON_COLUMNS, column, required } from './columns.ts'

const {
  schema,
  build: { sdJwt: _claims, ...build },
  sdJwt: _type,
  ...told
} = attestationType(
  {
    kind: 'licence-extension',
    title: 'Licence extension',
    description:
      'Extends a licence in time or place. Whatever ends or suspends that licence ends or suspends the extension.',
    credentialType: 'LicenceExtensionCredential',
    body: z.strictObject({
      name: text(200),
      /** `urn:uuid:…` of a licence of the same issuer. */
      baseLicence: z.string().regex(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, {
        message: 'Expected the id of the licence that is extended, such as urn:uuid:0b1e5a54-…',
      }),
      number: text(64),
      profession: professionSchema,
      jurisdiction: jurisdictionSchema,
      legalBasis: text(300),
      area: text(200).optional(),
      conditions: z.array(text(300)).max(20).default([]),
    }),
    purposes: ['revocation', 'suspension'],
    columns: [
      ...COMMON_COLUMNS.filter(({ name }) => name !== 'valid_until'),
      required('validUntil', { reading: 'end' }),
      required('attestation.name'),
      required('attestation.baseLicence'),
      required('attestation.number'),
      required('attestation.profession.isco08'),
      column('attestation.profession.local', { name: 'local_profession' }),
      required('attestation.jurisdiction'),
      required('attestation.legalBasis'),
      column('attestation.area'),
      column('attestation.conditions', { reading: 'list' }),
    ],
    open: [],
    example: {
      name: 'Extension of a licence to practise medicine',
      baseLicence: 'urn:uuid:0b1e5a54-8f5b-4b5e-9a52-5a3f1d4a7c11',
      number: 'NM-204518',
      profession: { isco08: '2211' },
      jurisdiction: 'XM-N',
      legalBasis: 'Emergency Health Workforce Order 2025, section 4',
      area: 'Rural districts of Northmark',
    },
  },
  '2026-06-30T23:59:59Z',
)

type Order = z.output<typeof schema>

/** Without the entries of its licence an extension would outlive it. */
function leaning(frame: CredentialFrame): CredentialFrame {
  if (!frame.baseStatus?.length) throw new Error('An extension needs the status of its licence')
  return frame
}

/** An SD-JWT VC has one place in a status list: it could not follow its licence. */
export const LICENCE_EXTENSION = {
  ...told,
  schema: schema
    .refine(({ format }) => format !== 'dc+sd-jwt', {
      path: ['format'],
      message:
        'A licence-extension cannot be issued in dc+sd-jwt: it has one status entry, and would outlive its base licence',
    })
    .refine(({ validUntil }) => validUntil !== undefined, {
      path: ['validUntil'],
      message: 'An extension has an end',
    }),
  build: {
    vcdm2: (order: Order, frame: CredentialFrame) => build.vcdm2(order, leaning(frame)),
    vcdm1: (order: Order, frame: CredentialFrame) => build.vcdm1(order, leaning(frame)),
  },
  baseOf: ({ attestation }: Order) => attestation.baseLicence,
}
