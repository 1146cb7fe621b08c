"""Write lexicon/time_movable_holidays.tsv: days of the lunar calendar, from the package korean-lunar-calendar (MIT).

Run: `pip install korean-lunar-calendar && python scripts/compile_movable_holidays.py`.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/hoedong/lang/ko/lexicon/time_movable_holidays.tsv"
YEARS = range(1945, 2051)
LUNAR_DAYS = {"seollal": (1, 1), "daeboreum": (1, 15), "buddha": (4, 8), "dano": (5, 5), "chuseok": (8, 15)}
HEAD = """\
# Solar days of Korean holidays that follow the lunar calendar. Read by hoedong.lang.ko.times.rules.
# Written by scripts/compile_movable_holidays.py from the package korean-lunar-calendar; do not edit by hand.
holiday\tyear\tday
"""


def solar_day(year: int, month: int, day: int) -> str:
    """The solar day of a lunar one, as MM-DD."""
    calendar = import_module("korean_lunar_calendar").KoreanLunarCalendar()
    calendar.setLunarDate(year, month, day, isIntercalation=False)
    iso: str = calendar.SolarIsoFormat()
    return iso[5:]


def main() -> None:
    """Write the table."""
    rows = [f"{name}\t{year}\t{solar_day(year, *lunar)}" for name, lunar in LUNAR_DAYS.items() for year in YEARS]
    TARGET.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
