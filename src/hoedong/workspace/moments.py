"""The record as of another day is derived anew; of a large record that takes too long for someone who waits."""

from __future__ import annotations

from hoedong.errors import TooMuchToReplay
from hoedong.workspace.workspace import Workspace


def require_replayable(workspace: Workspace, most: int) -> None:
    """Refuse to derive a record of more than `most` documents as of another day.

    Raises:
        TooMuchToReplay: it holds more.
    """
    held = workspace.document_count()
    if held > most:
        raise TooMuchToReplay(
            f"the record holds {held:,} documents; as of another day it is derived anew, here of at most {most:,}; "
            "`hoedong … --as-of DATE` has no such limit"
        )
