-- What waits for the signature of an issuer that keeps its keys to itself: sealed, and gone once it is signed. Nothing of it is issued yet.
CREATE TABLE signing_requests (
  id TEXT PRIMARY KEY,
  issuer_slug TEXT NOT NULL REFERENCES issuers (slug),
  kind TEXT NOT NULL,
  kid TEXT NOT NULL,
  sealed_draft TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX signing_requests_by_issuer ON signing_requests (issuer_slug, created_at, id);
