// Table demo_pages: the demo portal's content, sealed at rest. The only SQL about it.
import type { Sealer } from '../keys/sealing.ts'

export type DemoPageKind = 'candidate' | 'register_entry'

export interface StoredDemoPage {
  readonly slug: string
  readonly content: unknown
}

export interface DemoPages {
  readonly put: (
    kind: DemoPageKind,
    page: { readonly slug: string; readonly position: number; readonly content: unknown },
  ) => Promise<void>
  readonly find: (kind: DemoPageKind, slug: string) => Promise<StoredDemoPage | undefined>
  /** All pages of a kind, by position. */
  readonly list: (kind: DemoPageKind) => Promise<readonly StoredDemoPage[]>
}

interface Row {
  readonly slug: string
  readonly sealed: string
}

/** Bound to its place, so that a row copied over another one does not open. */
const sealingContext = (kind: DemoPageKind, slug: string) => `demo_pages/${kind}/${slug}`

export function createDemoPages(db: D1Database, sealer: Sealer): DemoPages {
  const open = async (kind: DemoPageKind, { slug, sealed }: Row): Promise<StoredDemoPage> => {
    const bytes = await sealer.unseal(sealed, sealingContext(kind, slug))
    return { slug, content: JSON.parse(new TextDecoder().decode(bytes)) }
  }
  return {
    put: async (kind, { slug, position, content }) => {
      const bytes = new TextEncoder().encode(JSON.stringify(content))
      await db
        .prepare(
          `INSERT INTO demo_pages (kind, slug, position, sealed) VALUES (?1, ?2, ?3, ?4)
           ON CONFLICT (kind, slug) DO UPDATE SET position = ?3, sealed = ?4`,
        )
        .bind(kind, slug, position, await sealer.seal(bytes, sealingContext(kind, slug)))
        .run()
    },
    find: async (kind, slug) => {
      const row = await db
        .prepare('SELECT slug, sealed FROM demo_pages WHERE kind = ?1 AND slug = ?2')
        .bind(kind, slug)
        .first<Row>()
      return row === null ? undefined : open(kind, row)
    },
    list: async (kind) => {
      const { results } = await db
        .prepare('SELECT slug, sealed FROM demo_pages WHERE kind = ?1 ORDER BY position, slug')
        .bind(kind)
        .all<Row>()
      return Promise.all(results.map((row) => open(kind, row)))
    },
  }
}
