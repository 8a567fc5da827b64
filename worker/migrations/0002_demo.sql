-- Pages of the demo portal: what a candidate or a registrant handed in, sealed, credentials included.
CREATE TABLE demo_pages (
  kind TEXT NOT NULL CHECK (kind IN ('candidate', 'register_entry')),
  slug TEXT NOT NULL,
  position INTEGER NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (kind, slug)
) STRICT;
