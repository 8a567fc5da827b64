-- What was done in each issuer's name, chained by hashes: an entry that is changed, taken out or put in shows.
CREATE TABLE audit_entries (
  issuer_slug TEXT NOT NULL REFERENCES issuers (slug),
  number INTEGER NOT NULL CHECK (number > 0),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  target TEXT,
  detail TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (issuer_slug, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_entries_stay BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'The audit log is append-only'); END;
CREATE TRIGGER audit_entries_remain BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'The audit log is append-only'); END;
-- REPLACE deletes without asking triggers: a number that is taken must be refused before.
CREATE TRIGGER audit_entries_follow BEFORE INSERT ON audit_entries
WHEN EXISTS (
  SELECT 1 FROM audit_entries WHERE issuer_slug = NEW.issuer_slug AND number >= NEW.number
)
BEGIN SELECT RAISE(ABORT, 'The number of this audit entry is taken'); END;
