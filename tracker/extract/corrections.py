"""Level 5: the figures that an article takes back, and those that it puts in their place.

    Correction: it was 200, not 400.
    An earlier version of this article said that 400 had arrived; it is 200.
    This article was amended to change the figure from $240 million to $200 million.

A figure that is taken back is no claim; the claim that gives the right one says what it was corrected from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tracker.claims import Span
from tracker.extract.contingents import ALL_PEOPLE
from tracker.extract.disowning import is_amended, is_headed
from tracker.extract.lexicon import words
from tracker.extract.reading import Parsed, Reading
from tracker.vocab import ActorKind, DatePrecision, Money, PartialDate, Qualifier

_BEFORE_FIGURE = words("corrections", "before_figure")
_INSTEAD = (["not"], ["rather", "than"], ["instead", "of"])
_LEAD_IN = 4  # words from "not", "from" or "to" to the figure
_APART = 12  # words between the two figures
_FOLLOWING = 2  # sentences behind an error in which the right figure may stand
_NOUN = 4  # words from a count to its noun


@dataclass(frozen=True, slots=True)
class Figure:
    """A count, or a sum of money, in tokens ``[first, last)`` of the sentence ``index``."""

    value: int | Money
    qualifier: Qualifier
    span: Span
    index: int
    first: int
    last: int

    @property
    def currency(self) -> str | None:
        """Return the currency of a sum, None for a count."""
        return self.value.currency if isinstance(self.value, Money) else None


@dataclass(frozen=True, slots=True)
class Correction:
    """A figure that does not hold, and the one that holds, None where the article does not say with it.

    ``actors`` are the states and bodies that the sentences name; ``on`` is the day said behind the right
    figure, and where. ``of_article`` is False where the article denies a figure that it never gave: "200, not
    400 as planned".
    """

    wrong: Figure
    right: Figure | None
    actors: frozenset[str]
    of_article: bool
    on: tuple[PartialDate, Span] | None = None


def find_corrections(reading: Reading) -> list[Correction]:
    """Return every figure that the article takes back or denies for another, in order."""
    found: list[Correction] = []
    sentences = reading.parsed
    for at, scope in _scopes(sentences):
        parsed = sentences[at]
        figures = _figures(parsed)
        pairs: list[tuple[Figure, Figure | None]] = [*_contrasted(parsed, figures)]
        if scope:
            pairs += _changed(parsed, figures)
            told = {figure for pair in pairs for figure in pair}
            pairs += _put_right(parsed, [f for f in figures if f not in told], scope)
        if pairs:
            actors = _actors(scope or [parsed])
            found += (
                Correction(wrong, right, actors, bool(scope), _day_behind(sentences, right))
                for wrong, right in pairs
            )
    return found


def take_back(reading: Reading, corrections: Sequence[Correction]) -> None:
    """Mark in the sentences which figures do not hold, and which are given for them."""
    for each in corrections:
        wrong, right = each.wrong, each.right
        parsed = reading.parsed[wrong.index]
        parsed.taken_back |= frozenset(range(wrong.first, wrong.last))
        parsed.errors = (*parsed.errors, (wrong.span, right.span if right is not None else None))
        if right is not None:
            reading.parsed[right.index].put_right |= frozenset(range(right.first, right.last))


def with_errors(reading: Reading, corrections: Sequence[Correction]) -> Reading:
    """Return the article as it read before it was put right: the sentences that disown a figure state it."""
    wrong = {each.wrong.index for each in corrections}
    parsed = [
        replace(each, disowned=None, taken_back=frozenset()) if each.index in wrong else each
        for each in reading.parsed
    ]
    return replace(reading, parsed=parsed)


def _scopes(sentences: Sequence[Parsed]) -> Iterator[tuple[int, Sequence[Parsed]]]:
    """Yield each sentence with figures, and those that a correction in it may reach to, [] for none."""
    paragraph, headed, before = -1, False, False
    for at, parsed in enumerate(sentences):
        if parsed.sentence.paragraph != paragraph:
            alone = headed and before and len(sentences[at - 1].tokens) <= 3  # a heading of its own
            paragraph, headed, before = parsed.sentence.paragraph, alone, False
        headed = headed or is_headed(parsed.tokens)
        corrects = headed or parsed.disowned is not None or is_amended(parsed.folded)
        if parsed.counts or parsed.money:
            following = sentences[at : at + 1 + _FOLLOWING]
            same = [each for each in following if each.sentence.paragraph == paragraph]
            yield at, same if corrects or before else []
        before = corrects


def _figures(parsed: Parsed) -> list[Figure]:
    """Return the counts and sums of a sentence, in order; of a range, the lower end."""
    at = parsed.index
    counts = [Figure(m.value, m.qualifier, m.core, at, first, last) for first, last, m in parsed.counts]
    sums = [Figure(m.money, m.qualifier, m.core, at, first, last) for first, last, m in parsed.money]
    return sorted(counts + sums, key=lambda figure: figure.first)


def _alike(one: Figure, two: Figure) -> bool:
    """Tell whether two figures can stand for each other: counts, or sums of one currency, that differ."""
    return one.currency == two.currency and one.value != two.value


def _contrasted(parsed: Parsed, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield wrong and right figures set against each other: "200, not 400", "not 400 but 200"."""
    for one, two in pairwise(figures):
        if not _alike(one, two) or two.first - one.last > _APART:
            continue
        but = "but" in parsed.norms(one.last, two.first)
        if but and _is_denied(parsed, one):
            yield one, two
        elif not but and _is_denied(parsed, two):
            yield two, one


def _is_denied(parsed: Parsed, figure: Figure) -> bool:
    """Tell whether "not", "rather than" or "instead of" stands before a figure; "not only" does not."""
    before = parsed.norms(figure.first - _LEAD_IN, figure.first)
    while before and before[-1] in _BEFORE_FIGURE:
        before.pop()
    return any(before[-len(instead) :] == instead for instead in _INSTEAD)


def _changed(parsed: Parsed, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield wrong and right figures of a change: "from 400 to 200", "to 200 from 400"."""
    for one, two in pairwise(figures):
        if not _alike(one, two) or two.first - one.last > _APART:
            continue
        ways = _way(parsed, one), _way(parsed, two)
        if ways == ("from", "to"):
            yield one, two
        elif ways[1] == "from":
            yield two, one


def _way(parsed: Parsed, figure: Figure) -> str | None:
    before = parsed.norms(figure.first - _LEAD_IN, figure.first)
    return next((word for word in reversed(before) if word in ("from", "to")), None)


def _put_right(
    parsed: Parsed, figures: Sequence[Figure], scope: Sequence[Parsed]
) -> Iterator[tuple[Figure, Figure | None]]:
    """Yield the figures that a sentence disowns, each with the one behind that replaces it, None for none."""
    wrong = [figure for figure in figures if parsed.is_disowned(figure.first)]
    behind = [f for each in scope for f in _figures(each) if not each.is_disowned(f.first)]
    for currency in dict.fromkeys(figure.currency for figure in wrong):
        old = _of_people(parsed, [figure for figure in wrong if figure.currency == currency])
        new = [figure for figure in behind if figure.currency == currency]
        if len(old) == 1:
            yield old[0], next((figure for figure in new if _alike(figure, old[0])), None)
        elif len(old) == len(new):
            yield from ((a, b) for a, b in zip(old, new, strict=True) if _alike(a, b))


def _of_people(parsed: Parsed, figures: list[Figure]) -> list[Figure]:
    """Return those of several counts that count people, all where none does."""
    people = [
        figure
        for figure in figures
        if not ALL_PEOPLE.isdisjoint(parsed.norms(figure.last, figure.last + _NOUN))
    ]
    return people if len(figures) > 1 and people else figures


def _day_behind(sentences: Sequence[Parsed], figure: Figure | None) -> tuple[PartialDate, Span] | None:
    """Return the day that is said right behind a figure: "200 of them flew to Haiti on June 25"."""
    if figure is None:
        return None
    for first, _last, mention in sentences[figure.index].dates:
        day = mention.resolve()
        if day is not None and day.precision is DatePrecision.DAY and 0 <= first - figure.last <= _APART:
            return day, mention.span
    return None


def _actors(scope: Sequence[Parsed]) -> frozenset[str]:
    """Return the states, organizations and bodies that a correction names, and whom they act for."""
    named = [name for parsed in scope for name in parsed.names if name.kind not in (None, ActorKind.PERSON)]
    return frozenset(each for name in named for each in (name.name, name.state) if each is not None)
