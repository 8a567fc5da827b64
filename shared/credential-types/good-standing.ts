// Good standing: what a regulator tells another one of somebody on its register, on a day. Uses zod.
import { z } from 'zod'
import { text } from '../wire/names.ts'
import { dateSchema, jurisdictionSchema, professionSchema } from '../wire/order-fields.ts'
import { attestationType } from './attestation.ts'
import { COMMON_COLUMNS, column, required } from './columns.ts'

export const GOOD_STANDING = attestationType(
  {
    kind: 'good-standing',
    title: 'Good standing',
    description:
      'What a regulator says of somebody on its register on a day: whether proceedings are open and sanctions in place.',
    credentialType: 'GoodStandingCredential',
    body: z.strictObject({
      name: text(200),
      number: text(64),
      register: text(100).optional(),
      profession: professionSchema,
      jurisdiction: jurisdictionSchema,
      asOf: dateSchema,
      proceedings: z.enum(['none', 'open', 'not_disclosable']),
      sanctions: z.enum(['none', 'past', 'current']),
      registeredSince: dateSchema.optional(),
      addressedTo: text(200).optional(),
    }),
    purposes: ['revocation'],
    columns: [
      ...COMMON_COLUMNS,
      required('attestation.name'),
      required('attestation.number'),
      column('attestation.register'),
      required('attestation.profession.isco08'),
      column('attestation.profession.local', { name: 'local_profession' }),
      required('attestation.jurisdiction'),
      required('attestation.asOf'),
      required('attestation.proceedings'),
      required('attestation.sanctions'),
      column('attestation.registeredSince'),
      column('attestation.addressedTo'),
    ],
    // What a reader must not be spared.
    open: ['name', 'profession', 'jurisdiction', 'asOf', 'proceedings', 'sanctions'],
    example: {
      name: 'Certificate of good standing',
      number: 'NM-204518',
      profession: { isco08: '2211' },
      jurisdiction: 'XM-N',
      asOf: '2025-12-30',
      proceedings: 'none',
      sanctions: 'none',
      registeredSince: '2019-03-01',
      addressedTo: 'Southmark Medical Board',
    },
  },
  '2026-03-31T23:59:59Z',
)
