"""The steps of a reading as the page lists them: while they are taken, and what each has found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hoedong.http.pages.following import Tell
from hoedong.http.pages.messages import translations
from hoedong.model.document import BlockRole
from hoedong.model.reading import Reading
from hoedong.workspace.progress import Stage, Told

STEPS = ("text", "zones", "sentences", "people", "organisations", "encounters", "trips", "statements")
"""All steps, in the order of the list on the page."""

_STEP_OF: Mapping[Stage, str] = {
    Stage.DECODED: "text",
    Stage.BLOCKS: "zones",
    Stage.SENTENCES: "sentences",
    Stage.PEOPLE: "people",
    Stage.ENCOUNTERS: "encounters",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the reading and what it found."""

    name: str
    counts: tuple[tuple[str, int], ...]


def steps_of(reading: Reading) -> tuple[Step, ...]:
    """What each step of a reading that is done has found."""
    roles = [block.role for block in reading.document.blocks]
    return (
        Step("text", (("characters", len(reading.document.text)),)),
        Step("zones", tuple((str(role), roles.count(role)) for role in BlockRole if role in roles)),
        Step("people", (("people", len(reading.people)),)),
        Step("organisations", (("organisations", len(reading.organisations)),)),
        Step("encounters", (("encounters", len(reading.encounters)),)),
        Step("trips", (("trips", len(reading.trips)),)),
        Step("statements", (("quotes", len(reading.quotes)), ("claims", len(reading.claims)))),
    )


def steps_told(lang: str, tell: Tell) -> Told:
    """Tells the steps of a reading as events: how many are done, and how far the one is that was told of."""

    def told(stage: Stage, done: int, of: int) -> None:
        at = STEPS.index(_STEP_OF[stage])
        is_done = done == of
        data = {"step": at + is_done, "of": at, "text": _words(stage, done, of, lang)}
        tell(("step", data))

    return told


def _words(stage: Stage, done: int, of: int, lang: str) -> str:
    words = translations(lang)
    match stage:
        case Stage.DECODED:
            return words.ngettext("%(num)d character", "%(num)d characters", of) % {"num": of}
        case Stage.SENTENCES:
            return f"{done} / {of}"
        case _:
            return str(of)
