"""Which statement claims tell of the same words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tracker.claims import Mention, StatementClaim
from tracker.reconcile.clusters import Cluster, gather
from tracker.reconcile.evidence import Evidence, support
from tracker.reconcile.model import Statement
from tracker.reconcile.names import folded_words

Meaning = Callable[[Evidence, Mention | None], str | None]

SHORTEST_PART = 4
"""Words that a quotation must have to be known as a part of a longer one."""

_ELLIPSIS = re.compile(r"\.\s?\.\s?\.|…|\[[^\]]*\]")


@dataclass(eq=False, slots=True)
class _Said:
    """One statement claim: its speaker, and its words in the runs that an ellipsis parts."""

    evidence: Evidence
    claim: StatementClaim
    speaker: str | None
    runs: tuple[tuple[str, ...], ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word for run in self.runs for word in run)


@dataclass(slots=True)
class _Traits:
    speaker: str | None
    longest: tuple[str, ...]


class _SameWords:
    """Claims of one mission. The longer is the more precise; a speaker unknown fits any."""

    def rank(self, item: _Said) -> tuple[int, bool]:
        return -len(item.words), item.speaker is None

    def likeness(self, item: _Said) -> Iterable[Hashable]:
        yield item.speaker, item.words

    def handles(self, item: _Said) -> Iterable[Hashable]:
        yield item.words
        yield from _openings(item.words)

    def lookups(self, item: _Said) -> Iterable[Hashable]:
        yield item.words
        longest = max(item.runs, key=len, default=())
        if len(longest) >= SHORTEST_PART:
            yield ("run", *longest[:SHORTEST_PART])

    def fit(self, item: _Said, cluster: Cluster[_Said]) -> int:
        traits: _Traits = cluster.traits
        if None not in (item.speaker, traits.speaker) and item.speaker != traits.speaker:
            return 0
        if item.words == traits.longest:
            return 2
        return int(_is_part(item.runs, traits.longest))

    def brings(self, item: _Said) -> str | None:
        return item.speaker

    def clash(self, left: str | None, right: str | None) -> bool:
        return None not in (left, right) and left != right

    def update(self, cluster: Cluster[_Said], item: _Said) -> None:
        if cluster.traits is None:
            cluster.traits = _Traits(item.speaker, item.words)
        cluster.traits.speaker = cluster.traits.speaker or item.speaker


def _openings(words: tuple[str, ...]) -> Iterator[Hashable]:
    for start in range(len(words) - SHORTEST_PART + 1):
        yield ("run", *words[start : start + SHORTEST_PART])


def _is_part(runs: Sequence[tuple[str, ...]], whole: tuple[str, ...]) -> bool:
    """Tell whether the runs stand in ``whole``, in their order."""
    if sum(map(len, runs)) < SHORTEST_PART:
        return False
    place = 0
    for run in runs:
        found = next(
            (at for at in range(place, len(whole) - len(run) + 1) if whole[at : at + len(run)] == run), None
        )
        if found is None:
            return False
        place = found + len(run)
    return True


def normalized(content: str) -> tuple[tuple[str, ...], ...]:
    """Return the words said, folded, in the runs that an ellipsis or an insertion parts."""
    runs = (tuple(folded_words(run)) for run in _ELLIPSIS.split(content))
    return tuple(run for run in runs if run)


def statements(evidence: Iterable[Evidence], meaning: Meaning) -> tuple[list[Statement], list[Evidence]]:
    """Return what was said, and the claims whose words are a part of several things said."""
    groups: dict[str | None, list[_Said]] = defaultdict(list)
    for each in evidence:
        claim = each.sourced.claim
        assert isinstance(claim, StatementClaim)  # noqa: S101
        speaker = meaning(each, claim.speaker)
        groups[claim.mission].append(_Said(each, claim, speaker, normalized(claim.content)))
    found: list[Statement] = []
    undecided: list[Evidence] = []
    for said in groups.values():
        outcome = gather(said, _SameWords())
        found += [_statement(cluster.members, cluster.traits) for cluster in outcome.clusters]
        undecided += [item.evidence for item in outcome.undecided]
    return found, undecided


def _statement(said: Sequence[_Said], traits: _Traits) -> Statement:
    # The fullest form, word for word where any is, as first printed.
    headline = min(
        said,
        key=lambda item: (
            item.words != traits.longest,
            not item.claim.direct,
            item.speaker is None,
            item.evidence.order,
        ),
    )
    return Statement(
        **support(said, headline),
        mission=headline.claim.mission,
        speaker=traits.speaker,
        direct=any(item.claim.direct for item in said),
        starts=headline.claim.starts,
        content=headline.claim.content,
    )
