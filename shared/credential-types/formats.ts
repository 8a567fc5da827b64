// In which formats a kind can be issued. Pure.
import type { IssuedFormat } from '../wire/order-fields.ts'
import type { Builders, CredentialType } from './credential-type.ts'

const BUILDERS = {
  'vc+jwt': 'vcdm2',
  jwt_vc: 'vcdm1',
  'dc+sd-jwt': 'sdJwt',
  'eddsa-jcs-2022': 'vcdm2',
  'eddsa-rdfc-2022': 'vcdm2',
} as const satisfies Record<IssuedFormat, keyof Builders<never>>

/** Those for whose data model it has a builder, in the order of the table of formats. */
export const formatsOf = ({ build }: Pick<CredentialType, 'build'>): readonly IssuedFormat[] =>
  (Object.keys(BUILDERS) as IssuedFormat[]).filter((format) => build[BUILDERS[format]])
