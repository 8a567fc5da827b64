-- Pages of an issuer's credentials, newest first: the id breaks ties, as a batch issues thousands within a second.
DROP INDEX credentials_by_issuer;
CREATE INDEX credentials_by_issuer ON credentials (issuer_slug, issued_at, id);
CREATE INDEX credentials_by_kind ON credentials (issuer_slug, kind, issued_at, id);
-- Most are in force: those filter themselves out of the pages above.
CREATE INDEX credentials_by_state ON credentials (issuer_slug, state, issued_at, id) WHERE state <> 'active';
