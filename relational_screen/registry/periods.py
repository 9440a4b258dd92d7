"""The days and parliamentary years that lists of proposals speak of."""

import re
from calendar import monthrange
from datetime import date, timedelta

TUESDAY = 1
HALF = 15
"""The last day of a month's first half, as law programmes count."""

MONTHS = ("jan", "feb", "mar", "apr", "maj|may", "jun", "jul", "aug", "sep", "okt|oct", "nov", "dec")

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ][\d:.]+)?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_DANISH = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?: [\d:.]+)?")
_WORDS = re.compile(
    r"(?:(?:den )?(?P<day>\d{1,2})\.? )?(?P<month>[a-zæøå]{3,9})\.?(?: (?P<half>i{1,2}))?(?: (?P<year>\d{4}))?"
)


def opening(year: int) -> date:
    """Return the first Tuesday of October, when a parliamentary year opens (Danish Constitution, section 36)."""
    first = date(year, 10, 1)
    return first + timedelta((TUESDAY - first.weekday()) % 7)


def year_of(day: date) -> int:
    """Return the parliamentary year that a day lies in, named by the year it opens in."""
    return day.year if day >= opening(day.year) else day.year - 1


def year_label(year: int) -> str:
    """Return a parliamentary year as it is written: 2026-27."""
    return f"{year}-{(year + 1) % 100:02d}"


def read_day(text: str, year: int | None = None) -> date:
    """Return the day that a list's cell names; a month or half a month (»okt. I«) by its last day.

    `year` is the parliamentary year that a month without a year lies in. Days come before months.

    Raises:
        ValueError: it names no day.
    """
    for form, order in ((_ISO, (1, 2, 3)), (_COMPACT, (1, 2, 3)), (_DANISH, (3, 2, 1))):
        if found := form.fullmatch(text):
            return date(*(int(found[group]) for group in order))
    found = _WORDS.fullmatch(text.lower())
    month = _month(found["month"]) if found else None
    if not found or not month:
        raise ValueError(text)
    in_year = int(found["year"]) if found["year"] else _calendar_year(month, year)
    last = monthrange(in_year, month)[1]
    return date(in_year, month, int(found["day"] or (HALF if found["half"] == "i" else last)))


def _month(word: str) -> int | None:
    return next((number for number, start in enumerate(MONTHS, start=1) if re.match(start, word)), None)


def _calendar_year(month: int, year: int | None) -> int:
    if year is None:
        message = "a month without a year"
        raise ValueError(message)
    return year if month >= 10 else year + 1
