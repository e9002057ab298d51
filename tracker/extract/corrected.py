"""Level 6: records that say what they were corrected from.

Mostly a record gives the right figure already, in the text or in the correction; where none does ("An earlier
version of this article said that Kenya had sent 400 police officers; it was 200."), what the error said is
read as it stood, and the right figure put in its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from tracker.claims import DeploymentClaim, Mention, PledgeClaim, Span
from tracker.extract.corrections import Correction, Figure
from tracker.extract.evidence import spans_of, standing, without
from tracker.extract.merging import Joined
from tracker.vocab import Money

_C = TypeVar("_C", bound=PledgeClaim | DeploymentClaim)
_FROM = "corrected_from"


def unanswered(
    claims: Iterable[PledgeClaim | DeploymentClaim], corrections: Iterable[Correction]
) -> list[Correction]:
    """Return the corrections of the article whose right figure no claim gives."""
    given = {_figure(claim) for claim in claims}
    return [
        each
        for each in corrections
        if each.of_article and each.right is not None and each.right.value not in given
    ]


def restated(claim: _C, corrections: Iterable[Correction]) -> _C | None:
    """Return a claim that was read from an error with the right figure, None for any other claim."""
    right = _right_for(claim, corrections)
    if right is None:
        return None
    kept = without(claim.fields, _field(claim), "count_max", "qualifier", "equivalents")
    changes: dict[str, Any] = {
        "span": Span(min(claim.span.start, right.span.start), max(claim.span.end, right.span.end)),
        "fields": (*kept, *standing(_field(claim), [right.span])),
    }
    if isinstance(right.value, Money):
        changes |= {"amount": right.value, "equivalents": ()}
    else:
        changes |= {"count": right.value, "count_max": None, "qualifier": right.qualifier}
    return replace(claim, **changes)


def _right_for(claim: PledgeClaim | DeploymentClaim, corrections: Iterable[Correction]) -> Figure | None:
    """Return the figure that replaces the one that a claim was read from."""
    where = spans_of(claim.fields, _field(claim))
    for each in corrections:
        if each.wrong.span in where and each.wrong.value == _figure(claim):
            return each.right
    return None


def with_corrections(
    records: Sequence[Joined[_C]], corrections: Iterable[Correction], host: str | None, state: str | None
) -> list[Joined[_C]]:
    """Return the records, those whose figure the article puts right with the one that it takes back.

    ``host`` is the state that the mission is in, ``state`` the one that a correction is of that names nobody.
    """
    found = list(records)
    for correction in corrections:
        if correction.of_article:
            for at in _meant(found, correction, host, state):
                if found[at].claim.corrected_from is None:
                    found[at] = found[at].with_claim(_corrected(found[at].claim, correction))
    return found


def _meant(
    records: Sequence[Joined[_C]], correction: Correction, host: str | None, state: str | None
) -> list[int]:
    """Return the numbers of the records that a correction is of, [] where it is not said."""
    named = correction.actors - {host}
    could = [at for at, record in enumerate(records) if _gives(record.claim, correction)]
    found = [at for at in could if not named or _actor(records[at].claim) in named]
    found = [at for at in found if _is_told_by(records[at], correction)] or found
    if correction.right is not None and not named and len({_actor(records[at].claim) for at in found}) > 1:
        found = [at for at in found if _actor(records[at].claim) == state]
    if len(found) > 1:
        found = [at for at in found if not records[at].claim.additional] or found
    told = {(_actor(records[at].claim), _figure(records[at].claim)) for at in found}
    return found if len(told) == 1 or (named and correction.right is not None) else []


def _gives(claim: PledgeClaim | DeploymentClaim, correction: Correction) -> bool:
    """Tell whether a claim gives the right figure; where none is given, another one of the same sort."""
    value, wrong = _figure(claim), correction.wrong
    if correction.right is not None:
        return value == correction.right.value
    if value is None or value == wrong.value:
        return False
    return (value.currency if isinstance(value, Money) else None) == wrong.currency


def _is_told_by(record: Joined[_C], correction: Correction) -> bool:
    """Tell whether a record was read from the right figure itself."""
    return correction.right is not None and any(
        correction.right.span in spans_of(claim.fields, _field(claim)) for claim in record.told
    )


def _corrected(claim: _C, correction: Correction) -> _C:
    """Return the claim with the figure it was corrected from, and the day that the correction gives."""
    value = correction.wrong.value
    changes: dict[str, Any] = {"corrected_from": value.amount if isinstance(value, Money) else value}
    placed = {_FROM: correction.wrong.span}
    if isinstance(claim, DeploymentClaim) and correction.on is not None:
        changes["date"], placed["date"] = correction.on
    spans = [span for field, where in placed.items() for span in standing(field, [where])]
    return replace(claim, fields=(*without(claim.fields, *placed), *spans), **changes)


def _figure(claim: PledgeClaim | DeploymentClaim) -> Money | int | None:
    return claim.amount if isinstance(claim, PledgeClaim) else claim.count


def _field(claim: PledgeClaim | DeploymentClaim) -> str:
    return "amount" if isinstance(claim, PledgeClaim) else "count"


def _actor(claim: PledgeClaim | DeploymentClaim) -> str | None:
    actor: Mention | None = claim.donor if isinstance(claim, PledgeClaim) else claim.contributor
    return actor.name if actor is not None else None
