"""Write lexicon/time_movable_holidays.tsv: days of the lunar calendar, from the package korean-lunar-calendar (MIT).

Easter (by the rule of Meeus, Jones and Butcher) and American holidays are computed here.

Run: `pip install korean-lunar-calendar && python scripts/compile_movable_holidays.py`.
"""

from __future__ import annotations

import datetime as dt
from importlib import import_module
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/hoedong/lang/ko/lexicon/time_movable_holidays.tsv"
YEARS = range(1945, 2051)
LUNAR_DAYS = {"seollal": (1, 1), "daeboreum": (1, 15), "buddha": (4, 8), "dano": (5, 5), "chuseok": (8, 15)}
AMERICAN_DAYS = {"thanksgiving": (11, 3, 4), "fathers-day": (6, 6, 3), "mothers-day": (5, 6, 2), "king-day": (1, 0, 3)}
"""Month, weekday (Monday is 0) and which of the month, in the United States."""

HEAD = """\
# Solar days of holidays that have no fixed one: those of the lunar calendar, Easter and holidays of the United States.
# Read by hoedong.lang.ko.times.rules.
# Written by scripts/compile_movable_holidays.py from the package korean-lunar-calendar; do not edit by hand.
holiday\tyear\tday
"""


def solar_day(year: int, month: int, day: int) -> str:
    """The solar day of a lunar one, as MM-DD."""
    calendar = import_module("korean_lunar_calendar").KoreanLunarCalendar()
    calendar.setLunarDate(year, month, day, isIntercalation=False)
    iso: str = calendar.SolarIsoFormat()
    return iso[5:]


def easter(year: int) -> str:
    """Easter Sunday of the Gregorian calendar, as MM-DD.

    >>> easter(2024)
    '03-31'
    """
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    days = epact + weekday - 7 * late + 114
    return f"{days // 31:02}-{days % 31 + 1:02}"


def weekday_of_month(year: int, month: int, weekday: int, nth: int) -> str:
    """The nth weekday (Monday is 0) of a month, as MM-DD.

    >>> weekday_of_month(2024, 6, 6, 3)
    '06-16'
    """
    return f"{month:02}-{1 + (weekday - dt.date(year, month, 1).weekday()) % 7 + 7 * (nth - 1):02}"


def main() -> None:
    """Write the table."""
    rows = [f"{name}\t{year}\t{solar_day(year, *lunar)}" for name, lunar in LUNAR_DAYS.items() for year in YEARS]
    rows += [f"easter\t{year}\t{easter(year)}" for year in YEARS]
    rows += [f"{name}\t{year}\t{weekday_of_month(year, *day)}" for name, day in AMERICAN_DAYS.items() for year in YEARS]
    TARGET.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
