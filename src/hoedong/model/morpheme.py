"""Morphemes (형태소) with Sejong tags."""

from __future__ import annotations

from typing import NamedTuple

from hoedong.model.span import Span


class Morpheme(NamedTuple):
    """One morpheme of a sentence; a tuple, because a reading makes them by the thousand.

    `tag` is a Sejong tag as the analyser gives it, regularity suffix removed (`VV-I` is `VV`); see `TAG_GLOSSES`.
    `form` is the dictionary form without 다 for predicates (만나, 예방하), else the surface form. Spans of two
    morphemes may share a character (만났 = 만나 + 았), so never rebuild text from morphemes.
    """

    form: str
    tag: str
    span: Span


TAG_GLOSSES = {
    "NNG": "common noun",
    "NNP": "proper noun",
    "NNB": "bound noun",
    "NR": "numeral",
    "NP": "pronoun",
    "VV": "verb",
    "VA": "adjective",
    "VX": "auxiliary predicate",
    "VCP": "positive copula (이다)",
    "VCN": "negative copula (아니다)",
    "MM": "determiner",
    "MAG": "adverb",
    "MAJ": "conjunctive adverb",
    "IC": "interjection",
    "JKS": "nominative particle",
    "JKC": "complement particle",
    "JKG": "genitive particle",
    "JKO": "accusative particle",
    "JKB": "adverbial particle",
    "JKV": "vocative particle",
    "JKQ": "quotative particle",
    "JX": "auxiliary particle (은/는, 도, 만)",
    "JC": "conjunctive particle",
    "EP": "pre-final ending",
    "EF": "final ending",
    "EC": "connective ending",
    "ETN": "nominalising ending",
    "ETM": "adnominal ending",
    "XPN": "noun prefix",
    "XSN": "noun suffix",
    "XSV": "verb suffix",
    "XSA": "adjective suffix",
    "XSM": "adverb suffix",
    "XR": "root",
    "SF": "sentence end mark",
    "SP": "separator",
    "SS": "quotation mark or bracket",
    "SSO": "opening quotation mark or bracket",
    "SSC": "closing quotation mark or bracket",
    "SE": "ellipsis",
    "SO": "hyphen, tilde",
    "SW": "other symbol",
    "SB": "list bullet",
    "SL": "Latin letters",
    "SH": "Hanja",
    "SN": "number",
}
"""Every Sejong tag that rules may name, with its gloss."""
