// Which kinds of credentials are issued out of tables. Pure.
import { CREDENTIAL_TYPES, type IssuedKind } from '../../shared/credential-types/index.ts'

/** All of them. What extends another credential names it in a column. */
export const BATCH_KINDS = Object.values(CREDENTIAL_TYPES).map(({ kind }) => kind) as [
  IssuedKind,
  ...IssuedKind[],
]
