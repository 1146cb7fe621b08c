-- Derived: full text. Tokens are ours (morphemes; bigrams of syllables), so the tokenizer only splits at blanks.
-- They are stored beside the index, because an entry can only be taken out with the tokens that were put in.
CREATE TABLE search_text(
  document INTEGER PRIMARY KEY REFERENCES document,
  morphemes TEXT NOT NULL,
  bigrams TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5(
  morphemes, bigrams, content='search_text', content_rowid='document',
  tokenize="unicode61 remove_diacritics 0"
);
