-- What a key signed, in the order of issuing: new rows stand together, however many there are.
DROP INDEX credentials_by_key;
CREATE INDEX credentials_by_key ON credentials (signing_kid, issued_at, id) WHERE signing_kid IS NOT NULL;
