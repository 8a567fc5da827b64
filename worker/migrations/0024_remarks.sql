-- What accreditors say of issuers besides accrediting them: that they closed, that some of their awards are in doubt. Whether a
-- remark still stands is the state of its row in credentials.
CREATE TABLE remarks (
  id TEXT PRIMARY KEY REFERENCES credentials (id),
  kind TEXT NOT NULL CHECK (kind IN ('succession', 'taint')),
  subject_did TEXT NOT NULL,
  closed_at INTEGER,
  keeper_did TEXT,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CHECK ((kind = 'succession') = (closed_at IS NOT NULL))
) STRICT;
CREATE INDEX remarks_by_subject ON remarks (subject_did, kind);
