"""The rule language, of any language: rule files (TOML), lexicon files (TSV), and the trace of what fired."""
