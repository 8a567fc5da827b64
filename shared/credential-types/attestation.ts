// The kinds that share the shape of an attestation: what differs goes in, the whole kind comes out. Uses zod.
import type { z } from 'zod'
import {
  type AttestationOrder,
  buildAttestation,
  buildAttestationVcdm1,
} from '../issue/attestation.ts'
import type { CredentialFrame } from '../issue/credential-frame.ts'
import type { PublishedPurpose } from '../status/state-table.ts'
import { orderOf } from '../wire/order-fields.ts'
import type { Column } from './columns.ts'

interface Told<Kind extends string, Body extends z.ZodObject> {
  readonly kind: Kind
  readonly title: string
  readonly description: string
  /** As the kind, in capitals: the `vct` of the SD-JWT VC leads back to it. */
  readonly credentialType: string
  /** What is attested; strict, with a `name`. */
  readonly body: Body
  readonly purposes: readonly PublishedPurpose[]
  readonly columns: readonly Column[]
  /** Fields of the body that always show in an SD-JWT VC. */
  readonly open: readonly (keyof Body['shape'] & string)[]
  readonly example: z.input<Body>
}

/** @param validUntil - of the example, where its kind wants one */
export function attestationType<const Kind extends string, Body extends z.ZodObject>(
  { body, open, example, ...told }: Told<Kind, Body>,
  validUntil?: string,
) {
  const { kind, credentialType } = told
  const schema = orderOf(kind, { attestation: body })
  return {
    ...told,
    schema,
    example: {
      kind,
      format: 'vc+jwt' as const,
      subject: { name: 'Amina Diallo' },
      validFrom: '2026-01-01T00:00:00Z',
      ...(validUntil !== undefined && { validUntil }),
      attestation: example,
    },
    build: {
      vcdm2: (order: AttestationOrder, frame: CredentialFrame) =>
        buildAttestation(order, frame, credentialType),
      vcdm1: (order: AttestationOrder, frame: CredentialFrame) =>
        buildAttestationVcdm1(order, frame, credentialType),
      sdJwt: ({ attestation }: AttestationOrder) => ({ attestation }),
    },
    sdJwt: {
      path: `/vct/${kind}/1`,
      open: open.map((field) => `attestation.${field}`),
      claims: Object.keys(body.shape).map((field) => `attestation.${field}`),
    },
  }
}
