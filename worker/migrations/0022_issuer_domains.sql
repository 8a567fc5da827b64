-- The domain that an issuer has proved to be its own, by the word of both, and until when that is believed.
CREATE TABLE issuer_domains (
  issuer_slug TEXT PRIMARY KEY REFERENCES issuers (slug),
  host TEXT NOT NULL,
  checked_at INTEGER NOT NULL,
  valid_until INTEGER NOT NULL
) STRICT;
