"""Examples in the description of the API: answers of the API itself on an invented record.

`scripts/make_api_examples.py` writes them.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


def example(name: str) -> Any:
    """The example of a name; an empty one where none has been written yet."""
    return _all().get(name, {})


@cache
def _all() -> dict[str, Any]:
    file = files("hoedong.http.api").joinpath("examples.json")
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return found
