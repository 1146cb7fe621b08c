-- The ledger: what was read and what people decided. Rows are added, never changed; only a takedown blanks a text.
CREATE TABLE meta(
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- One version of one page. `key` is what makes two texts versions of one page (URL, given id or path), NULL for none.
-- `number` is the handle of derived rows and means nothing outside this file.
CREATE TABLE document(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  key TEXT,
  url TEXT,
  source TEXT,
  title TEXT,
  outlet TEXT,
  byline TEXT,
  lang TEXT NOT NULL,
  published TEXT,               -- ISO 8601 at its own precision
  added TEXT NOT NULL,          -- ISO 8601, UTC
  text TEXT NOT NULL
) STRICT;
CREATE INDEX document_key ON document(key) WHERE key IS NOT NULL;

-- The engine and the rules that made readings.
CREATE TABLE run(
  id TEXT PRIMARY KEY,
  engine TEXT NOT NULL,
  rules TEXT NOT NULL
) STRICT;

-- A reading of a document: JSON without the text, zlib. The latest of a document counts; earlier ones stay for `as of`.
CREATE TABLE reading(
  number INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document,
  run TEXT NOT NULL REFERENCES run,
  recorded TEXT NOT NULL,
  intake TEXT NOT NULL,         -- what it depends on beside the text, as JSON; empty where that is not known
  body BLOB NOT NULL
) STRICT;
CREATE INDEX reading_document ON reading(document, number);

-- A takedown: what stays of a document that had to go.
CREATE TABLE tombstone(
  document TEXT PRIMARY KEY,
  digest TEXT NOT NULL,         -- SHA-256 of the text, so that it is known again when it comes back
  reason TEXT NOT NULL,
  user TEXT NOT NULL,
  created TEXT NOT NULL
) STRICT;
CREATE INDEX tombstone_digest ON tombstone(digest);

CREATE TABLE judgement(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  subject TEXT NOT NULL,
  verb TEXT NOT NULL,
  "left" TEXT NOT NULL,
  "right" TEXT,
  user TEXT NOT NULL,
  created TEXT NOT NULL,
  body TEXT NOT NULL            -- the whole judgement as JSON
) STRICT;
CREATE TRIGGER judgement_no_update BEFORE UPDATE ON judgement BEGIN SELECT RAISE(ABORT, 'judgements are append-only'); END;
CREATE TRIGGER judgement_no_delete BEFORE DELETE ON judgement BEGIN SELECT RAISE(ABORT, 'judgements are append-only'); END;
