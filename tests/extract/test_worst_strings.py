"""No regular expression of the program blows up: each is run over 100 kB of the strings worst for it.

The strings are made from the pattern itself: whatever it may repeat is repeated to 100 kB, behind what must
go before it and with nothing that lets it end well. That is where a pattern that backtracks hangs.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any

import pytest

import tracker

LENGTH = 100_000
GUARD = 60  # seconds; the slowest takes about two
PLAIN = ["a", "A ", "1", "1,", "1.", " ", "\n", ".", "-", "“", "$", "a.b", "Mr. ", "\u00a0", "é"]
Pattern = re.Pattern[str] | re.Pattern[bytes]


def patterns() -> dict[str, Pattern]:
    """Return every compiled pattern that a module of the program keeps, by where it stands."""
    found: dict[int, tuple[str, Pattern]] = {}
    for module in pkgutil.walk_packages(tracker.__path__, "tracker."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                for where, pattern in _within(value, f"{module.name}.{name}"):
                    found.setdefault(id(pattern), (where, pattern))
    return dict(sorted(found.values(), key=lambda each: each[0]))


def _within(value: Any, where: str, depth: int = 0) -> Iterator[tuple[str, Pattern]]:
    if isinstance(value, re.Pattern):
        yield where, value
    elif depth < 3 and isinstance(value, dict):
        for key, item in value.items():
            yield from _within(item, f"{where}[{key!r}]", depth + 1)
    elif depth < 3 and isinstance(value, (tuple, list)):
        for index, item in enumerate(value):
            yield from _within(item, f"{where}[{index}]", depth + 1)


class Sampler:
    """Makes strings that a parsed pattern matches; a seed makes the same ones again."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def text(self, nodes: Any, least: int = 0) -> str:
        """Return a match of a sequence of nodes."""
        return "".join(self._one(code, argument, least) for code, argument in nodes)

    def _one(self, code: Any, argument: Any, least: int) -> str:  # noqa: PLR0911 - one line for each kind of node
        if code is op.LITERAL:
            return chr(argument)
        if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            low, _high, body = argument
            return "".join(self.text(body) for _ in range(max(int(low), least)))
        if code is op.SUBPATTERN:
            return self.text(argument[-1], least)
        if code is op.ATOMIC_GROUP:
            return self.text(argument, least)
        if code is op.BRANCH:
            return self.text(self._random.choice(argument[1]), least)
        if code is op.IN:
            return self._of_set(argument)
        return "a" if code in (op.ANY, op.NOT_LITERAL) else ""

    def _of_set(self, choices: Any) -> str:
        if choices[0][0] is op.NEGATE:
            return self._random.choice("a1 ")
        code, argument = self._random.choice(choices)
        if code is op.LITERAL:
            return chr(argument)
        if code is op.RANGE:
            return chr(argument[0])
        return {op.CATEGORY_DIGIT: "1", op.CATEGORY_SPACE: " "}.get(argument, "a")


def repeats(nodes: Any) -> Iterator[Any]:
    """Yield the body of everything that a parsed pattern may repeat, however deep."""
    for code, argument in nodes:
        if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            if argument[1] > 1:
                yield argument[2]
            yield from repeats(argument[2])
        elif code is op.SUBPATTERN:
            yield from repeats(argument[-1])
        elif code is op.BRANCH:
            for branch in argument[1]:
                yield from repeats(branch)
        elif code in (op.ASSERT, op.ASSERT_NOT):
            yield from repeats(argument[1])


def worst_strings(pattern: Pattern) -> Iterator[str]:
    """Yield 100 kB strings that are hard for a pattern."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    sampler = Sampler(len(pattern.pattern))
    whole = [sampler.text(tree), sampler.text(tree, least=1)]
    repeated = [sampler.text(body, least=1) for body in repeats(tree)]
    for unit in dict.fromkeys([*whole, *(w[:-1] for w in whole), *repeated, *PLAIN]):
        if unit:
            text = (unit * (LENGTH // len(unit) + 1))[:LENGTH]
            yield text
            yield f"{whole[1]}{text}\0"


@contextmanager
def guarded(where: str) -> Iterator[None]:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        pytest.fail(f"{where} hangs")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(GUARD)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


PATTERNS = patterns()


def test_the_patterns_are_found() -> None:
    modules = {where.split("[")[0].rpartition(".")[0] for where in PATTERNS}
    assert {"tracker.extract.tokens", "tracker.extract.numbers", "tracker.documents.dates"} <= modules


@pytest.mark.parametrize("where", PATTERNS)
def test_no_pattern_blows_up(where: str) -> None:
    pattern: Any = PATTERNS[where]
    encoded = isinstance(pattern.pattern, bytes)
    tried = 0
    with guarded(where):
        for text in worst_strings(pattern):
            subject: Any = text.encode("utf-8", "replace") if encoded else text
            for match in pattern.finditer(subject):
                assert match.end() <= len(subject)
            pattern.match(subject)
            tried += 1
    assert tried > len(PLAIN)
