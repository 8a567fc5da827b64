-- Sessions of whoever showed the administrator's key at the console. They end when the deployment gets another key.
CREATE TABLE administrator_sessions (
  token_hash TEXT PRIMARY KEY,
  key_hash TEXT NOT NULL,
  started_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
