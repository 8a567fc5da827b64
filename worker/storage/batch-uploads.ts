// Tables batch_uploads and batch_upload_parts: files between their upload and their check. All of what they say is sealed.
// An attacker who can write them can lose a file; one of his own would not open.
import { BATCH_ABANDONED_AFTER_SECONDS } from '../../shared/limits.ts'

export interface BatchUpload {
  readonly id: string
  readonly issuerSlug: string
  readonly kind: string
  readonly format: string
  readonly mediaType: string
  /** 1 where its rows shall become claim links. */
  readonly offersClaims: 0 | 1
  /** Which column of the file is which; absent before somebody said so. */
  readonly sealedMapping?: string
  /** As `nameOfActor` writes it. */
  readonly uploadedBy: string
}

export interface BatchUploads {
  readonly create: (upload: BatchUpload, sealedParts: readonly string[]) => Promise<void>
  /** One that this actor uploaded, within the hour. */
  readonly find: (
    issuerSlug: string,
    uploadedBy: string,
    id: string,
  ) => Promise<BatchUpload | undefined>
  readonly part: (id: string, part: number) => Promise<string | undefined>
  readonly keepMapping: (id: string, sealedMapping: string) => Promise<void>
  readonly forget: (id: string) => Promise<void>
  readonly forgetOld: () => Promise<void>
}

export const createBatchUploads = (db: D1Database, now: () => number): BatchUploads => {
  /** @param which - a condition on `batch_uploads` with the parameter ?1 */
  const forget = (which: string, parameter: string | number) =>
    db.batch([
      db
        .prepare(
          `DELETE FROM batch_upload_parts WHERE upload_id IN
           (SELECT id FROM batch_uploads WHERE ${which})`,
        )
        .bind(parameter),
      db.prepare(`DELETE FROM batch_uploads WHERE ${which}`).bind(parameter),
    ])

  return {
    async create(upload, sealedParts) {
      const { id, issuerSlug, kind, format, mediaType, uploadedBy, offersClaims } = upload
      await db.batch([
        db
          .prepare(
            `INSERT INTO batch_uploads (id, issuer_slug, kind, format, media_type, uploaded_by, created_at, offers_claims)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
          )
          .bind(id, issuerSlug, kind, format, mediaType, uploadedBy, now(), offersClaims),
        ...sealedParts.map((sealed, part) =>
          db
            .prepare(
              'INSERT INTO batch_upload_parts (upload_id, part, sealed_bytes) VALUES (?1, ?2, ?3)',
            )
            .bind(id, part, sealed),
        ),
      ])
    },

    async find(issuerSlug, uploadedBy, id) {
      const row = await db
        .prepare(
          `SELECT id, issuer_slug AS issuerSlug, kind, format, media_type AS mediaType,
           offers_claims AS offersClaims, sealed_mapping AS sealedMapping, uploaded_by AS uploadedBy FROM batch_uploads
           WHERE id = ?1 AND issuer_slug = ?2 AND uploaded_by = ?3 AND created_at > ?4`,
        )
        .bind(id, issuerSlug, uploadedBy, now() - BATCH_ABANDONED_AFTER_SECONDS)
        .first<Omit<BatchUpload, 'sealedMapping'> & { sealedMapping: string | null }>()
      if (!row) return undefined
      const { sealedMapping, ...upload } = row
      return { ...upload, ...(sealedMapping !== null && { sealedMapping }) }
    },

    async part(id, part) {
      const sealed = await db
        .prepare('SELECT sealed_bytes FROM batch_upload_parts WHERE upload_id = ?1 AND part = ?2')
        .bind(id, part)
        .first<string>('sealed_bytes')
      return sealed ?? undefined
    },

    async keepMapping(id, sealedMapping) {
      await db
        .prepare('UPDATE batch_uploads SET sealed_mapping = ?2 WHERE id = ?1')
        .bind(id, sealedMapping)
        .run()
    },

    async forget(id) {
      await forget('id = ?1', id)
    },

    async forgetOld() {
      await forget('created_at <= ?1', now() - BATCH_ABANDONED_AFTER_SECONDS)
    },
  }
}
