"""The audit of dependencies: what is wrong with a lock, and what the answers of the indexes say."""

from __future__ import annotations

import json

import pytest

from script_module import load_script

AUDIT = load_script("audit_dependencies")
SOUND = {"version": "1.0.0", "integrity": "sha512-x", "resolved": "https://registry.example/a.tgz"}


def test_the_locks_of_the_project_are_sound() -> None:
    """Every package has one version and a hash, comes from a registry and runs nothing when it is installed."""
    assert list(AUDIT.unsound_python(AUDIT.PYTHON_LOCK.read_text(encoding="utf-8"))) == []
    assert list(AUDIT.unsound_node(json.loads(AUDIT.NODE_LOCK.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    ("line", "is_sound"),
    [
        ("tool==1.2 \\\n    --hash=sha256:ab", True),
        ("tool==1.2 ; python_version < '3.12' \\\n    --hash=sha256:ab", True),
        ("tool==1.2", False),
        ("tool>=1.2 \\\n    --hash=sha256:ab", False),
        ("tool @ https://tool.example/tool.whl \\\n    --hash=sha256:ab", False),
        ("--extra-index-url https://other.example", False),
    ],
)
def test_a_requirement_has_one_version_and_a_hash(line: str, *, is_sound: bool) -> None:
    """A range, an address and an index of somebody else's are findings, and so is a version without a hash."""
    assert (list(AUDIT.unsound_python(line)) == []) is is_sound


@pytest.mark.parametrize(
    "flaw",
    [{"integrity": ""}, {"integrity": "sha1-x"}, {"resolved": "git+ssh://git.example/a"}, {"hasInstallScript": True}],
)
def test_a_package_of_the_pages_is_hashed_and_quiet(flaw: dict[str, object]) -> None:
    """Each lack is one finding that names the package."""
    packages = {"": {}, "node_modules/a": SOUND, "node_modules/b": {**SOUND, **flaw}}
    (finding,) = AUDIT.unsound_node({"packages": packages})
    assert finding.startswith("package-lock.json: b: ")


def test_advisories_are_findings_and_silence_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """A flaw of a package is one line; what an index does not know is said and is no finding."""
    vulns = [{"id": "PYSEC-1", "fix_versions": ["1.1"]}, {"id": "PYSEC-2", "fix_versions": []}]
    known = {"name": "a", "version": "1.0", "vulns": vulns}
    answer = json.dumps({"dependencies": [known, {"name": "b", "skip_reason": "not on the index"}]})
    assert AUDIT.python_advisories(answer) == [
        "a 1.0: PYSEC-1, mended in 1.1",
        "a 1.0: PYSEC-2, mended in no version yet",
    ]
    assert "nothing of 1 of 2 Python packages" in capsys.readouterr().out
    npm = json.dumps({"vulnerabilities": {"a": {"severity": "high", "range": "<2"}}})
    assert AUDIT.node_advisories(npm) == ["a: high, in <2"]
    assert AUDIT.python_advisories("") == AUDIT.node_advisories('{"error": {}}') == []
    assert capsys.readouterr().out.count("to be had") == 2
