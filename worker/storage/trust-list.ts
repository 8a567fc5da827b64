// Table trust_list, one row: its sequence and its newest signed form. An attacker who can write it can replay an older list
// to newcomers; who has seen a newer one notices.

export interface TrustListRow {
  readonly sequence: number
  readonly signed?: { readonly text: string; readonly sequence: number; readonly atSeconds: number }
}

export interface TrustListStore {
  readonly read: () => Promise<TrustListRow>
  /** A statement after which the list is signed anew, with a higher sequence. */
  readonly advance: () => D1PreparedStatement
  readonly saveSigned: (sequence: number, text: string) => Promise<void>
}

interface Row {
  readonly sequence: number
  readonly signed_sequence: number
  readonly signed_at: number
  readonly signed_text: string
}

export const createTrustListStore = (db: D1Database, now: () => number): TrustListStore => ({
  async read() {
    const row = await db
      .prepare('SELECT sequence, signed_sequence, signed_at, signed_text FROM trust_list')
      .first<Row>()
    if (!row) throw new Error('The trust list has no row: have the migrations been applied?')
    const signed = {
      text: row.signed_text,
      sequence: row.signed_sequence,
      atSeconds: row.signed_at,
    }
    return { sequence: row.sequence, ...(signed.text !== '' && { signed }) }
  },

  advance: () => db.prepare('UPDATE trust_list SET sequence = sequence + 1'),

  async saveSigned(sequence, text) {
    await db
      .prepare(
        `UPDATE trust_list SET signed_sequence = ?1, signed_at = ?2, signed_text = ?3
         WHERE signed_sequence <= ?1`,
      )
      .bind(sequence, now(), text)
      .run()
  },
})
