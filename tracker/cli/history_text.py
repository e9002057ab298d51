"""How a thing came to be what it is held to be, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from tracker.cli.change_words import change_words
from tracker.cli.dispute_words import WHY_IT_LEADS, ruling
from tracker.cli.text import Page, one_line
from tracker.cli.thing_words import recorded_words, thing_words
from tracker.cli.words import counted, source_line
from tracker.read.history import History, Order, Step
from tracker.read.replay import Effect, Turn, Why
from tracker.vocab import Preference

_INDENT = "  "
_ORDINALS = ("", "", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_WHY = {
    Why.NOW_KNOWN: "",
    Why.CORRECTION: "a correction",
    Why.RESTATED: "restates the level",
    Why.OWN_CURRENCY: "the same sum in the currency of the one who gives it",
    Why.LATER_LEVEL: "a later level",
    Why.ON_TOP: "people who come on top",
    Why.MORE_PRECISE: "more precise",
}


def history_lines(page: Page, answer: History) -> list[str]:
    """Return the thing, and source by source what it says and what that changed."""
    title = f"{answer.record.value.capitalize()} {answer.line.id}: {thing_words(answer.line)}"
    claims = sum(len(step.pieces) for step in answer.steps)
    order = "publication" if answer.order is Order.PUBLISHED else "recording"
    lines = [page.bold(line) for line in page.wrap(title, hang=_INDENT)]
    if answer.merged is not None:
        record = answer.record.value
        moved = f"{record.capitalize()} {answer.merged} was merged into {record} {answer.line.id}."
        lines += page.wrap(moved)
    lines += page.wrap(
        f"{counted(claims, 'claim')} in {counted(len(answer.steps), 'source')}, in the order of {order}"
    )
    if answer.clock:
        lines += page.wrap(f"Only what was {answer.clock.words()}.")
    for step in answer.steps:
        lines += ["", *_step(page, step, recorded=answer.order is Order.RECORDED)]
    return lines


def _step(page: Page, step: Step, *, recorded: bool) -> Iterator[str]:
    source = step.pieces[0].source
    when = f"; recorded {_utc(step.recorded_at)}" if recorded else ""
    yield from page.wrap(f"[{source.id}] {source_line(source)}{when}", hang=_INDENT)
    if source.url:
        yield _INDENT + one_line(source.url)
    shown = None
    for piece in step.pieces:
        place = f"{piece.source.start}:{piece.source.end}"
        if place != shown:  # the same words may say several things
            yield from page.wrap(f"{place} “{piece.source.quote}”", indent=_INDENT, hang=_INDENT * 2)
        shown = place
        yield from page.wrap(f"Says: {recorded_words(piece.recorded)}", indent=_INDENT * 2, hang=_INDENT * 3)
    for phrase in _effects(step.turn):
        yield from page.wrap(page.bold("=> ") + phrase, indent=_INDENT, hang=_INDENT * 2)


def _effects(turn: Turn) -> Iterator[str]:
    if turn.before is not None and turn.after is not None:
        why = {each.field.field: _reason(each.why) for each in turn.changes}
        yield from change_words(turn.before, turn.after, (each.field for each in turn.changes), why)
    for line in turn.joined:
        yield f"one with what had stood apart: {thing_words(line)}"
    for dispute in turn.appeared:
        yield f"{dispute.field.value} disputed: {ruling(dispute)}"
    for dispute in turn.settled:
        yield f"{dispute.field.value} no longer disputed"
    match turn.effect:
        case Effect.FIRST_TOLD:
            yield "first told"
        case Effect.OPEN:
            yield "no change: it fitted no thing or several alike, as far as was known then"
        case Effect.CONFIRMED:
            yield f"no change: a {_ordinal(turn.independent)} source"
        case Effect.COPIED:
            yield "no change: the same text as another source"


def _reason(why: Why | Preference | None) -> str:
    if why is None:
        return ""
    return WHY_IT_LEADS[why] if isinstance(why, Preference) else _WHY[why]


def _ordinal(number: int) -> str:
    return _ORDINALS[number] if number < len(_ORDINALS) else f"{number:,}th"


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
