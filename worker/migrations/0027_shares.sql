-- What holders share: what they allow, and who looked. `control_hash` is SHA-256 of a token that only the holder has.
CREATE TABLE shares (
  id TEXT PRIMARY KEY,
  control_hash TEXT NOT NULL,
  pin_proof_hash TEXT,
  asks_purpose INTEGER NOT NULL CHECK (asks_purpose IN (0, 1)),
  asks_organisation INTEGER NOT NULL CHECK (asks_organisation IN (0, 1)),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  max_looks INTEGER NOT NULL,
  looks INTEGER NOT NULL DEFAULT 0 CHECK (looks <= max_looks),
  wrong_pins INTEGER NOT NULL DEFAULT 0,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX shares_by_end ON shares (expires_at);

-- Ciphertext whose key we never see. It goes as soon as a share is over.
CREATE TABLE share_contents (
  share_id TEXT PRIMARY KEY REFERENCES shares (id) ON DELETE CASCADE,
  ciphertext TEXT NOT NULL
) STRICT;

-- One row for each look. What whoever looked says about the organisation is sealed.
CREATE TABLE share_looks (
  share_id TEXT NOT NULL REFERENCES shares (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  looked_at INTEGER NOT NULL,
  purpose TEXT,
  sealed_organisation TEXT,
  country TEXT,
  PRIMARY KEY (share_id, number)
) STRICT, WITHOUT ROWID;
