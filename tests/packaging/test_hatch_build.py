"""The build hook: when the web bundle is left alone, when it is built, and what is said where it cannot be."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

HOOK = Path(__file__).parents[2] / "hatch_build.py"
NPM = """#!/bin/sh
echo "$@" >> ../calls
[ "$1" = run ] && [ -z "$LAZY" ] || exit 0
mkdir -p ../src/hoedong/http/static
echo '{}' > ../src/hoedong/http/static/manifest.json
"""


@pytest.fixture
def hook() -> ModuleType:
    """The hook as hatchling loads it."""
    spec = importlib.util.spec_from_file_location("hatch_build", HOOK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with `web/` and an npm that notes how it is called; nothing else is on the PATH but the shell."""
    (tmp_path / "web").mkdir()
    npm = tmp_path / "bin" / "npm"
    npm.parent.mkdir()
    npm.write_text(NPM, encoding="utf-8")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join([str(npm.parent), "/bin", "/usr/bin"]))
    return tmp_path


def build(hook: ModuleType, checkout: Path, version: str = "standard") -> list[str]:
    """Run the hook; the calls of npm."""
    config: dict[str, object] = {}
    hook.WebBundle(str(checkout), config, None, None, str(checkout), "wheel").initialize(version, {})
    calls = checkout / "calls"
    return calls.read_text(encoding="utf-8").splitlines() if calls.exists() else []


def test_a_missing_bundle_is_installed_and_built(hook: ModuleType, checkout: Path) -> None:
    """First the exact versions of the lock, then the build."""
    assert build(hook, checkout) == ["ci", "run build"]


def test_a_bundle_that_is_there_needs_no_npm(hook: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Installing from a source archive, which carries the bundle, needs no Node."""
    manifest = checkout / hook.MANIFEST
    manifest.parent.mkdir(parents=True)
    manifest.write_text("{}", encoding="utf-8")
    monkeypatch.setenv("PATH", "/nonexistent")
    assert build(hook, checkout) == []


def test_an_editable_install_builds_nothing(hook: ModuleType, checkout: Path) -> None:
    """Who works on the Python alone waits for no Node."""
    assert build(hook, checkout, "editable") == []


def test_without_npm_the_error_says_what_to_do(
    hook: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wheel is never built without the pages."""
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(RuntimeError, match="make web"):
        build(hook, checkout)


def test_a_build_that_went_elsewhere_is_an_error(
    hook: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An outDir that is wrong by one folder would make an empty wheel."""
    monkeypatch.setenv("LAZY", "yes")
    with pytest.raises(RuntimeError, match="outDir"):
        build(hook, checkout)
