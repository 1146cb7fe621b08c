"""Pin every dependency with its hashes in requirements-dev.lock.

The lock names packages, versions and hashes, and no address to fetch them from, so that it serves any mirror.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements-dev.lock"


def main() -> None:
    """Write the lock with pip-tools, installed for this one run."""
    with tempfile.TemporaryDirectory() as folder:
        python = Path(folder) / "bin" / "python"
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "pip-tools"], check=True)
        subprocess.run(
            [
                *(python, "-m", "piptools", "compile", "pyproject.toml"),
                *("--extra", "dev", "--generate-hashes", "--strip-extras", "--upgrade", "--quiet", "--no-header"),
                *("--no-emit-index-url", "--no-emit-find-links", "--no-emit-trusted-host", "--no-annotate"),
                *("--output-file", LOCK),
            ],
            cwd=ROOT,
            check=True,
        )
    LOCK.write_text("# Written by `make lock`.\n" + LOCK.read_text(encoding="utf-8"), encoding="utf-8")


if __name__ == "__main__":
    main()
