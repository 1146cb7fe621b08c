"""Material → brief."""

from __future__ import annotations

from hoedong.export.brief.gaps import gaps
from hoedong.export.brief.material import Material
from hoedong.export.brief.meetings import history, last_and_next, topics
from hoedong.export.brief.page import Brief
from hoedong.export.brief.people import positions, trips
from hoedong.export.brief.sayings import claims, quotes
from hoedong.export.brief.sheet import Sheet
from hoedong.model.entity import PersonEntity
from hoedong.model.time import PartialDate

_SECTIONS = (last_and_next, history, topics, quotes, claims, positions, trips, gaps)


def brief_of(material: Material, lang: str = "ko") -> Brief:
    """Write what a person wants to read before a meeting with the subject, or of the subject with the counterpart.

    Sections with nothing to say are left out.

    Raises:
        UnknownLanguage: there are no words in that language.
    """
    sheet = Sheet(material, lang)
    sections = tuple(section for section in (write(sheet) for write in _SECTIONS) if section.lines)
    who = " × ".join(_both_scripts(side) for side in material.sides)
    as_of = sheet.words("as-of", date=sheet.words.date(PartialDate.of(material.today)))
    title = sheet.words("title", who=who)
    return Brief(lang, title, as_of, sections, sheet.words("section.footnotes"), sheet.notes.written())


def _both_scripts(person: PersonEntity) -> str:
    return f"{person.name} ({person.latin})" if person.latin and person.latin != person.name else person.name
