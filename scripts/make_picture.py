"""Write docs/images/diary.svg: the diary of the sample article as a terminal shows it."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI

from hoedong.export.diary import diary
from hoedong.reader import read_document

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "garam-trip.txt"
PICTURE = ROOT / "docs" / "images" / "diary.svg"
WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def main() -> None:
    """Record the diary and save it; no font is fetched when it is looked at."""
    console = Console(record=True, width=92, file=StringIO(), force_terminal=True, color_system="truecolor")
    console.print(diary(read_document(SAMPLE.read_text(encoding="utf-8"), source=f"samples/{SAMPLE.name}")))
    svg = console.export_svg(title="hoedong read samples/garam-trip.txt", theme=MONOKAI, unique_id="diary")
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(WEB_FONT.sub("", svg), encoding="utf-8")


if __name__ == "__main__":
    main()
