"""The package itself: what importing it costs, what it exports, what it ships."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import hoedong
from hoedong.errors import HoedongError

ROOT = Path(__file__).parent.parent.parent


def test_importing_is_light() -> None:
    """`import hoedong` loads neither the analyser nor the terminal libraries."""
    script = "import sys, hoedong; sys.exit(bool({'kiwipiepy', 'rich', 'click', 'lxml'} & set(sys.modules)))"

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_public_names_exist() -> None:
    """Everything in __all__ can be had."""
    assert all(hasattr(hoedong, name) for name in hoedong.__all__)


def test_one_version() -> None:
    """The package and its metadata tell the same version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["version"] == hoedong.__version__


def test_every_exception_has_one_root() -> None:
    """Every exception of hoedong.errors can be caught as HoedongError."""
    names = re.findall(r"^class (\w+)", (ROOT / "src/hoedong/errors.py").read_text(encoding="utf-8"), re.MULTILINE)

    assert all(issubclass(getattr(hoedong.errors, name), HoedongError) for name in names)


def test_the_lock_names_no_address() -> None:
    """The lock pins names, versions and hashes and says nothing of where to fetch them."""
    lock = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    lines = [line for line in lock.splitlines() if line and not line.startswith((" ", "#"))]

    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.+!-]+ \\", line)] == []
    assert "://" not in lock
