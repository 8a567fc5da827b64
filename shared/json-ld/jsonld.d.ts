// The parts of jsonld 9 and rdf-canonize 5 that are used, typed as they are used. Both are pinned to the digit.
declare module 'jsonld/lib/context.js' {
  const context: {
    readonly getInitialContext: (options: { readonly processingMode: string }) => object
  }
  export default context
}

declare module 'jsonld/lib/events.js' {
  const events: { readonly safeEventHandler: (event: never) => void }
  export default events
}

declare module 'jsonld/lib/expand.js' {
  const expansion: {
    readonly expand: (parameters: {
      readonly activeCtx: object
      readonly element: unknown
      readonly options: object
    }) => Promise<unknown>
  }
  export default expansion
}

declare module 'jsonld/lib/toRdf.js' {
  /** Answers quads in the shape of RDF/JS. */
  const rdf: { readonly toRDF: (expanded: readonly unknown[], options: object) => object[] }
  export default rdf
}

declare module 'rdf-canonize/lib/NQuads.js' {
  const NQuads: { readonly parse: (text: string) => object[] }
  export default NQuads
}

declare module 'rdf-canonize/lib/RDFC10Sync.js' {
  export default class Rdfc10 {
    constructor(options: {
      readonly createMessageDigest: () => {
        readonly update: (text: string) => void
        readonly digest: () => string
      }
      readonly canonicalIdMap: Map<string, string>
      readonly maxDeepIterations: number
    })
    main(quads: readonly object[]): string
  }
}
