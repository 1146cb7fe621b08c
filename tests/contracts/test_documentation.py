"""Documentation under test: types, diagnostics, commands, decisions and links."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import hoedong.model

ROOT = Path(__file__).parent.parent.parent
REFERENCE = ROOT / "docs" / "reference"
CODE = re.compile(r"""\bDiagnostic\(\s*(?:code=)?f?["']([a-z][\w.{}-]*)["']""")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def model_types() -> set[str]:
    """The names of all classes that the modules of hoedong.model define."""
    modules = [
        importlib.import_module(f"hoedong.model.{info.name}") for info in pkgutil.iter_modules(hoedong.model.__path__)
    ]
    return {
        name
        for module in modules
        for name, value in inspect.getmembers(module, inspect.isclass)
        if value.__module__ == module.__name__
    }


def diagnostic_codes() -> set[str]:
    """Every code that the source gives to a diagnostic."""
    sources = (ROOT / "src").rglob("*.py")
    return {code for file in sources for code in CODE.findall(file.read_text(encoding="utf-8"))}


def documented(page: str) -> set[str]:
    """The words in code marks that open a table row of a page."""
    return set(re.findall(r"^\| `([^`]+)`", (REFERENCE / page).read_text(encoding="utf-8"), re.MULTILINE))


def test_every_type_is_in_the_glossary() -> None:
    """The glossary lists exactly the types of hoedong.model."""
    assert documented("glossary.md") == model_types()


def test_every_diagnostic_is_documented() -> None:
    """Each code that the source gives has its line in the reference."""
    assert diagnostic_codes() - documented("diagnostics.md") == set()


@pytest.mark.parametrize(
    "script", ["make_cli_reference.py", "make_life_of_an_article.py", "make_demo.py", "make_how_to.py"]
)
def test_generated_pages_are_up_to_date(script: str) -> None:
    """Reference, life of an article, demo and how-tos show what the code gives today."""
    command = [sys.executable, str(ROOT / "scripts" / script), "--check"]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)

    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Each relative link of a page names a file of the project."""
    targets = LINK.findall(page.read_text(encoding="utf-8"))

    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_decisions_are_numbered_without_gaps() -> None:
    """Decision records are numbered from 0001 on and each has its four parts."""
    records = sorted((ROOT / "docs" / "decisions").glob("*.md"))

    assert [int(record.name[:4]) for record in records] == list(range(1, len(records) + 1))
    for record in records:
        text = record.read_text(encoding="utf-8")
        assert all(f"## {part}\n" in text for part in ("Context", "Decision", "Consequences", "Rejected")), record.name


def test_changelog_names_records_that_will_change() -> None:
    """Changes to what is extracted have a heading of their own."""
    assert "### Records that will change" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_example_of_the_readme_runs() -> None:
    """The Python example of the README runs as printed."""
    example = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)

    assert example is not None
    outcome = subprocess.run([sys.executable, "-c", example[1]], capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr
