"""Exceptions for the caller or the installer; odd text is a `Diagnostic`, never an exception.

HoedongError
├ UsageError          UnknownLanguage
├ DataFileError       RuleFileError, LexiconError, CaseFileError
├ SourceError         UndecodableSource, UnsupportedSource
└ BackendNotInstalled
"""

from __future__ import annotations


class HoedongError(Exception):
    """The root of all exceptions that hoedong raises on purpose."""


class UsageError(HoedongError):
    """The caller asked for something that cannot be done."""


class UnknownLanguage(UsageError):
    """No language folder answers to this code."""


class DataFileError(HoedongError):
    """A file of the language folder is wrong: one `file:line: what is wrong; what is allowed` a line of the message."""


class RuleFileError(DataFileError):
    """A rule file is wrong."""


class LexiconError(DataFileError):
    """A lexicon file is wrong."""


class CaseFileError(DataFileError):
    """A case table is wrong."""


class SourceError(HoedongError):
    """A source cannot be read at all."""


class UndecodableSource(SourceError):
    """The bytes are not text in any encoding that is tried."""


class UnsupportedSource(SourceError):
    """The source is of a kind that is not read."""


class BackendNotInstalled(HoedongError):
    """A part that is installed on demand is missing; the message names the extra that brings it."""
