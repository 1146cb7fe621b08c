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
    ticket: str | None = None,
) -> Judgement:
    """A judgement with the id that its content gives; the two sides of same and different are put in order.

    `ticket` is what the reviewer's browser calls it: sent once more with the same ticket, it has the same id again.
    """
    if right is not None and right < left:
        left, right = right, left
    content = (subject, verb, left, right, user, created, property, value, reason, retracts)
    parts = content if ticket is None else ("ticket", user, ticket)
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
    """The judgements of a file; a last line that a loss of power has cut off is passed over.

    Raises:
        JudgementFileError: with every mistake of the file, one `file:line: …` a line.
    """
    found, mistakes = [], []
    *lines, last = path.read_bytes().split(b"\n")  # at this break alone: others can stand inside a reason
    for number, line in enumerate([*lines, last] if _is_whole(last) else lines, 1):
        if not line.strip():
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


def _is_whole(line: bytes) -> bool:
    """Whether a last line has lost nothing but its break."""
    try:
        _judgement(json.loads(line))
    except (ValueError, KeyError, TypeError):
        return False
    return True


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
        torn = self._mend()
        with self.path.open("ab") as file:
            file.write(torn + text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())

    def _mend(self) -> bytes:
        """Cut off what is left of a torn last line; the break that a whole one has lost, to be written first."""
        content = self.path.read_bytes() if self.path.exists() else b""
        last = content[content.rfind(b"\n") + 1 :]
        if not last or _is_whole(last):
            return b"\n" if last else b""
        with self.path.open("r+b") as file:
            file.truncate(len(content) - len(last))
        return b""

    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements of the file; none where there is no file."""
        return read_judgements(self.path) if self.path.exists() else ()
