-- When a key was last used, to the minute: whoever finds a key that nobody uses revokes it.
ALTER TABLE api_keys ADD COLUMN last_used_at INTEGER;
