"""Names and scripts of any language: Hangul, Hanja, Latin letters."""
