"""Which of several accounts leads, and by which rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from tracker.reconcile.evidence import SourceOrder, Supported, digest, independent, source_order
from tracker.reconcile.model import Contradiction, Side, Thing
from tracker.vocab import DisputedField, Preference, RecordKind

T = TypeVar("T", bound=Supported)

_Newness = tuple[date, SourceOrder]


@dataclass(frozen=True, slots=True)
class Account(Generic[T]):
    """What some claims say of one field, as printed.

    ``precision`` is less where the claims are more exact; ``event`` is the day that they speak of, where
    days are to be compared; ``tie`` is less for that which leads of two that one source tells.
    ``takes_back`` names what others say and these claims correct, each with those of the claims that do. An
    account that nobody gives but those who take it back has these for members.
    """

    said: str
    members: tuple[T, ...]
    precision: Any = 0
    event: date | None = None
    tie: int = 0
    takes_back: Mapping[str, tuple[T, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ruling(Generic[T]):
    """The accounts in the order of preference, and the rule by which the first leads over the next."""

    accounts: tuple[Account[T], ...]
    rule: Preference

    @property
    def leading(self) -> Account[T]:
        """Return the account that the thing's headline follows."""
        return self.accounts[0]

    def on(self, record: RecordKind, thing: Thing, disputed: DisputedField) -> Contradiction:
        """Return the contradiction that the accounts are, of a field of a thing."""
        return Contradiction(
            content_key=digest((record.value, thing.content_key, disputed.value)),
            mission=thing.mission,
            record=record,
            thing=thing.content_key,
            field=disputed,
            rule=self.rule,
            sides=tuple(map(_side, self.accounts)),
        )


def ruling(accounts: Iterable[Account[T]]) -> Ruling[T] | None:
    """Return which account leads; None where there are no two of them.

    What was taken back comes last, however many repeat it, unless a later correction restores it.
    """
    accounts = list(accounts)
    if len(accounts) < 2:
        return None
    taken_back = _taken_back(accounts)
    keys = {account.said: _key(account, account.said in taken_back) for account in accounts}
    ordered = sorted(accounts, key=lambda each: (keys[each.said], each.tie, each.said))
    first, second = keys[ordered[0].said], keys[ordered[1].said]
    rule = next(
        (rule for rule, ours, theirs in zip(Preference, first, second, strict=True) if ours != theirs),
        Preference.FIRST_TOLD,
    )
    return Ruling(tuple(ordered), rule)


def _key(account: Account[Any], taken_back: bool) -> tuple[Any, ...]:
    """Return the place of an account: one part for each preference, in their order."""
    return (
        taken_back,
        0 if account.event is None else -account.event.toordinal(),
        -independent(account.members),
        account.precision,
        min(source_order(each.evidence.sourced.source) for each in account.members),
    )


def _taken_back(accounts: Sequence[Account[T]]) -> set[str]:
    """Return what is said by accounts that others correct, and that they do not restore later."""
    corrected: dict[tuple[str, str], _Newness] = {
        (account.said, old): max(map(_newness, members))
        for account in accounts
        for old, members in account.takes_back.items()
    }
    return {
        old
        for (new, old), day in corrected.items()
        if (old, new) not in corrected or corrected[old, new] < day
    }


def _newness(member: Supported) -> _Newness:
    source = member.evidence.sourced.source
    return source.published or date.min, source_order(source)


def _side(account: Account[Any]) -> Side:
    evidence = sorted((each.evidence for each in account.members), key=lambda each: each.order)
    return Side(
        said=account.said,
        claims=tuple(each.sourced.id for each in evidence),
        source_count=len({each.source for each in evidence}),
        independent_count=independent(account.members),
    )
