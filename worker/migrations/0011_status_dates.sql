-- Changes of a status take effect at a moment of their own: what is yet to come is pending, and may be cancelled until then.
ALTER TABLE status_changes ADD COLUMN effective_at INTEGER NOT NULL DEFAULT 0;
UPDATE status_changes SET effective_at = changed_at;
ALTER TABLE status_changes ADD COLUMN reason_code TEXT NOT NULL DEFAULT 'other';
ALTER TABLE status_changes ADD COLUMN pending INTEGER NOT NULL DEFAULT 0 CHECK (pending IN (0, 1));
-- The suspension that this change ends.
ALTER TABLE status_changes ADD COLUMN ends_change INTEGER REFERENCES status_changes (id);
ALTER TABLE status_changes ADD COLUMN cancelled_at INTEGER;
ALTER TABLE status_changes ADD COLUMN cancelled_by TEXT;
DROP INDEX status_changes_by_credential;
CREATE INDEX status_changes_by_credential ON status_changes (credential_id, effective_at);
CREATE INDEX status_changes_pending ON status_changes (effective_at) WHERE pending = 1;

-- Counts decisions about the status: of two that were made from the same one, the second is refused.
ALTER TABLE credentials ADD COLUMN status_version INTEGER NOT NULL DEFAULT 0;

-- How many indices are given out, counted as they are: nobody counts a full list again for each credential.
ALTER TABLE status_lists ADD COLUMN used INTEGER NOT NULL DEFAULT 0;
UPDATE status_lists SET used = (SELECT count(*) FROM status_entries WHERE list_url = url);
CREATE TRIGGER status_entries_count AFTER INSERT ON status_entries
BEGIN UPDATE status_lists SET used = used + 1 WHERE url = NEW.list_url; END;

-- No signed form outlives the next change of what it holds. They are signed anew at the first question.
DELETE FROM signed_status_lists;
ALTER TABLE signed_status_lists ADD COLUMN until_at INTEGER NOT NULL DEFAULT 0;
