// A row as any kind of file brings it. Types only.

export interface RefusedCell {
  /** Of the column, from 0. */
  readonly index: number
  readonly reason: string
}

export interface TableRow {
  /** The line where the row begins, the first one being 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** Cells whose text must not be used, whatever it is. */
  readonly refused?: readonly RefusedCell[]
  /** What whoever uploads should know of the file as a whole. */
  readonly notice?: string
}
