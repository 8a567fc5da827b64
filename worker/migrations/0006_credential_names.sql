-- The ids by which callers of the VC-API know credentials that they gave an id of their own; hashed, as an id may say who it is about.
CREATE TABLE credential_names (
  issuer_slug TEXT NOT NULL REFERENCES issuers (slug),
  name_hash TEXT NOT NULL,
  credential_id TEXT NOT NULL REFERENCES credentials (id),
  PRIMARY KEY (issuer_slug, name_hash, credential_id)
) STRICT, WITHOUT ROWID;
