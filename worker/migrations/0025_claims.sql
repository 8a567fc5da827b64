-- One-time links by which holders fetch copies of a credential. Of what the link and the wallet hold only hashes; the order is sealed,
-- and dropped once it was claimed, is locked or out of time.
CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  credential_id TEXT NOT NULL REFERENCES credentials (id),
  issuer_slug TEXT NOT NULL REFERENCES issuers (slug),
  code_hash TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL DEFAULT 'offered'
    CHECK (state IN ('offered', 'redeemed', 'claimed', 'locked', 'expired')),
  asks_for_code INTEGER NOT NULL CHECK (asks_for_code IN (0, 1)),
  tries INTEGER NOT NULL DEFAULT 0,
  -- Whether the copies of earlier claims end with it.
  replaces INTEGER NOT NULL CHECK (replaces IN (0, 1)),
  sealed_order TEXT CHECK (sealed_order IS NOT NULL OR state NOT IN ('offered', 'redeemed')),
  token_hash TEXT UNIQUE,
  token_expires_at INTEGER,
  notification_hash TEXT UNIQUE,
  -- What the wallet told of the copies.
  outcome TEXT CHECK (outcome IN ('credential_accepted', 'credential_failure', 'credential_deleted')),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  claimed_at INTEGER
) STRICT;
CREATE INDEX claims_by_credential ON claims (credential_id, created_at);
CREATE INDEX claims_open ON claims (expires_at) WHERE sealed_order IS NOT NULL;

-- Nonces that were used, for as long as they would be good: the primary key is why none is used twice.
CREATE TABLE claim_nonces (
  nonce_hash TEXT PRIMARY KEY,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Keys of holders, hashed: no two copies of anything are bound to the same one.
CREATE TABLE holder_keys (
  key_hash TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Offers that a wallet fetches by reference, once and soon. Sealed: they hold the code.
CREATE TABLE claim_references (
  reference_hash TEXT PRIMARY KEY,
  sealed_offer TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A credential has a place of its own for each purpose (copy 0), and each of its copies others. Copies that were replaced are withdrawn.
ALTER TABLE status_entries ADD COLUMN copy INTEGER NOT NULL DEFAULT 0;
ALTER TABLE status_entries ADD COLUMN withdrawn_at INTEGER;
CREATE INDEX status_entries_withdrawn ON status_entries (list_url, list_index) WHERE withdrawn_at IS NOT NULL;

-- Whether the rows of a batch become claim links instead of credentials.
ALTER TABLE batches ADD COLUMN offers_claims INTEGER NOT NULL DEFAULT 0 CHECK (offers_claims IN (0, 1));
