"""Direct quotations and who said them."""

from __future__ import annotations

from dataclasses import dataclass

from hoedong.model.span import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside quotation marks, attributed to a person.

    `content` is the span inside the marks. `speaker` is the id of a `Person`, None when nobody could be named.
    `cue` is the span of the speech verb or the attribution, None in headlines. `encounter` is the id of the
    encounter report at which the words were said, where the article says so, else None.
    """

    content: Span
    speaker: str | None
    cue: Span | None
    rule: str
    encounter: str | None = None
