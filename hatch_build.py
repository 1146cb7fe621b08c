"""Puts the built web bundle into the packages; npm runs only where the bundle is missing."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MANIFEST = "src/hoedong/http/static/manifest.json"
MISSING = "The web bundle is missing and npm is not installed: run `make web` where Node 20 is, or install Node 20."


class WebBundle(BuildHookInterface[Any]):
    """Builds `web/` before a wheel or a source archive is packed; an editable install serves what `make web` made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - as hatchling calls it
        """Make sure that the bundle is there.

        Raises:
            RuntimeError: it is not and cannot be built here; the message says what to do.
        """
        root = Path(self.root)
        if version == "editable" or (root / MANIFEST).exists():
            return
        npm = shutil.which("npm")
        if npm is None:
            raise RuntimeError(MISSING)
        for command in (["ci"], ["run", "build"]):
            subprocess.run([npm, *command], cwd=root / "web", check=True)  # noqa: S603 - our own two commands
        if not (root / MANIFEST).exists():
            raise RuntimeError(f"`npm run build` left no {MANIFEST}: see outDir in web/vite.config.ts")
