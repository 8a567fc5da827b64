-- A file between its upload and its check, while an operator says which of its columns is which. Sealed, and forgotten after an hour.
CREATE TABLE batch_uploads (
  id TEXT PRIMARY KEY,
  issuer_slug TEXT NOT NULL REFERENCES issuers (slug),
  kind TEXT NOT NULL,
  format TEXT NOT NULL,
  media_type TEXT NOT NULL,
  sealed_mapping TEXT,
  uploaded_by TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX batch_uploads_by_age ON batch_uploads (created_at);

CREATE TABLE batch_upload_parts (
  upload_id TEXT NOT NULL REFERENCES batch_uploads (id),
  part INTEGER NOT NULL,
  sealed_bytes TEXT NOT NULL,
  PRIMARY KEY (upload_id, part)
) STRICT, WITHOUT ROWID;
