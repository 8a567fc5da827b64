-- Several keys of one owner, one after the other, and keys that an issuer keeps to itself (no sealed private key).
CREATE TABLE keys_of_owners (
  kid TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  -- The first of an owner is 1: two requests that both make the first key cannot both win.
  number INTEGER NOT NULL,
  public_x TEXT NOT NULL,
  sealed_private_key TEXT,
  state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'retired', 'compromised')),
  created_at INTEGER NOT NULL,
  retired_at INTEGER,
  compromised_since INTEGER,
  sealed_reason TEXT,
  UNIQUE (owner, number),
  CONSTRAINT retired_at_a_time CHECK (state <> 'retired' OR retired_at IS NOT NULL),
  CHECK ((state = 'compromised') = (compromised_since IS NOT NULL))
) STRICT;
INSERT INTO keys_of_owners (kid, owner, number, public_x, sealed_private_key, created_at)
  SELECT kid, owner, 1, public_x, sealed_private_key, created_at FROM signing_keys;
DROP TABLE signing_keys;
ALTER TABLE keys_of_owners RENAME TO signing_keys;

-- By which key a credential was signed: what has to be issued anew where the key is lost. Unknown of what was issued before.
ALTER TABLE credentials ADD COLUMN signing_kid TEXT;
CREATE INDEX credentials_by_key ON credentials (signing_kid, id) WHERE signing_kid IS NOT NULL;
