-- Per issuer: whether what one operator or API key asks for waits for another operator. No row: it does not.
CREATE TABLE issuer_policies (
  issuer_slug TEXT PRIMARY KEY REFERENCES issuers (slug),
  four_eyes INTEGER NOT NULL CHECK (four_eyes IN (0, 1)),
  changed_at INTEGER NOT NULL
) STRICT;

-- What somebody asked for and somebody else decides on. The order is sealed, and forgotten once it is decided or out of time.
CREATE TABLE proposals (
  id TEXT PRIMARY KEY,
  issuer_slug TEXT NOT NULL REFERENCES issuers (slug),
  kind TEXT NOT NULL CHECK (kind IN ('issue', 'status', 'policy')),
  state TEXT NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'approved', 'refused', 'expired')),
  sealed_order TEXT CHECK (sealed_order IS NOT NULL OR state <> 'proposed'),
  proposed_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX proposals_by_issuer ON proposals (issuer_slug, created_at, id);
CREATE INDEX proposals_by_state ON proposals (issuer_slug, state, created_at, id);

-- The primary key is why nothing is decided twice.
CREATE TABLE proposal_decisions (
  proposal_id TEXT PRIMARY KEY REFERENCES proposals (id),
  state TEXT NOT NULL CHECK (state IN ('approved', 'refused')),
  decided_by TEXT NOT NULL,
  decided_at INTEGER NOT NULL,
  reason_code TEXT,
  sealed_note TEXT
) STRICT;

CREATE TRIGGER proposal_decisions_by_another BEFORE INSERT ON proposal_decisions
WHEN NEW.decided_by = (SELECT proposed_by FROM proposals WHERE id = NEW.proposal_id)
BEGIN SELECT RAISE(ABORT, 'Nobody decides on their own proposal'); END;

-- What took effect at once although four eyes are asked for; somebody else looks at it afterwards.
CREATE TABLE overrides (
  id TEXT PRIMARY KEY,
  issuer_slug TEXT NOT NULL REFERENCES issuers (slug),
  credential_id TEXT NOT NULL REFERENCES credentials (id),
  state TEXT NOT NULL,
  reason_code TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  reviewed_by TEXT CHECK (reviewed_by <> made_by),
  reviewed_at INTEGER
) STRICT;
CREATE INDEX overrides_by_issuer ON overrides (issuer_slug, made_at, id);

-- Not only API keys change a status any more.
ALTER TABLE status_changes RENAME COLUMN key_hash TO changed_by;
UPDATE status_changes SET changed_by = 'api_key:' || changed_by;
