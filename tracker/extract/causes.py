"""Level 5: pledges to a country or a cause with no mission: whom an article is about, what counts as aid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tracker.claims import FieldSpan, Mention, PledgeClaim
from tracker.extract.gifts import GIVERS
from tracker.extract.lexicon import load, words
from tracker.extract.merging import Joined
from tracker.extract.names import Name
from tracker.extract.reading import Parsed, Reading
from tracker.vocab import ActorKind, AliasKind, PledgeStatus

_AID = words("causes", "aid")
_ANYWHERE = words("causes", "anywhere")
_SEVERAL = 2  # givers without whom such promises are no aid
_AIMS = words("causes", "aims")
_GIVING = frozenset(load("causes")["giving"])
# What a state spends or invests goes to nobody, unless the sentence says to whom.
_AT_HOME = frozenset({"pledge-verb-spend", "pledge-verb-invest", "pledge-verb-raise", "pledge-verb-increase"})
_LEAD = 4  # sentences of the body that say what an article is about


def _opening(reading: Reading) -> list[Parsed]:
    """Return the head and the first sentences of the body."""
    body = [p for p in reading.parsed if not p.head and not p.sentence.bullet and not p.is_labelled()][:_LEAD]
    return [p for p in reading.parsed if p.head] + body


def about_aid(reading: Reading) -> bool:
    """Tell whether the article opens with aid, donors or a pledging conference."""
    return any(token.norm in _AID for parsed in _opening(reading) for token in parsed.tokens)


def _surely_about_aid(reading: Reading) -> bool:
    """Tell whether the opening says more than that somebody promised something, as many articles do."""
    said = {token.norm for parsed in _opening(reading) for token in parsed.tokens}
    return bool(said & (_AID - _ANYWHERE))


def cause(reading: Reading, donors: set[str]) -> Mention | None:
    """Return the state that the article's aid is for: named as an aim at its opening, and most often."""
    weights: Counter[str] = Counter()
    where: dict[str, Mention] = {}
    for parsed in _opening(reading):
        for name in parsed.names:
            if name.kind is not ActorKind.STATE or name.name in donors | _GIVING:
                continue
            if name.alias is AliasKind.CAPITAL:
                continue
            weights[name.name] += 3 if _is_aim(parsed, name) else 1
            where.setdefault(
                name.name, Mention(name.name, ActorKind.STATE, parsed.span(name.first, name.last))
            )
    return where[max(weights, key=lambda name: (weights[name], name))] if weights else None


def _is_aim(parsed: Parsed, name: Name) -> bool:
    """Tell whether a word before a name makes it an aim: "aid for Ukraine", "people in the Sudan"."""
    before = [norm for norm in parsed.norms(name.first - 2, name.first) if norm != "the"]
    return before[-1:] != [] and before[-1] in _AIMS and name.alias in (AliasKind.NAME, AliasKind.ACRONYM)


def without_mission(reading: Reading, pledges: Sequence[Joined[PledgeClaim]]) -> list[Joined[PledgeClaim]]:
    """Return the pledges of an article about no mission that go from one state or organization to another."""
    if not about_aid(reading):
        return []
    goal = cause(reading, {p.claim.donor.name for p in pledges if p.claim.donor is not None})
    aimed = (p if _is_of_several(p.claim, pledges) else p.with_claim(_aimed(p.claim, goal)) for p in pledges)
    kept = [p for p in aimed if _is_between_states(p.claim) or _is_of_several(p.claim, pledges)]
    givers = {p.claim.donor.name for p in kept if p.claim.donor}
    if (
        not _surely_about_aid(reading)
        and len(givers) < _SEVERAL
        and not any(_names_state(p) for p in pledges)
    ):
        return []
    return kept if any(p.claim.donor is not None for p in kept) else []


def _names_state(pledge: Joined[PledgeClaim]) -> bool:
    """Tell whether one state promises something to another: "Canada pledged $60 million to Haiti"."""
    donor, to = pledge.claim.donor, pledge.claim.recipient
    states = donor is not None and to is not None and donor.kind is to.kind is ActorKind.STATE
    return states and pledge.claim.status is PledgeStatus.OFFERED and pledge.claim.rule not in _AT_HOME


def _aimed(pledge: PledgeClaim, goal: Mention | None) -> PledgeClaim:
    """Return the pledge with the article's cause as its recipient, where it names none itself."""
    if pledge.recipient is not None or goal is None or pledge.rule in _AT_HOME:
        return pledge
    return replace(pledge, recipient=goal, fields=(*pledge.fields, FieldSpan("to", goal.span)))


def _is_of_several(pledge: PledgeClaim, pledges: Sequence[Joined[PledgeClaim]]) -> bool:
    """Tell whether a sum is the whole of gifts to several states."""
    if not pledge.total or pledge.donor is None or pledge.recipient is not None:
        return False
    gets = {
        p.claim.recipient.name
        for p in pledges
        if p.claim.recipient is not None and p.claim.recipient.kind is ActorKind.STATE
        if p.claim.donor is not None and p.claim.donor.name == pledge.donor.name
    }
    return len(gets - {pledge.donor.name}) > 1


def _is_between_states(pledge: PledgeClaim) -> bool:
    donor, to = pledge.donor, pledge.recipient
    if to is None or (donor is None and not pledge.total):
        return False
    return donor is None or (donor.kind in GIVERS and donor.name != to.name)
