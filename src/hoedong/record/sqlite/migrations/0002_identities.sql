-- Derived from the ledger: who is who. Everything from here on can be emptied and built again.

-- Which documents count: the latest version of each page. `copies` is the id of the group of documents that copy one
-- another, `superseded_by` the next version, `published` the day that the latest reading gives.
CREATE TABLE document_state(
  document INTEGER PRIMARY KEY REFERENCES document,
  superseded_by TEXT,
  published TEXT,
  copies TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX document_state_copies ON document_state(copies);

CREATE TABLE document_relation(
  source INTEGER NOT NULL REFERENCES document,
  target INTEGER NOT NULL REFERENCES document,
  kind TEXT NOT NULL,
  PRIMARY KEY(source, target, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_relation_target ON document_relation(target);

-- Documents that correct or retract others, kept to be linked whenever what they correct arrives.
CREATE TABLE correction_notice(
  document INTEGER PRIMARY KEY REFERENCES document,
  outlet TEXT NOT NULL,
  published TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX correction_notice_outlet ON correction_notice(outlet, published);
CREATE INDEX document_outlet ON document(outlet, published);

CREATE TABLE copy_signature(
  document INTEGER PRIMARY KEY REFERENCES document,
  signature BLOB NOT NULL
) STRICT;
CREATE TABLE copy_band(
  band INTEGER NOT NULL,
  document INTEGER NOT NULL,
  PRIMARY KEY(band, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_band_document ON copy_band(document);

-- kind: 1 people, 2 organisations.
-- `earliest` is the smallest (day, id) of its appearances, which names its entity.
CREATE TABLE profile(
  number INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  key TEXT NOT NULL,
  body TEXT NOT NULL,
  entity INTEGER,
  documents INTEGER NOT NULL DEFAULT 0,
  first TEXT,
  last TEXT,
  earliest TEXT,
  UNIQUE(kind, key)
) STRICT;
CREATE INDEX profile_entity ON profile(entity);
CREATE TABLE profile_block(
  block INTEGER NOT NULL,
  profile INTEGER NOT NULL,
  PRIMARY KEY(block, profile)
) STRICT, WITHOUT ROWID;
CREATE INDEX profile_block_profile ON profile_block(profile);
CREATE TABLE profile_name(
  name INTEGER NOT NULL,        -- hash of a key by which the name can be looked up
  profile INTEGER NOT NULL,
  PRIMARY KEY(name, profile)
) STRICT, WITHOUT ROWID;
CREATE INDEX profile_name_profile ON profile_name(profile);

CREATE TABLE appearance(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES document,
  profile INTEGER NOT NULL REFERENCES profile,
  published TEXT,               -- as the latest reading has it
  body TEXT NOT NULL
) STRICT;
CREATE INDEX appearance_document ON appearance(document);
CREATE INDEX appearance_profile ON appearance(profile);

CREATE TABLE entity(
  number INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  latin TEXT,
  documents INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX entity_id ON entity(id);
