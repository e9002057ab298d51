"""Why an article's records are as they are, as lines of text: sentence by sentence, level by level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tracker.cli.explain_words import clause, count, date, field, name, sum_of
from tracker.cli.text import Page
from tracker.export.records import Json

_INDENT = "  "
_DEEP = "    "
_LEVELS = (
    ("names", "names", name),
    ("sums", "sums", sum_of),
    ("counts", "counts", count),
    ("dates", "dates", date),
)


def explanation_lines(page: Page, record: Json) -> list[str]:
    """Return a readable account of a record's ``explanation``."""
    explanation = record["explanation"]
    if explanation is None:
        return [*page.wrap(f"{record['article']}: unsupported: {record['language']}"), ""]
    published = f"published {record['published']}" if record["published"] else "undated"
    lines = [page.bold(line) for line in page.wrap(f"{record['article']}: {published}")]
    lines += [*_mission(page, explanation["mission"]), *_phase(page, explanation["phase"])]
    lines += _awaited(page, record["awaits"])
    for number, sentence in enumerate(explanation["sentences"], start=1):
        lines += ["", *_sentence(page, number, sentence)]
    return [*lines, ""]


# -- the article as a whole ---------------------------------------------------------------------------------


def _mission(page: Page, decided: Json) -> Iterator[str]:
    chosen = decided["mission"] or "none"
    place = f", in {decided['host']}" if decided["mission"] and decided["host"] else ""
    yield from page.wrap(f"Mission: {chosen}{place}: {decided['why']}.", hang=_INDENT)
    for weighed in decided["weights"]:
        mentions = [each for each in decided["mentions"] if each["mission"] == weighed["mission"]]
        told = "; ".join(
            f"{_place(each)} {each['how']} ({each['weight']:g})" for each in _weightiest(mentions)
        )
        rest = f"; and {len(mentions) - _SHOWN} more" if len(mentions) > _SHOWN else ""
        text = f"{weighed['mission']} weighs {weighed['weight']:g}: {told}{rest}"
        yield from page.wrap(text, indent=_INDENT, hang=_DEEP)


_SHOWN = 5  # mentions of a mission, the weightiest


def _weightiest(mentions: Sequence[Json]) -> list[Json]:
    heavy = sorted(mentions, key=lambda each: (-each["weight"], each["start"]))[:_SHOWN]
    return sorted(heavy, key=lambda each: each["start"])


def _phase(page: Page, decided: Json) -> Iterator[str]:
    if decided["phase"] is None:
        yield "Phase: none: no step and no record supports one."
    else:
        words = ", ".join(_place(each) for each in decided["places"])
        text = f"Phase: {decided['phase']} by {decided['rule']}: {decided['reads']}"
        text += f": {words}" if words else ""
        yield from page.wrap(text, hang=_INDENT)
    for step in decided["steps"]:
        by = f" by {step['by']}" if step["by"] else ""
        after = f" → {step['phase']}" if step["phase"] else ""
        text = f"{step['date'] or 'undated'} {step['kind']}{by}{after}"
        text += f" ({step['rule']}, {step['start']}:{step['end']})"
        yield from page.wrap(text, indent=_INDENT, hang=_DEEP)


def _awaited(page: Page, awaits: Sequence[Json]) -> Iterator[str]:
    for each in awaits:
        by = f" by {each['by']}" if each["by"] else ""
        yield from page.wrap(f"Awaited: {each['kind']}{by}: {_place(each)}", hang=_INDENT)


# -- a sentence ---------------------------------------------------------------------------------------------


_MARKS = (("head", "head"), ("quoted", "in a quotation"), ("bullet", "list"), ("table", "table"))


def _sentence(page: Page, number: int, sentence: Json) -> Iterator[str]:
    marks = [word for key, word in _MARKS if sentence[key]]
    place = f"{sentence['start']}:{sentence['end']}" + (f" ({', '.join(marks)})" if marks else "")
    for line in page.wrap(f"{number}. {place} {sentence['quote']}", hang=_INDENT):
        yield page.bold(line)
    if sentence["taken_back"]:
        yield from _level(page, "taken back", [_place(sentence["taken_back"])])
    yield from _level(page, "put right", [_put_right(each) for each in sentence["put_right"]])
    yield from _level(page, "quotations", (_quotation(each) for each in sentence["quotations"]))
    for key, title, say in _LEVELS:
        yield from _level(page, title, (say(each) for each in sentence[key]))
    yield from _level(page, "clauses", _clauses(sentence["clauses"]))
    for pattern in sentence["patterns"]:
        yield from _pattern(page, pattern)


def _quotation(each: Json) -> str:
    return _place(each) + ("" if each["closed"] else " (not closed)")


def _put_right(each: Json) -> str:
    return _place(each["wrong"]) + (f" → {_place(each['right'])}" if each["right"] else "")


def _level(page: Page, title: str, items: Iterable[str]) -> Iterator[str]:
    """Yield what one level saw, an item a line, the title before the first."""
    for position, item in enumerate(items):
        label = f"{title}:" if position == 0 else ""
        yield from page.wrap(item, indent=_INDENT + label.ljust(_LABEL), hang=_INDENT + " " * (_LABEL + 2))


_LABEL = 12


def _clauses(clauses: Sequence[Json]) -> Iterator[str]:
    for each in clauses:
        governor = clauses[each["governor"]]["quote"] if each["governor"] is not None else None
        yield clause(each, governor)


def _pattern(page: Page, pattern: Json) -> Iterator[str]:
    record = pattern["record"]
    went = f"{record['list']} {record['index'] + 1}" if record else "left out"
    reads = f": {pattern['reads']}" if pattern["reads"] else ""
    text = f"=> {went} by {pattern['rule']}{reads} (confidence {pattern['confidence']:.2f})"
    yield from page.wrap(text, indent=_INDENT, hang=_DEEP)
    for each in pattern["fields"]:
        yield from page.wrap(field(each), indent=_DEEP + _INDENT, hang=_DEEP * 2)


def _place(each: Json) -> str:
    return f"“{each['quote']}” {each['start']}:{each['end']}"
