// What a source reports. Types only.
import type { SourceName } from '../platform/message-types.ts'

/** One credential on the page, and where its mark belongs. */
export interface Find {
  readonly source: SourceName
  /** The credential; of an image the whole file, as base64. */
  readonly text: string
  /** The node that holds it. The mark stands before a text and after a link, image or script. */
  readonly anchor: Text | Element
  readonly side: 'before' | 'after'
}

/** Looks at a node and everything in it. Where it has to open files, its promise keeps until all is reported. */
export type Source = (root: Node, report: (find: Find) => void) => void | Promise<void>
