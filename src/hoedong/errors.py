"""Exceptions for the caller or the installer; odd text is a `Diagnostic`, never an exception.

HoedongError
├ UsageError          UnknownLanguage, UnknownName, AmbiguousName, UnknownId, TooMuchToReplay
├ DataFileError       RuleFileError, LexiconError, CaseFileError, JudgementFileError, WatchFileError
├ SourceError         UndecodableSource, UnsupportedSource
│ └ FetchError        FetchRefused, FetchFailed
├ RecordError         RecordLocked, RecordTooNew, RecordStale, NotARecord
└ BackendNotInstalled
"""

from __future__ import annotations


class HoedongError(Exception):
    """The root of all exceptions that hoedong raises on purpose."""


class UsageError(HoedongError):
    """The caller asked for something that cannot be done."""


class UnknownLanguage(UsageError):
    """No language folder answers to this code."""


class UnknownName(UsageError):
    """Nobody of this name is on record."""


class AmbiguousName(UsageError):
    """A name that several have; the message lists them with their ids."""


class UnknownId(UsageError):
    """Nothing on record has this id."""


class TooMuchToReplay(UsageError):
    """The record is too large to be derived as of another day for someone who waits."""


class DataFileError(HoedongError):
    """A file of the language folder is wrong: one `file:line: what is wrong; what is allowed` a line of the message."""


class RuleFileError(DataFileError):
    """A rule file is wrong."""


class LexiconError(DataFileError):
    """A lexicon file is wrong."""


class CaseFileError(DataFileError):
    """A case table is wrong."""


class JudgementFileError(DataFileError):
    """A file of judgements is wrong."""


class WatchFileError(DataFileError):
    """A file of sources to watch is wrong."""


class SourceError(HoedongError):
    """A source cannot be read at all."""


class UndecodableSource(SourceError):
    """The bytes are not text in any encoding that is tried."""


class UnsupportedSource(SourceError):
    """The source is of a kind that is not read."""


class FetchError(SourceError):
    """A page of the web was not had; `code` is stable, such as `fetch.address`."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class FetchRefused(FetchError):
    """The page is not asked for, or not taken: an address, a size or a kind that is against the rules."""


class FetchFailed(FetchError):
    """The other side does not answer as it should.

    `is_temporary` says that asking again later may help; `retry_after` is when the server itself says so, in seconds.
    """

    def __init__(
        self, code: str, message: str, *, is_temporary: bool = False, retry_after: float | None = None
    ) -> None:
        super().__init__(code, message)
        self.is_temporary = is_temporary
        self.retry_after = retry_after


class RecordError(HoedongError):
    """The record cannot be used as it is."""


class RecordLocked(RecordError):
    """Another process has been writing to the record for longer than one waits."""


class RecordTooNew(RecordError):
    """A newer version of the program made the record."""


class RecordStale(RecordError):
    """The record was derived by rules that have changed since; it wants `hoedong rebuild`."""


class NotARecord(RecordError):
    """The file is something else, or it is damaged."""


class BackendNotInstalled(HoedongError):
    """A part that is installed on demand is missing; the message names the extra that brings it."""
