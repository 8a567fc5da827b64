-- Outside issuers sign with keys of other kinds than Ed25519, too: a whole JWK instead of one coordinate.
ALTER TABLE listed_keys RENAME COLUMN public_x TO public_jwk;
UPDATE listed_keys SET public_jwk = json_object('kty', 'OKP', 'crv', 'Ed25519', 'x', public_jwk);
