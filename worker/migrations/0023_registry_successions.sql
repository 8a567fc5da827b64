-- The word of each registry key for the one that followed it: verifiers whose pin holds an older key come to the newest by them.
CREATE TABLE registry_successions (
  number INTEGER PRIMARY KEY,
  statement TEXT NOT NULL
) STRICT;
