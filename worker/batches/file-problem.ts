// Why a whole file cannot be read as a table of orders. Data about the file's form, never what stands in it. Pure.

/** Thrown while a file is read; routes answer `batch.unreadable` with its words. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem'
  readonly columns: readonly { readonly column: string; readonly reason: string }[]
  constructor(
    message: string,
    columns: readonly { readonly column: string; readonly reason: string }[] = [],
  ) {
    super(message)
    this.columns = columns
  }
}
