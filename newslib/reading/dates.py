"""Dates as English-language newsrooms write them, never made more precise than they are."""

from __future__ import annotations

import datetime
import re

__all__ = ["DATE", "SHORT_DATE", "read_date"]

_MONTHS = "january february march april may june july august september october november december"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+"

DATE = re.compile(
    rf"(?:\b{_WEEKDAY})?\b(?:"
    rf"(?P<month_first>{_MONTH})\s+(?P<day_second>{_DAY}),?\s+(?P<year_third>\d{{4}})"
    rf"|(?P<day_first>{_DAY})\s+(?:of\s+)?(?P<month_second>{_MONTH}),?\s+(?P<year_last>\d{{4}})"
    r"|(?P<iso_year>\d{4})[-/](?P<iso_month>\d{2})[-/](?P<iso_day>\d{2})"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?"
    r"|(?P<first>\d{1,2})[./-](?P<second>\d{1,2})[./-](?P<numeric_year>\d{4})"
    rf"|(?P<month_only>{_MONTH})\s+(?P<year_only>\d{{4}})"
    r")\b",
    re.IGNORECASE,
)
"""A date with its year: a weekday may stand before it, a clock time after an ISO date."""

SHORT_DATE = re.compile(
    rf"(?:\b{_WEEKDAY})?\b(?:"
    rf"(?P<short_day>{_DAY})[ -](?P<short_month>{_MONTH}),?[ -]['’]?(?P<short_year>\d{{2}})"
    rf"|(?P<month_before>{_MONTH})\s(?P<day_behind>{_DAY}),?\s['’](?P<year_behind>\d{{2}})"
    r"|(?P<one>\d{1,2})(?P<sign>/|\.(?=(?:0?[1-9]|1[0-2])\.))(?P<two>\d{1,2})(?P=sign)"
    r"(?P<three>\d{2})"
    r")\b",
    re.IGNORECASE,
)
"""A date whose year has two digits, to be looked for only in a line that holds nothing else."""


def read_date(match: re.Match[str]) -> datetime.date | None:
    """The day a match of `DATE` or `SHORT_DATE` names, or None where it leaves the day open.

    "October 2025" names no day; "10/11/2025" is the tenth of November in London and the eleventh
    of October in New York, so it names none either; the thirtieth of February does not exist. Of
    two digits a year is one from 1969 to 2068, as POSIX has it, and "26/10/25" may begin with it.

    >>> read_date(DATE.search("Sunday, 26 October 2025"))
    datetime.date(2025, 10, 26)
    >>> read_date(DATE.search("October 2025")) is None
    True
    >>> read_date(DATE.search("10/26/2025"))
    datetime.date(2025, 10, 26)
    >>> read_date(DATE.search("10/11/2025")) is None
    True
    """
    found = match.groupdict()
    if match.re is SHORT_DATE:
        return _short(found)
    if found["iso_year"]:
        return _day(found["iso_year"], int(found["iso_month"]), found["iso_day"])
    if found["numeric_year"]:
        return _numeric(int(found["first"]), int(found["second"]), found["numeric_year"])
    month = found["month_first"] or found["month_second"]
    if not month:
        return None
    year = found["year_third"] or found["year_last"]
    return _day(year, _month_number(month), found["day_second"] or found["day_first"])


def _short(found: dict[str, str | None]) -> datetime.date | None:
    """A day whose year has two digits, where only one reading of them is a date."""
    if found["one"] and found["two"] and found["three"]:
        first, second, year = int(found["one"]), int(found["two"]), _full_year(found["three"])
        begins = _day(_full_year(found["one"]), second, found["three"])
        day = _numeric(first, second, year)
        return None if begins else day
    month, day_of = found["short_month"] or found["month_before"], found["short_day"]
    year_of, day_of = found["short_year"] or found["year_behind"], day_of or found["day_behind"]
    return _day(_full_year(year_of or ""), _month_number(month or ""), day_of or "")


def _full_year(digits: str) -> str:
    return f"{20 if int(digits) < 69 else 19}{digits:0>2}"


def _numeric(first: int, second: int, year: str) -> datetime.date | None:
    """A day from two numbers, where only one reading of them is a date."""
    if first == second or second > 12:
        return _day(year, first, str(second))
    return _day(year, second, str(first)) if first > 12 else None


def _month_number(month: str) -> int:
    start = month.lower()[:3]
    return next(n for n, name in enumerate(_MONTHS.split(), 1) if name.startswith(start))


def _day(year: str, month: int, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), month, int(re.sub(r"\D", "", day)))
    except ValueError:
        return None
