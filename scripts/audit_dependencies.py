"""Whether anything that the project depends on is known to be unsafe, and whether both locks hold what they should.

First the locks themselves, which needs no network: every package of requirements-dev.lock and web/package-lock.json
stands there with one version and a hash, comes from a registry, and runs nothing when it is installed. Then the
advisories that the index of each side knows, by pip-audit and npm. An index that knows none (a mirror seldom does) is
told, and is no finding: the audit counts where it can be had. Exit code 1 after any finding.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PYTHON_LOCK = ROOT / "requirements-dev.lock"
NODE_LOCK = ROOT / "web" / "package-lock.json"

_PINNED = re.compile(r"[A-Za-z0-9._-]+(?:\[[a-z,]+\])?==\S+(?: ; .*)?")
_HASH = "--hash=sha256:"


def main() -> int:
    """Check the locks, ask for advisories, print what was found."""
    findings = [
        *unsound_python(PYTHON_LOCK.read_text(encoding="utf-8")),
        *unsound_node(json.loads(NODE_LOCK.read_text(encoding="utf-8"))),
        *_python_advisories(),
        *_node_advisories(),
    ]
    for finding in findings:
        print(finding)
    print(f"{len(findings)} findings" if findings else "nothing found")
    return 1 if findings else 0


def unsound_python(lock: str) -> Iterator[str]:
    """Requirements without one version or without a hash.

    >>> list(unsound_python("tool>=1"))
    ['requirements-dev.lock: tool>=1: not one version; run `make lock`']
    """
    logical = re.sub(r"\\\n\s*", " ", lock)
    for line in (line.strip() for line in logical.splitlines()):
        if not line or line.startswith("#"):
            continue
        requirement = line.partition(_HASH)[0].strip()
        if not _PINNED.fullmatch(requirement):
            yield f"{PYTHON_LOCK.name}: {requirement}: not one version; run `make lock`"
        elif _HASH not in line:
            yield f"{PYTHON_LOCK.name}: {requirement}: no hash; run `make lock`"


def unsound_node(lock: dict[str, Any]) -> Iterator[str]:
    """Packages that come from elsewhere than a registry, have no hash, or run something when they are installed."""
    for path, package in lock["packages"].items():
        name = f"{NODE_LOCK.name}: {path.removeprefix('node_modules/')}"
        if not path:
            continue
        if not package.get("integrity", "").startswith("sha512-"):
            yield f"{name}: no SHA-512 hash"
        if not package.get("resolved", "https://").startswith("https://"):
            yield f"{name}: comes from {package['resolved']}"
        if package.get("hasInstallScript"):
            yield f"{name}: runs a script when it is installed"


def _python_advisories() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        python = Path(folder) / "bin" / "python"
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "pip-audit"], check=True)
        asked = subprocess.run(
            [python, "-m", "pip_audit", "--format", "json", "--require-hashes", "--disable-pip", "-r", PYTHON_LOCK],
            check=False,
            capture_output=True,
            text=True,
        )
    yield from python_advisories(asked.stdout)


def python_advisories(answer: str) -> list[str]:
    """What pip-audit found; where the index knows nothing of a package, that is told."""
    try:
        packages = json.loads(answer)["dependencies"]
    except (ValueError, KeyError):
        print("no advisories on Python packages were to be had")
        return []
    unknown = [one["name"] for one in packages if "skip_reason" in one]
    if unknown:
        print(f"the index knows nothing of {len(unknown)} of {len(packages)} Python packages")
    return [
        f"{one['name']} {one['version']}: {flaw['id']}, mended in {', '.join(flaw['fix_versions']) or 'no version yet'}"
        for one in packages
        for flaw in one.get("vulns", ())
    ]


def _node_advisories() -> Iterator[str]:
    npm = shutil.which("npm")
    if npm is None:
        print("no npm: no advisories on packages of the pages")
        return
    asked = subprocess.run([npm, "audit", "--json"], cwd=NODE_LOCK.parent, check=False, capture_output=True, text=True)
    yield from node_advisories(asked.stdout)


def node_advisories(answer: str) -> list[str]:
    """What npm found; where the registry takes no audits, that is told."""
    try:
        flaws = json.loads(answer)["vulnerabilities"]
    except (ValueError, KeyError):
        print("no advisories on packages of the pages were to be had")
        return []
    return [f"{name}: {flaw['severity']}, in {flaw['range']}" for name, flaw in flaws.items()]


if __name__ == "__main__":
    sys.exit(main())
