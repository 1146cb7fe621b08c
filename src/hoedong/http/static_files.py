"""Scripts, styles and fonts: files whose name changes with their content are kept by browsers for good."""

from __future__ import annotations

import re
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from hoedong.http.security.headers import FOREVER

FOLDER = Path(__file__).parent / "static"
_HASHED = re.compile(r"-[A-Za-z0-9_-]{8}\.[a-z0-9]+$")
"""As Vite names what it builds: main-C1x_9fQz.js."""


class Assets(StaticFiles):
    """The folder that Vite builds; an empty one where it has not been built."""

    def __init__(self, folder: Path = FOLDER) -> None:
        super().__init__(directory=folder, check_dir=False)

    async def check_config(self) -> None:
        """Nothing to check: without the folder each file is missing, and the pages say what they say without it."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """One file; what a manifest of the build says is of no use to a browser."""
        response = await super().get_response(path, scope)
        if _HASHED.search(path) and response.status_code in (200, 304):
            response.headers["Cache-Control"] = FOREVER
        return response
