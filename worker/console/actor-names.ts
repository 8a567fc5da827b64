// Who an actor is, for people: records keep `operator:<id>` and the like. Uses storage.
import type { Services } from '../services.ts'

export type ActorNames = ReadonlyMap<string, string>

const OTHERS: Readonly<Record<string, string>> = {
  administrator: 'the administrator of this deployment',
  worker: 'Licet itself',
}

const idsOf = (actors: readonly string[], kind: string): readonly string[] =>
  actors.flatMap((actor) => (actor.startsWith(`${kind}:`) ? [actor.slice(kind.length + 1)] : []))

/**
 * What to call these actors, by the texts that records keep; whoever left is still called by name. Nobody outside the issuer is.
 *
 * @param actors - as `nameOfActor` writes them
 */
export async function namesOfActors(
  { operators, apiKeys }: Pick<Services, 'operators' | 'apiKeys'>,
  issuerSlug: string,
  actors: readonly string[],
): Promise<ActorNames> {
  const [people, keys] = await Promise.all([
    operators.names(issuerSlug, idsOf(actors, 'operator')),
    apiKeys.names(issuerSlug, idsOf(actors, 'api_key')),
  ])
  const nameOf = (actor: string): string | undefined => {
    const id = actor.slice(actor.indexOf(':') + 1)
    const key = keys.get(id)
    if (actor.startsWith('api_key:')) return key === undefined ? undefined : `API key “${key}”`
    return people.get(id) ?? OTHERS[actor]
  }
  return new Map(actors.map((actor) => [actor, nameOf(actor) ?? actor]))
}
