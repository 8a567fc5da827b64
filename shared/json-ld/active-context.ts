// What JSON-LD terms mean at one place of a document. Uses jsonld.
/// <reference path="./jsonld.d.ts" />
import context from 'jsonld/lib/context.js'

/** What one term means: an address, a keyword, or nothing. */
export interface TermDefinition {
  readonly '@id'?: string | null
  readonly reverse?: boolean
}

/** jsonld's own active context. It is read while a document is expanded, and changed only as a fresh copy. */
export interface ActiveContext {
  readonly mappings: ReadonlyMap<string, TermDefinition | null>
  readonly '@base'?: unknown
  readonly '@vocab'?: unknown
  readonly protected: Readonly<Record<string, boolean>>
  readonly previousContext?: ActiveContext
  /** What this one is a copy of. */
  readonly copyOf?: ActiveContext
  readonly clone: () => ActiveContext
  readonly revertToPreviousContext: () => ActiveContext
}

/**
 * The context that every document begins with. jsonld copies every definition for every nested node, and so has to process the
 * contexts of the node anew. Here definitions are shared, and an earlier context that comes back is itself: each context is
 * processed once in the life of the process, and found by identity. One constant, for that reason.
 */
export const INITIAL_CONTEXT: ActiveContext = {
  ...(context.getInitialContext({ processingMode: 'json-ld-1.1' }) as ActiveContext),
  clone: copy,
  revertToPreviousContext: revert,
}

/** A copy that only serves to remember what to go back to is this context again, as far as its meaning goes. */
export const isPlaceholder = ({ copyOf, previousContext }: ActiveContext): boolean =>
  copyOf !== undefined && copyOf === previousContext

function copy(this: ActiveContext): ActiveContext {
  return {
    ...this,
    mappings: new Map(this.mappings),
    protected: { ...this.protected },
    copyOf: this,
  }
}

function revert(this: ActiveContext): ActiveContext {
  return this.previousContext ?? this
}
