"""Where the record is: named by the caller, by the environment, or in the user's data directory."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

VARIABLE = "HOEDONG_RECORD"


def record_location(named: str | Path | None = None) -> str:
    """The path of the record: what is named, else `HOEDONG_RECORD`, else the user's data directory."""
    chosen = named or os.environ.get(VARIABLE)
    if chosen:
        return str(Path(chosen).expanduser())
    return str(platformdirs.user_data_path("hoedong", appauthor=False) / "record.db")
