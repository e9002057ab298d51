"""What would be recorded of one article, as lines of text: each record with the characters that say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tracker.cli.text import Page
from tracker.export.records import Json
from tracker.vocab import is_read

_INDENT = "  "
_HANG = "      "


def record_lines(page: Page, record: Json) -> list[str]:
    """Return a readable listing of what ``tracker.export.records.record`` gives."""
    if not is_read(record["language"]):
        return [*page.wrap(f"{record['article']}: unsupported: {record['language']}"), ""]
    about = record["mission"] or "no mission"
    phase = f", {record['phase']}" if record["phase"] else ""
    published = f"published {record['published']}" if record["published"] else "undated"
    lines = page.wrap(f"{record['article']}: {about}{phase}; {published}")
    if record["other_missions"]:
        lines += page.wrap(f"also about {', '.join(record['other_missions'])}", indent=_INDENT)
    for title, key, say in (
        ("Pledges", "pledges", _pledge),
        ("Deployments", "deployments", _deployment),
        ("Milestones", "milestones", _milestone),
        ("Awaited", "awaits", _awaited),
        ("Statements", "statements", _statement),
        ("Offices", "roles", _role),
        ("Dates that stay open (the publication date is unknown)", "open_dates", None),
    ):
        found = record[key]
        if found:
            lines += [page.bold(title), *_items(page, ((say(each) if say else "", each) for each in found))]
    return [*lines, ""]


def _items(page: Page, found: Iterable[tuple[str, Json]]) -> Iterator[str]:
    for text, each in found:
        mission = f" [{each['mission']}]" if each.get("mission") else ""
        if text:
            yield from page.wrap(text + mission, indent=_INDENT, hang=_INDENT * 2)
        place = f"{each['start']}:{each['end']}"
        yield from page.wrap(f"{place} “{each['quote']}”", indent=_INDENT * 2, hang=_HANG)


def _pledge(each: Json) -> str:
    what = each["kind"]
    if each["amount"] is not None:
        what += f", {each['currency']} {each['amount']:,}"
    what += "".join(f" = {sum_['currency']} {sum_['amount']:,}" for sum_ in each["equivalents"])
    parts = [what, *_marks(each)]
    parts += [f"for {', '.join(each['purposes'])}"] if each["purposes"] else []
    parts += [f"to {each['to']}"] if each["to"] else []
    parts += [each["announced_on"]] if each["announced_on"] else []
    return f"{each['donor'] or 'unknown'} {each['status']}: {'; '.join(parts)}"


def _deployment(each: Json) -> str:
    count = "number unknown" if each["count"] is None else f"{each['count']:,}"
    if each["count_max"] is not None:
        count += f"-{each['count_max']:,}"
    qualifier = "" if each["qualifier"] in (None, "exact") else f"{each['qualifier']} "
    parts = [f"{qualifier}{count} ({each['unit']}, {each['basis']})", *_marks(each)]
    parts += [each["date"]] if each["date"] else []
    return f"{each['contributor'] or 'whole mission'} {each['status']}: {'; '.join(parts)}"


def _milestone(each: Json) -> str:
    text = f"{each['date']} {each['kind']}"
    text += f" by {each['by']}" if each["by"] else ""
    text += f", until {each['until']}" if each["until"] else ""
    return text + (f", replaced by {each['replaced_by']}" if each["replaced_by"] else "")


def _awaited(each: Json) -> str:
    return f"{each['kind']} by {each['by']}" if each["by"] else str(each["kind"])


def _statement(each: Json) -> str:
    return f"{each['speaker'] or 'unnamed'} ({'word for word' if each['direct'] else 'reported'})"


def _role(each: Json) -> str:
    return f"{each['person']}: {each['office']}" + (f" of {each['of']}" if each["of"] else "")


def _marks(each: Json) -> list[str]:
    marks = [mark for mark in ("total", "additional") if each[mark]]
    return marks if each["corrected_from"] is None else [*marks, f"corrected from {each['corrected_from']:,}"]
