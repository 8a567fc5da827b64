-- What a list publishes follows from the states of its credentials: no value is kept beside the index any more.
DROP INDEX status_entries_set;
ALTER TABLE status_entries DROP COLUMN is_set;
CREATE INDEX credentials_not_active ON credentials (issuer_slug, id) WHERE state <> 'active';
-- Lists of the past are made from it.
CREATE INDEX status_changes_by_credential ON status_changes (credential_id, changed_at);

-- Since when a list speaks: there is no answer for a moment before.
ALTER TABLE status_lists ADD COLUMN opened_at INTEGER NOT NULL DEFAULT 0;
UPDATE status_lists SET opened_at = coalesce(
  (SELECT min(issued_at) FROM credentials WHERE id IN
    (SELECT credential_id FROM status_entries WHERE list_url = status_lists.url)),
  CAST(strftime('%s', 'now') AS INTEGER));

-- The newest signed form of each list, one of each kind; they are signed anew at the first question.
ALTER TABLE status_lists DROP COLUMN signed_revision;
ALTER TABLE status_lists DROP COLUMN signed_at;
ALTER TABLE status_lists DROP COLUMN signed_text;
CREATE TABLE signed_status_lists (
  list_url TEXT NOT NULL REFERENCES status_lists (url),
  kind TEXT NOT NULL CHECK (kind IN ('bitstring', 'token')),
  revision INTEGER NOT NULL,
  signed_at INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (list_url, kind)
) STRICT, WITHOUT ROWID;
