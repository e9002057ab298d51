"""Which texts are one report printed several times: the wire's story in ten papers is one witness."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import ceil

from tracker.reconcile.model import SourceRef
from tracker.reconcile.sketch import DIGITS, SIZE

LIKENESS = Fraction(1, 2)
"""The share of runs of words, of those that either text has, from which two texts are one report.

Another headline and byline, a cut last paragraph and some changed words leave more than half of the runs; the
reports of two papers that share a quotation, or a paragraph of background, have less than a fifth in common.
"""

_Sketch = tuple[str, ...]


def origins(sources: Iterable[SourceRef]) -> dict[str, str]:
    """Map the digest of every text to that of the text it counts as: the earliest of its near-identical ones.

    Of texts of one day it is the one whose digest is least, and an undated text is the latest. Two texts are
    near-identical where a chain of likenesses leads from one to the other; a text without a sketch is like
    itself alone. The order of the sources does not matter.
    """
    first: dict[str, date] = {}
    sketches: dict[str, _Sketch] = {}
    for source in sources:
        digest = source.text_sha256
        first[digest] = min(source.published or date.max, first.get(digest, date.max))
        if digest not in sketches and source.sketch:
            sketches[digest] = _hashes(source.sketch)
    same: dict[_Sketch, list[str]] = defaultdict(list)
    for digest, sketch in sketches.items():
        same[sketch].append(digest)
    found = {digest: digest for digest in first}
    for group in _alike(list(same)):
        digests = [digest for sketch in group for digest in same[sketch]]
        earliest = min(digests, key=lambda digest: (first[digest], digest))
        found.update(dict.fromkeys(digests, earliest))
    return found


def likeness(left: Iterable[str], right: Iterable[str]) -> Fraction:
    """Return the share of runs that two texts have in common, judged by the least hashes of both together."""
    ours, theirs = frozenset(left), frozenset(right)
    least = sorted(ours | theirs)[:SIZE]
    if not least:
        return Fraction(0)
    return Fraction(sum(each in ours and each in theirs for each in least), len(least))


def _are_alike(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Tell whether two texts are near-identical; most pairs have too little in common to look closer."""
    common = len(ours & theirs)
    judged = min(SIZE, len(ours) + len(theirs) - common)
    enough = common * LIKENESS.denominator >= judged * LIKENESS.numerator
    return enough and likeness(ours, theirs) >= LIKENESS


def _hashes(sketch: str) -> _Sketch:
    return tuple(sketch[at : at + DIGITS] for at in range(0, len(sketch), DIGITS))


def _alike(sketches: Sequence[_Sketch]) -> list[list[_Sketch]]:
    """Part the sketches into groups of near-identical ones."""
    group = list(range(len(sketches)))
    hashes = [frozenset(sketch) for sketch in sketches]

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for sharing in _telling_hashes(sketches).values():
        if len(sharing) > 1:
            members: dict[int, list[int]] = defaultdict(list)
            for index in sharing:
                members[root(index)].append(index)
            _join(members, hashes, group)
    parted: dict[int, list[_Sketch]] = defaultdict(list)
    for index, sketch in enumerate(sketches):
        parted[root(index)].append(sketch)
    return list(parted.values())


def _join(members: Mapping[int, list[int]], hashes: Sequence[frozenset[str]], group: list[int]) -> None:
    """Join those groups of which some members are near-identical."""
    joined: list[tuple[int, list[int]]] = []
    for top, indices in members.items():
        apart: list[tuple[int, list[int]]] = []
        own = indices
        for other, others in joined:
            if any(_are_alike(hashes[a], hashes[b]) for a in own for b in others):
                group[other] = top
                own = own + others
            else:
                apart.append((other, others))
        joined = [*apart, (top, own)]


def _telling_hashes(sketches: Sequence[_Sketch]) -> dict[str, list[int]]:
    """Return which sketches share a hash, as far as near-identical ones must share it.

    Near-identical texts have so many hashes in common that one of them is among the rarest of each: only
    those are looked at, so that a phrase that all texts of a paper carry does not make all of them meet.
    """
    known = Counter(each for sketch in sketches for each in sketch)
    sharing: dict[str, list[int]] = defaultdict(list)
    for index, sketch in enumerate(sketches):
        rarest = sorted(sketch, key=lambda each: (known[each], each))
        for each in rarest[: len(sketch) - ceil(LIKENESS * len(sketch)) + 1]:
            if known[each] > 1:
                sharing[each].append(index)
    return sharing
