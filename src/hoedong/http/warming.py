"""What a server gets ready before anybody asks for it: the analyser, the templates, the queue of questions.

All of it comes by itself with the first request that needs it; that one would wait for some seconds, and while the
analyser is loaded everybody would: it keeps the interpreter to itself. At the start hardly anybody is there yet.
"""

from __future__ import annotations

import logging
from threading import Thread

from hoedong.errors import HoedongError
from hoedong.http.pages.rendering import prepare_templates
from hoedong.http.pages.visit import Visit
from hoedong.http.pages.waiting import waiting_queue
from hoedong.http.workspaces import Workspaces

SEARCHED = "만남"
"""Any word: analysing it loads the analyser."""

_LOG = logging.getLogger("hoedong.http")


def start_warming(workspaces: Workspaces) -> Thread:
    """Begin in the background; the server answers meanwhile."""
    thread = Thread(target=_warm_up, args=(workspaces,), name="warming", daemon=True)
    thread.start()
    return thread


def _warm_up(workspaces: Workspaces) -> None:
    try:
        with workspaces.reading() as workspace:
            workspace.search(SEARCHED, 1)  # first: while the analyser is loaded nothing else runs
        prepare_templates()
        with workspaces.reading() as workspace:
            waiting_queue(workspace, Visit())
    except HoedongError as error:  # whoever asks for it is told; here nobody is waiting
        _LOG.warning("not everything is ready at once: %s", error)
