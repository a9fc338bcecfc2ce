"""Dates of any precision as the days that they cover."""
import calendar
import re


def days(text):
    """First and last day of a date that may lack its day or month."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text)
    if not match or int(match[1]) < 1000 or match[2] and not 1 <= int(match[2]) <= 12:
        return {}
    year, month, day = int(match[1]), match[2], match[3]
    last = calendar.monthrange(year, int(month or 12))[1]
    if day and not 1 <= int(day) <= last:
        return {}
    return {"dateFrom": {"date": f"{year}-{month or '01'}-{day or '01'}"},
            "dateTo": {"date": f"{year}-{month or '12'}-{day or last}"}}
