// From a context as a document names it to the definitions of jsonld, processed at most once. Remembers pure work, bounded.
import type { ActiveContext } from './active-context.ts'
import { isPlaceholder } from './active-context.ts'
import { pinOf } from './context-pins.ts'
import { CONTEXT_DOCUMENTS } from './contexts.ts'
import { refuseMovedMeanings } from './known-terms.ts'

/** Thrown through jsonld: the document names a context that is not in the repository. */
export class ContextUnavailable extends Error {
  readonly url: string
  constructor(url: string) {
    super('This context is not known')
    this.url = url
  }
}

interface ProcessedContext {
  readonly context: ActiveContext
}

interface ResolvedContext {
  readonly document: object | null
  readonly getProcessed: (active: ActiveContext) => object | undefined
  readonly setProcessed: (active: ActiveContext, processed: ProcessedContext) => void
}

/** Contexts further away than these in time are processed again. */
const INLINE_MAX_COUNT = 64
/** Longer ones are somebody's vocabulary inside a credential: not worth the memory. */
const INLINE_MAX_CHARS = 4_096

const BY_FILE = new Map<string, ResolvedContext>()
const BY_OBJECT = new WeakMap<object, ResolvedContext>()
const BY_TEXT = new Map<string, ResolvedContext>()

/** What jsonld asks for every `@context` that it meets. */
export const CONTEXT_RESOLVER = {
  resolve: async ({ context }: { readonly context: unknown }): Promise<ResolvedContext[]> =>
    resolveAll(context),
}

function resolveAll(context: unknown): ResolvedContext[] {
  if (Array.isArray(context)) return context.flatMap(resolveAll)
  if (typeof context === 'string') return [resolveAddress(context)]
  if (context === null) return [createResolved(null)]
  if (typeof context !== 'object') throw new TypeError('A context is an address or an object')
  const inner = '@context' in context ? context['@context'] : undefined
  return inner ? resolveAll(inner) : [resolveInline(context)]
}

function resolveAddress(url: string): ResolvedContext {
  const file = pinOf(url)?.file
  const document = file === undefined ? undefined : CONTEXT_DOCUMENTS.get(file)
  if (file === undefined || !document || !('@context' in document)) {
    throw new ContextUnavailable(url)
  }
  const known = BY_FILE.get(file)
  if (known) return known
  const resolved = createResolved(document['@context'] as object)
  BY_FILE.set(file, resolved)
  return resolved
}

/** Contexts inside pinned ones are always the same object; those inside credentials are so by what they spell. */
function resolveInline(context: object): ResolvedContext {
  const known = BY_OBJECT.get(context)
  if (known) return known
  const text = JSON.stringify(context)
  const resolved = BY_TEXT.get(text) ?? createResolved(context)
  BY_OBJECT.set(context, resolved)
  if (text.length <= INLINE_MAX_CHARS) keep(text, resolved)
  return resolved
}

function keep(text: string, resolved: ResolvedContext): void {
  BY_TEXT.delete(text)
  const oldest = BY_TEXT.size >= INLINE_MAX_COUNT ? BY_TEXT.keys().next().value : undefined
  if (oldest !== undefined) BY_TEXT.delete(oldest)
  BY_TEXT.set(text, resolved)
}

function createResolved(document: object | null): ResolvedContext {
  const processed = new WeakMap<object, object>()
  const processedFromCopy = new WeakMap<object, object>()
  const placeOf = (active: ActiveContext) =>
    isPlaceholder(active) && active.copyOf
      ? { kept: processedFromCopy, key: active.copyOf }
      : { kept: processed, key: active }
  return {
    document,
    getProcessed(active) {
      const { kept, key } = placeOf(active)
      return kept.get(key)
    },
    setProcessed(active, result) {
      refuseMovedMeanings(result.context)
      const { kept, key } = placeOf(active)
      kept.set(key, result)
    },
  }
}
