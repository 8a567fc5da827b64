-- Who signs a list, second by second: whoever comes first. Everybody else serves what there is or waits for it.
CREATE TABLE status_list_signings (
  list_url TEXT NOT NULL REFERENCES status_lists (url),
  kind TEXT NOT NULL CHECK (kind IN ('bitstring', 'token')),
  claimed_at INTEGER NOT NULL,
  PRIMARY KEY (list_url, kind)
) STRICT, WITHOUT ROWID;
-- The second in which it was claimed.
ALTER TABLE signed_status_lists ADD COLUMN claimed_at INTEGER NOT NULL DEFAULT 0;
