// Who does something here. Pure.

export type Actor =
  | { readonly kind: 'api_key'; readonly keyHash: string }
  | { readonly kind: 'operator'; readonly id: string }
  /** Whoever holds the administrator's key of the deployment. */
  | { readonly kind: 'administrator' }
  /** Whoever holds a claim link and what belongs to it. */
  | { readonly kind: 'holder' }
  /** The Worker itself, when a date comes or a queue is worked off. */
  | { readonly kind: 'worker' }

/** One text for one actor, as records keep it: `operator:<id>`, `api_key:<hash>`, `administrator`, `holder`, `worker`. */
export function nameOfActor(actor: Actor): string {
  switch (actor.kind) {
    case 'api_key':
      return `api_key:${actor.keyHash}`
    case 'operator':
      return `operator:${actor.id}`
    case 'administrator':
    case 'holder':
    case 'worker':
      return actor.kind
  }
}
