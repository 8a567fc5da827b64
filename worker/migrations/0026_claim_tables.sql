-- Whether the rows of a table that waits for its columns shall become claim links.
ALTER TABLE batch_uploads ADD COLUMN offers_claims INTEGER NOT NULL DEFAULT 0 CHECK (offers_claims IN (0, 1));
