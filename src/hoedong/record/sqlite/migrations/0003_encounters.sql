-- Derived: what documents report, and the encounters that they report together.
CREATE TABLE report(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES document,
  encounter INTEGER,
  body TEXT NOT NULL            -- ResolvedReport whose people are appearances
) STRICT;
CREATE INDEX report_document ON report(document);
CREATE INDEX report_encounter ON report(encounter);
CREATE TABLE report_person(
  report INTEGER NOT NULL REFERENCES report,
  appearance INTEGER NOT NULL REFERENCES appearance,
  PRIMARY KEY(report, appearance)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_person_appearance ON report_person(appearance);
CREATE TABLE report_block(
  block INTEGER NOT NULL,
  report INTEGER NOT NULL,
  PRIMARY KEY(block, report)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_block_report ON report_block(report);

-- `lo` and `hi` bound the days that the date can mean, '' where it is unknown.
CREATE TABLE encounter(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  status TEXT NOT NULL,
  mode TEXT NOT NULL,
  lo TEXT NOT NULL,
  hi TEXT NOT NULL,
  sources INTEGER NOT NULL,
  has_conflict INTEGER NOT NULL,
  confidence REAL NOT NULL,
  review TEXT NOT NULL,
  body TEXT NOT NULL            -- Encounter whose people are numbers of entities
) STRICT;
CREATE INDEX encounter_id ON encounter(id);
-- Holds all that a timeline asks for, so that what its pages pass over is never read.
CREATE INDEX encounter_lo ON encounter(lo, id, review, status, mode, hi);
CREATE TABLE participation(
  person INTEGER NOT NULL REFERENCES entity,
  lo TEXT NOT NULL,
  encounter INTEGER NOT NULL REFERENCES encounter,
  role TEXT NOT NULL,
  PRIMARY KEY(person, lo, encounter)
) STRICT, WITHOUT ROWID;
CREATE INDEX participation_encounter ON participation(encounter);

-- How often two people met: kept with the encounters, so that a network around a person is a walk over an index.
CREATE TABLE pair(
  person INTEGER NOT NULL,
  other INTEGER NOT NULL,
  encounters INTEGER NOT NULL,
  PRIMARY KEY(person, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX pair_most ON pair(person, encounters DESC, other);
CREATE INDEX pair_busiest ON pair(encounters DESC) WHERE person < other;

CREATE TABLE claim(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES document,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX claim_document ON claim(document);
CREATE TABLE claim_person(
  appearance INTEGER NOT NULL,
  claim INTEGER NOT NULL,
  PRIMARY KEY(appearance, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_person_claim ON claim_person(claim);
CREATE TABLE trip(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES document,
  appearance INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX trip_document ON trip(document);
CREATE INDEX trip_appearance ON trip(appearance);
CREATE TABLE quote(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES document,
  appearance INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX quote_document ON quote(document);
CREATE INDEX quote_appearance ON quote(appearance);

CREATE TABLE diagnostic(
  number INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX diagnostic_document ON diagnostic(document);
CREATE INDEX diagnostic_code ON diagnostic(code);
