-- An entry gets its number from the database, in the transaction of what it tells of, and its hashes soon after: nobody waits for anybody's.
CREATE INDEX audit_entries_unsealed ON audit_entries (issuer_slug, number) WHERE hash = '';

-- Sealing writes the two hashes, once, and nothing else.
DROP TRIGGER audit_entries_stay;
CREATE TRIGGER audit_entries_stay BEFORE UPDATE ON audit_entries
WHEN NOT (
  OLD.hash = '' AND OLD.previous_hash = '' AND NEW.hash <> '' AND NEW.previous_hash <> ''
  AND NEW.issuer_slug = OLD.issuer_slug AND NEW.number = OLD.number AND NEW.at = OLD.at
  AND NEW.actor = OLD.actor AND NEW.action = OLD.action AND NEW.target IS OLD.target
  AND NEW.detail = OLD.detail
)
BEGIN SELECT RAISE(ABORT, 'The audit log is append-only'); END;
