-- More states of a batch, why one was refused, and what was found that forbids nothing. A CHECK cannot be altered, so the table is made
-- anew, under its own name: only parents that come back by INSERT are counted as there again.
PRAGMA defer_foreign_keys = on;
CREATE TABLE batches_kept AS SELECT * FROM batches;
DROP TABLE batches;
CREATE TABLE batches (
  id TEXT PRIMARY KEY,
  issuer_slug TEXT NOT NULL REFERENCES issuers (slug),
  kind TEXT NOT NULL,
  format TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('receiving', 'invalid', 'ready', 'proposed', 'running', 'awaiting_signature', 'done', 'refused', 'cancelled',
      'stopped')),
  row_count INTEGER NOT NULL DEFAULT 0,
  bad_count INTEGER NOT NULL DEFAULT 0,
  warned_count INTEGER NOT NULL DEFAULT 0,
  signed_count INTEGER NOT NULL DEFAULT 0,
  uploaded_by TEXT NOT NULL,
  started_by TEXT,
  ended_by TEXT,
  reason_code TEXT,
  sealed_note TEXT,
  created_at INTEGER NOT NULL,
  started_at INTEGER,
  finished_at INTEGER
) STRICT;
INSERT INTO batches (id, issuer_slug, kind, format, state, row_count, bad_count, signed_count, uploaded_by, started_by, created_at,
    started_at, finished_at)
  SELECT id, issuer_slug, kind, format, state, row_count, bad_count, signed_count, uploaded_by, started_by, created_at, started_at,
    finished_at FROM batches_kept;
DROP TABLE batches_kept;
CREATE INDEX batches_by_issuer ON batches (issuer_slug, created_at, id);
CREATE INDEX batches_running ON batches (id) WHERE state = 'running';

-- What lines say that were found before or belong to a notice: columns and words, never what was written.
CREATE TABLE batch_warnings (
  batch_id TEXT NOT NULL REFERENCES batches (id),
  line INTEGER NOT NULL,
  faults TEXT NOT NULL,
  PRIMARY KEY (batch_id, line)
) STRICT;

-- What rows were about, as digests under a key of the deployment. They stay when the batch is forgotten.
ALTER TABLE batch_rows ADD COLUMN content_digest TEXT;
CREATE TABLE batch_contents (
  issuer_slug TEXT NOT NULL REFERENCES issuers (slug),
  content_digest TEXT NOT NULL,
  batch_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  PRIMARY KEY (issuer_slug, content_digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_contents_by_batch ON batch_contents (batch_id, line);
CREATE INDEX batch_keys_by_batch ON batch_keys (batch_id, line);

-- Credentials of a batch that wait for the signature of an issuer that keeps its keys to itself. Sealed; nothing of them is issued yet.
CREATE TABLE batch_drafts (
  batch_id TEXT NOT NULL REFERENCES batches (id),
  line INTEGER NOT NULL,
  credential_id TEXT NOT NULL UNIQUE,
  kid TEXT NOT NULL,
  sealed_draft TEXT NOT NULL,
  PRIMARY KEY (batch_id, line)
) STRICT;
