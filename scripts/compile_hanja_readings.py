"""Write names/hanja_readings.tsv and names/sino_korean_syllables.txt from the reading table of the package hanja.

The package's repository (github.com/suminb/hanja, LICENSE.txt) puts it under the WTFPL, version 2, which permits any
use; the wheel itself states no licence. The repertoire is the first block of unified ideographs of Unicode: names use
many Hanja that KS X 1001 lacks, such as 婷 and 珢, and Chinese and Japanese forms.

Run: `pip install 'hoedong[tables]' && python scripts/compile_hanja_readings.py`; with --check it writes nothing and
fails where a file differs.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

NAMES = Path(__file__).parent.parent / "src/hoedong/names"
SURNAMES_ONLY = "김"  # 金, which the table reads as 금
OFTEN = 9  # Hanja that share a reading; rarer readings are those of hardly any name
SOURCE = "the reading table of the PyPI package hanja (WTFPL 2)"
READINGS_HEAD = f"""\
# Hanja of the first block of Unicode by their Korean reading, without the initial-sound law.
# Read by hoedong.names.hanja.
# Written by scripts/compile_hanja_readings.py from {SOURCE}; do not edit by hand.
reading\thanja
"""
SYLLABLES_HEAD = f"""\
# Syllables that at least {OFTEN} Hanja are read with; transcriptions of foreign names use many others.
# Read by hoedong.names.hangul. Lines of this file together are one set; order does not matter.
# Written by scripts/compile_hanja_readings.py from {SOURCE}; do not edit by hand.
"""


def reading_table() -> Mapping[str, str]:
    """Every Hanja of the package with its reading."""
    table: Mapping[str, str] = import_module("hanja.table").hanja_table
    return table


def repertoire() -> Iterator[str]:
    """The unified ideographs of the first block that the table reads, in the order of the code points."""
    table = reading_table()
    return (character for character in map(chr, range(0x4E00, 0x9FA6)) if character in table)


def readings() -> str:
    """The text of hanja_readings.tsv."""
    table = reading_table()
    by_reading: defaultdict[str, list[str]] = defaultdict(list)
    for character in repertoire():
        by_reading[table[character]].append(character)
    return READINGS_HEAD + "".join(f"{reading}\t{''.join(by_reading[reading])}\n" for reading in sorted(by_reading))


def syllables() -> str:
    """The text of sino_korean_syllables.txt."""
    shared = Counter(reading_table().values())
    often = {reading for reading, number in shared.items() if number >= OFTEN}
    return SYLLABLES_HEAD + "".join(sorted(often | set(SURNAMES_ONLY))) + "\n"


def main() -> int:
    """Write both files, or compare them with the committed ones."""
    differing = 0
    for name, text in (("hanja_readings.tsv", readings()), ("sino_korean_syllables.txt", syllables())):
        if "--check" not in sys.argv[1:]:
            (NAMES / name).write_text(text, encoding="utf-8")
        elif text != (NAMES / name).read_text(encoding="utf-8"):
            print(f"{name} differs; run scripts/compile_hanja_readings.py")
            differing = 1
    return differing


if __name__ == "__main__":
    sys.exit(main())
