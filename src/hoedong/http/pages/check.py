"""How the record is: its size, what was not understood, what lost what it was about."""

from __future__ import annotations

from hoedong.http.pages.view import View
from hoedong.http.pages.visit import Visit
from hoedong.model.answer import Check
from hoedong.workspace import Workspace


def find_check(workspace: Workspace, visit: Visit) -> Check:
    """The state of the record."""
    del visit
    return workspace.check()


VIEW = View("check", "/check", find_check)
