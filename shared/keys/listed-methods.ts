// The keys of an organisation on the trust list, each with the DID URL that names it. Uses WebCrypto for keys that have no name.
import { type Awaitable, allOf, andThen } from '../awaitable.ts'
import type { TrustedEntity } from '../trust/snapshot.ts'
import { jwkThumbprint, type PublicJwk } from './jwk.ts'
import type { ListedMethod } from './verification-method.ts'

/** By organisation: they are asked for with every credential. */
const NAMED = new WeakMap<TrustedEntity, readonly ListedMethod[]>()

/** All of them, compromised ones first and marked; a key without a name goes by its thumbprint, which has to be waited for the first time. */
export function listedMethods(entity: TrustedEntity): Awaitable<readonly ListedMethod[]> {
  const known = recallListedMethods(entity)
  if (known) return known
  const { did, keys, compromised = [] } = entity
  const named = [
    // First: where two go by one name, the worse one counts.
    ...compromised.map(({ key, sinceSeconds }) =>
      andThen(nameMethod(did, key), (method) => ({
        ...method,
        compromisedSinceSeconds: sinceSeconds,
      })),
    ),
    ...keys.map((key) => nameMethod(did, key)),
  ]
  return andThen(allOf(named), (methods) => {
    NAMED.set(entity, methods)
    return methods
  })
}

/** As `listedMethods`, where somebody asked before. */
export const recallListedMethods = (entity: TrustedEntity): readonly ListedMethod[] | undefined =>
  NAMED.get(entity)

function nameMethod(did: string, key: PublicJwk): Awaitable<ListedMethod> {
  if (key.kid !== undefined) return { id: key.kid, key }
  return jwkThumbprint(key).then((thumbprint) => ({ id: `${did}#${thumbprint}`, key }))
}
