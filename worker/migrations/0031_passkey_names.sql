-- Passkeys that one operator tells apart, and when each was last used.
ALTER TABLE passkeys ADD COLUMN name TEXT NOT NULL DEFAULT 'First passkey';
ALTER TABLE passkeys ADD COLUMN last_used_at INTEGER;
