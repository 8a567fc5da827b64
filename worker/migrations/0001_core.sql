-- Who issues. One row per organisation that this deployment hosts.
CREATE TABLE issuers (
  slug TEXT PRIMARY KEY,
  did TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  url TEXT,
  is_trust_anchor INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;

-- Keys made and sealed here. `owner` is a DID: an issuer's, the status service's or the registry's.
CREATE TABLE signing_keys (
  kid TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  public_x TEXT NOT NULL,
  sealed_private_key TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
-- One key per owner for now: two requests that both make the first key cannot both win.
CREATE UNIQUE INDEX signing_keys_owner ON signing_keys (owner);

CREATE TABLE api_keys (
  key_hash TEXT PRIMARY KEY,
  issuer_slug TEXT NOT NULL REFERENCES issuers (slug),
  scopes TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- What was issued. Never a claim: the credential itself leaves with the answer.
CREATE TABLE credentials (
  id TEXT PRIMARY KEY,
  issuer_slug TEXT NOT NULL REFERENCES issuers (slug),
  kind TEXT NOT NULL,
  format TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'active',
  issued_at INTEGER NOT NULL
) STRICT;
CREATE INDEX credentials_by_issuer ON credentials (issuer_slug, issued_at);

CREATE TABLE status_lists (
  url TEXT PRIMARY KEY,
  issuer_slug TEXT NOT NULL REFERENCES issuers (slug),
  purpose TEXT NOT NULL,
  number INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 0,
  signed_revision INTEGER NOT NULL DEFAULT -1,
  signed_at INTEGER NOT NULL DEFAULT 0,
  signed_text TEXT NOT NULL DEFAULT '',
  UNIQUE (issuer_slug, purpose, number)
) STRICT;

-- One row per index that was given out. The primary key is why none is ever given twice.
CREATE TABLE status_entries (
  list_url TEXT NOT NULL REFERENCES status_lists (url),
  list_index INTEGER NOT NULL,
  credential_id TEXT NOT NULL REFERENCES credentials (id),
  purpose TEXT NOT NULL,
  is_set INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (list_url, list_index)
) STRICT, WITHOUT ROWID;
CREATE INDEX status_entries_by_credential ON status_entries (credential_id);
CREATE INDEX status_entries_set ON status_entries (list_url, list_index) WHERE is_set = 1;

-- Who changed which status, when and why. Append-only.
CREATE TABLE status_changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  credential_id TEXT NOT NULL REFERENCES credentials (id),
  state TEXT NOT NULL,
  sealed_reason TEXT NOT NULL,
  key_hash TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

-- An issuer's word, signed, that the status service may sign its lists.
CREATE TABLE status_delegations (
  issuer_slug TEXT PRIMARY KEY REFERENCES issuers (slug),
  text TEXT NOT NULL,
  valid_until INTEGER NOT NULL
) STRICT;

-- Accreditations given by hosted organisations, as they stand on the trust list.
CREATE TABLE accreditations (
  id TEXT PRIMARY KEY REFERENCES credentials (id),
  accreditor_slug TEXT NOT NULL REFERENCES issuers (slug),
  subject_did TEXT NOT NULL,
  subject_name TEXT NOT NULL,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- Keys of accredited organisations that are hosted elsewhere, as resolved when they were accredited.
CREATE TABLE listed_keys (
  did TEXT NOT NULL,
  kid TEXT NOT NULL,
  public_x TEXT NOT NULL,
  PRIMARY KEY (did, kid)
) STRICT;

CREATE TABLE trust_list (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  sequence INTEGER NOT NULL,
  signed_sequence INTEGER NOT NULL,
  signed_at INTEGER NOT NULL,
  signed_text TEXT NOT NULL
) STRICT;
INSERT INTO trust_list VALUES (1, 1, 0, 0, '');

-- Answers to requests that carried an Idempotency-Key, sealed, for 24 hours.
CREATE TABLE idempotent_answers (
  scope_hash TEXT PRIMARY KEY,
  request_hash TEXT NOT NULL,
  sealed_answer TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX idempotent_answers_age ON idempotent_answers (created_at);
