// Which kinds of credentials are issued out of tables. Pure.
import { CREDENTIAL_TYPES, type IssuedKind } from '../../shared/credential-types/index.ts'

/** What extends another credential is issued by itself: whether that one is in force is known only when it is signed. */
export const BATCH_KINDS = Object.values(CREDENTIAL_TYPES)
  .filter(({ baseOf }) => !baseOf)
  .map(({ kind }) => kind) as [IssuedKind, ...IssuedKind[]]
