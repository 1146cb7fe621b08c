"""Appearances of people in one line: "홍가람|누리전자|회장|2020"."""

from __future__ import annotations

import hashlib

from hoedong.model.appearance import Appearance, Post
from hoedong.model.person import PositionStatus
from hoedong.model.time import PartialDate


def appearance(line: str, document: str = "d1") -> Appearance:
    """The appearance that a line states: name, organisation, title, year; empty where nothing is stated."""
    name, organisation, title, year = (cell.strip() or None for cell in (line + "|||").split("|")[:4])
    former = title is not None and title.startswith("former ")
    title = title.removeprefix("former ") if title else None
    status = PositionStatus.FORMER if former else PositionStatus.CURRENT
    return Appearance(
        id=hashlib.sha256(f"{document} {line}".encode()).hexdigest()[:12],
        document=document,
        name=name or "",
        latin=name if name and name.isascii() else None,
        posts=(Post(organisation, title, status),) if organisation or title else (),
        published=PartialDate(int(year)) if year else None,
    )
