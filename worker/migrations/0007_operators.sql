-- People who work for an issuer. Whoever was removed keeps the row: records name operators by their id.
CREATE TABLE operators (
  id TEXT PRIMARY KEY,
  issuer_slug TEXT NOT NULL REFERENCES issuers (slug),
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('proposer', 'approver', 'auditor', 'admin')),
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX operators_by_issuer ON operators (issuer_slug, created_at);

-- One-time links by which people become operators; only the hash of what the link holds.
CREATE TABLE invites (
  token_hash TEXT PRIMARY KEY,
  issuer_slug TEXT NOT NULL REFERENCES issuers (slug),
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('proposer', 'approver', 'auditor', 'admin')),
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE passkeys (
  credential_id TEXT PRIMARY KEY,
  operator_id TEXT NOT NULL REFERENCES operators (id),
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX passkeys_by_operator ON passkeys (operator_id);

-- What an authenticator was asked to sign. `flow` says for what: another flow cannot use it.
CREATE TABLE passkey_challenges (
  challenge_hash TEXT PRIMARY KEY,
  flow TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE operator_sessions (
  token_hash TEXT PRIMARY KEY,
  operator_id TEXT NOT NULL REFERENCES operators (id),
  started_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX operator_sessions_by_operator ON operator_sessions (operator_id);

ALTER TABLE api_keys ADD COLUMN name TEXT NOT NULL DEFAULT 'First key';
ALTER TABLE api_keys ADD COLUMN revoked_at INTEGER;
