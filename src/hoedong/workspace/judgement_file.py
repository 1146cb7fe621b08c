"""Judgements as JSON lines: the mirror beside the record, and what is exported and imported.

One judgement a line, keys in a fixed order, in order of moment and id: exporting, importing and exporting again gives
the same bytes. The mirror is forced to disk with every judgement, so that what people decided outlives the record.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from hoedong.errors import JudgementFileError
from hoedong.model.judgement import Judgement, JudgementSubject, JudgementVerb
from hoedong.record.ids import content_id
from hoedong.workspace.judgement_sense import require_sense

_REQUIRED = ("subject", "verb", "left", "user", "created")
_OPTIONAL = ("right", "property", "value", "reason", "retracts")


def new_judgement(  # noqa: PLR0913 - each is a field of a judgement
    subject: JudgementSubject,
    verb: JudgementVerb,
    left: str,
    *,
    user: str,
    created: str,
    right: str | None = None,
    property: str | None = None,  # noqa: A002 - the word of the model
    value: str | None = None,
    reason: str | None = None,
    retracts: str | None = None,
) -> Judgement:
    """A judgement with the id that its content gives; the two sides of same and different are put in order."""
    if right is not None and right < left:
        left, right = right, left
    parts = (subject, verb, left, right, user, created, property, value, reason, retracts)
    return Judgement(
        id=content_id("j", *("" if part is None else f"={part}" for part in parts)),
        subject=subject,
        verb=verb,
        left=left,
        right=right,
        user=user,
        created=created,
        property=property,
        value=value,
        reason=reason,
        retracts=retracts,
    )


def judgement_line(judgement: Judgement) -> str:
    """One judgement as one line of JSON, with its line break."""
    fields = {"id": judgement.id, **{name: getattr(judgement, name) for name in (*_REQUIRED, *_OPTIONAL)}}
    known = {name: value for name, value in fields.items() if value is not None}
    return json.dumps(known, ensure_ascii=False, separators=(",", ":")) + "\n"


def judgement_lines(judgements: Iterable[Judgement]) -> Iterator[str]:
    """All judgements as lines, in order of moment and id."""
    yield from map(judgement_line, sorted(judgements, key=lambda one: (one.created, one.id)))


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """The judgements of a file; a last line without its break was cut off by a loss of power and is passed over.

    Raises:
        JudgementFileError: with every mistake of the file, one `file:line: …` a line.
    """
    found, mistakes = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(keepends=True), 1):
        if not line.endswith("\n") or not line.strip():
            continue
        try:
            found.append(_judgement(json.loads(line)))
        except (ValueError, KeyError, TypeError) as error:
            mistakes.append(
                f"{path}:{number}: no judgement ({error}); a line is what `hoedong judgements export` writes"
            )
    if mistakes:
        raise JudgementFileError("\n".join(mistakes))
    return tuple(found)


def _judgement(fields: dict[str, str]) -> Judgement:
    unknown = set(fields) - {"id", *_REQUIRED, *_OPTIONAL}
    if unknown or not all(isinstance(value, str) for value in fields.values()):
        raise ValueError(f"unknown or empty fields: {', '.join(sorted(unknown)) or 'a value that is no text'}")
    judgement = Judgement(
        id=fields["id"],
        subject=JudgementSubject(fields["subject"]),
        verb=JudgementVerb(fields["verb"]),
        left=fields["left"],
        right=fields.get("right"),
        user=fields["user"],
        created=fields["created"],
        property=fields.get("property"),
        value=fields.get("value"),
        reason=fields.get("reason"),
        retracts=fields.get("retracts"),
    )
    require_sense(judgement.subject, judgement.verb, judgement.right, judgement.property, judgement.value)
    return judgement


class JudgementMirror:
    """The file beside a record that holds a copy of every judgement."""

    def __init__(self, record: str) -> None:
        self.path = Path(f"{record}.judgements.jsonl")

    def append(self, judgements: Iterable[Judgement]) -> None:
        """Write judgements behind those that are there, and force them to disk."""
        text = "".join(map(judgement_line, judgements))
        if not text:
            return
        with self.path.open("a+b") as file:
            file.write(self._mended(file.seek(0, os.SEEK_END)) + text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())

    def _mended(self, size: int) -> bytes:
        """A line break where the last line has lost its own."""
        if not size:
            return b""
        with self.path.open("rb") as file:
            file.seek(size - 1)
            return b"" if file.read(1) == b"\n" else b"\n"

    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements of the file; none where there is no file."""
        return read_judgements(self.path) if self.path.exists() else ()
