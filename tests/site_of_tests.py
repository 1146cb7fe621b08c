"""The pages of the record of the tests: which there are, and how they are read."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path

import html5lib
from lxml import etree
from starlette.testclient import TestClient

from hoedong.workspace import Workspace
from invented_pages import NOW

XHTML = "{http://www.w3.org/1999/xhtml}"


def page_paths(record: Path) -> list[str]:
    """A path of every kind of page."""
    with Workspace(record, read_only=True, clock=lambda: NOW) as workspace:
        han, carter = workspace.person("채우림").id, workspace.person("대니얼 크로포드").id
        disputed = next(one.id for one in workspace.timeline() if one.disagreements)
        undated = next(one.id for one in workspace.timeline() if one.when is None)
        documents = [one.id for one in workspace.documents()]
        organisation = next(one.id for one in workspace.view.organisations() if one.name == "해솔그룹")
    return [
        "/", "/?status=planned", "/search", "/search?q=채우림", "/search?q=채우림 × 크로포드", "/search?q=세포 치료제",
        "/search?q=없는말", f"/person/{han}", f"/person/{carter}", f"/organisation/{organisation}",
        f"/pair/{han}/{carter}", f"/pair/{carter}/{han}", f"/brief/{han}", f"/brief/{han}/{carter}",
        f"/encounter/{disputed}", f"/encounter/{undated}", *(f"/article/{id_}" for id_ in documents),
        f"/network/{han}", f"/network/{han}?hops=1", "/timeline", f"/timeline?person={han}&since=2026", "/table",
        f"/table?person={han}&status=held&mode=in_person", "/map", "/map?until=2020", "/read", "/review",
        "/review?kind=same_person", "/review?kind=conflicting_value", "/review?kind=contradicted_claim",
        "/review?kind=overdue_plan", "/review?kind=low_confidence", "/review?kind=orphan",
        "/review/together?kind=low_confidence", "/review/together?kind=same_person&answer=same", "/judgements",
        "/documents", "/check",
    ]  # fmt: skip


def tree_of(html: str) -> etree._Element:
    """A page as a browser parses it; markup that a browser would have to mend is an error."""
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("lxml"), strict=True)
    return parser.parse(html).getroot()


_PARSED: dict[tuple[int, str], etree._Element] = {}


def page_of(browser: TestClient, path: str) -> etree._Element:
    """A page of a record that does not change, parsed; asked for once, and given as a copy."""
    key = (id(browser), path)
    if key not in _PARSED:
        _PARSED[key] = tree_of(browser.get(path).text)
    return deepcopy(_PARSED[key])


def elements(tree: etree._Element, name: str) -> Sequence[etree._Element]:
    """All elements of a name."""
    return tree.findall(f".//{XHTML}{name}")


def text_of(tree: etree._Element) -> str:
    """The words of the page's main part, blanks made one."""
    main = tree.find(f".//{XHTML}main")
    assert main is not None
    for script in elements(main, "script"):
        script.text = ""
    return " ".join("".join(main.itertext()).split())
