-- One table of orders that was uploaded. Counts and states only: what the orders say is sealed, row by row.
CREATE TABLE batches (
  id TEXT PRIMARY KEY,
  issuer_slug TEXT NOT NULL REFERENCES issuers (slug),
  kind TEXT NOT NULL,
  format TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('receiving', 'invalid', 'ready', 'proposed', 'running', 'done')),
  row_count INTEGER NOT NULL DEFAULT 0,
  bad_count INTEGER NOT NULL DEFAULT 0,
  signed_count INTEGER NOT NULL DEFAULT 0,
  uploaded_by TEXT NOT NULL,
  started_by TEXT,
  created_at INTEGER NOT NULL,
  started_at INTEGER,
  finished_at INTEGER
) STRICT;
CREATE INDEX batches_by_issuer ON batches (issuer_slug, created_at, id);
CREATE INDEX batches_running ON batches (id) WHERE state = 'running';

-- What is still to be signed. A row leaves in the transaction that brings its result.
CREATE TABLE batch_rows (
  batch_id TEXT NOT NULL REFERENCES batches (id),
  line INTEGER NOT NULL,
  sealed_order TEXT NOT NULL,
  key_hash TEXT,
  PRIMARY KEY (batch_id, line)
) STRICT;

-- What was signed, sealed. The primary key is why no row is ever signed twice.
CREATE TABLE batch_results (
  batch_id TEXT NOT NULL REFERENCES batches (id),
  line INTEGER NOT NULL,
  credential_id TEXT NOT NULL REFERENCES credentials (id),
  sealed_credential TEXT NOT NULL,
  PRIMARY KEY (batch_id, line)
) STRICT;

-- Why lines cannot be signed: columns and what was expected there, never what was written.
CREATE TABLE batch_errors (
  batch_id TEXT NOT NULL REFERENCES batches (id),
  line INTEGER NOT NULL,
  faults TEXT NOT NULL,
  PRIMARY KEY (batch_id, line)
) STRICT;

-- Keys that issuers gave their rows, hashed. They stay when the batch is forgotten: a file sent again next year is noticed.
CREATE TABLE batch_keys (
  issuer_slug TEXT NOT NULL REFERENCES issuers (slug),
  key_hash TEXT NOT NULL,
  batch_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  PRIMARY KEY (issuer_slug, key_hash)
) STRICT, WITHOUT ROWID;
