"""What was measured of a web server, as figures and as a table."""

from __future__ import annotations

import statistics
from typing import Any

MEDIAN_BAR, TAIL_BAR = 150.0, 400.0
"""Milliseconds that the HTML of a page may take at the median and at the 95th percentile."""
SERVER_ERROR = 400
MOST_TOLD = 3
Figures = dict[str, Any]


class Times:
    """How long requests took, and which of them failed."""

    def __init__(self) -> None:
        self._seconds: list[float] = []
        self._errors: list[str] = []

    @property
    def count(self) -> int:
        """How many were answered well."""
        return len(self._seconds)

    def add(self, seconds: float, path: str, status: int) -> None:
        """Count a request that was answered."""
        if status >= SERVER_ERROR:
            self.fail(f"{path}: {status}")
        else:
            self._seconds.append(seconds)

    def fail(self, what: str) -> None:
        """Count a request that was not, or not well."""
        self._errors.append(what)

    def figures(self) -> Figures:
        """Milliseconds, and how many went wrong."""
        found: Figures = {"requests": self.count, "errors": len(self._errors)}
        if self._errors:
            found["told"] = self._errors[:MOST_TOLD]
        if self.count > 1:
            cuts = statistics.quantiles(self._seconds, n=100, method="inclusive")
            found |= {name: round(1000 * cuts[at - 1], 1) for name, at in (("median", 50), ("p95", 95), ("p99", 99))}
        return found


def exceeded(figures: Figures) -> bool:
    """Whether a page is above its bars, or anything failed."""
    alone, load = figures["one after another"], figures["load"]
    slow = [name for name, one in alone.items() if name.startswith("page") and _is_slow(one)]
    return bool(slow) or any(one["errors"] for one in (*alone.values(), *load.values()))


def _is_slow(one: Figures) -> bool:
    return bool(one.get("median", 0) > MEDIAN_BAR or one.get("p95", 0) > TAIL_BAR)


def shown(figures: Figures) -> str:
    """The figures as a table in Markdown."""
    rows = [("", "median ms", "p95 ms", "p99 ms", "requests", "errors", "a second")]
    for group in figures.values():
        for name, one in group.items():
            values = (one.get(key, "") for key in ("median", "p95", "p99", "requests", "errors", "a second"))
            rows.append((name, *map(str, values)))
            rows += [(f"  {told}", "", "", "", "", "", "") for told in one.get("told", ())]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|---|---:|---:|---:|---:|---:|---:|", *lines[1:]])
