"""Level 4: sums that are no gift: needs, costs, prices, losses, budgets."""

from __future__ import annotations

from tracker.extract.gifts import GIVE_ALL, VERBS, asks_parliament, governing_clause
from tracker.extract.lexicon import section, words
from tracker.extract.reading import Parsed

_NOT = section("giving", "not_giving")
_MAY_STAND_BETWEEN = words("words", "prepositions") | _NOT["between"]
_PUT_AT = _NOT["nouns"] - {"worth", "deal", "target"}
_REACH_OF_OWN = 12  # tokens behind a sum in which it may say "its own"
_WAGES = {(each, time) for each in ("a", "per", "each") for time in ("month", "day", "week", "hour")}
_UNITS = (["million"], ["billion"], ["m"], ["bn"], ["mln"])


def is_cost(parsed: Parsed, first: int, last: int) -> bool:
    """Tell whether the sum in tokens ``[first, last)`` is a need, a price, a loss or a budget."""
    return (
        _is_yearly(parsed, first, last)
        or _is_needed(parsed, last)
        or _is_share(parsed, first, last)
        or _is_put_at(parsed, first)
        or _behind_noun(parsed, first)
        or bool(_NOT["heads"] & set(parsed.norms(last, last + 1)))
        or _was_before(parsed, first, last)
        or _is_object(parsed, first)
        or _is_estimate(parsed, first)
        or _is_for_oneself(parsed, last)
    )


def _is_yearly(parsed: Parsed, first: int, last: int) -> bool:
    """Tell whether the sum is a running cost: "$600 million a year", and no verb of giving before it."""
    if tuple(parsed.norms(last, last + 2)) in _WAGES:
        return True
    if parsed.norms(last, last + 2) not in (["a", "year"], ["per", "year"]):
        return False
    return not any(first - 8 <= c.verb.first < first and c.verb.base in GIVE_ALL for c in parsed.clauses)


def _is_needed(parsed: Parsed, last: int) -> bool:
    """Tell whether a relative clause says so: "the $600m that the mission needs"."""
    for clause in parsed.clauses:
        if clause.verb.base not in _NOT["relative_verbs"] or clause.verb.first < last:
            continue
        between = parsed.norms(last, clause.verb.first)
        opens = between[:1] in (["that"], ["which"], ["a"], ["it"], ["they"]) or clause.subject[0] == last
        if 0 < len(between) <= 12 and opens and "," not in between:
            return True
    return False


def _is_share(parsed: Parsed, first: int, last: int) -> bool:
    """Tell whether the sum is a split of another by form or time: "$5m in grants", "of which 3 already"."""
    after = parsed.norms(last, last + 4)
    if {"grants", "loans"} & set(after) and after[0] in ("of", "in"):
        return True
    if parsed.norms(first - 2, first) == ["of", "which"] and "already" in after:
        return True
    return after[:1] in (["a"], ["bn"]) and bool({"barrel", "head", "share"} & set(after[1:2]))


def _is_put_at(parsed: Parsed, first: int) -> bool:
    """Tell whether the sum is what a need or a cost is put at."""
    clause = governing_clause(parsed, first)
    if clause is None or clause.verb.base not in _NOT["put_verbs"]:
        return False
    around = set(parsed.norms(clause.verb.last, first)) | set(parsed.norms(*clause.subject))
    return bool(around & _PUT_AT)


def _behind_noun(parsed: Parsed, first: int) -> bool:
    """Tell whether a noun of cost stands before: "a budget of $3m", "the cost is put at $3m"."""
    before = parsed.norms(first - 4, first)
    for at, norm in enumerate(before):
        costs = norm in _NOT["nouns"] and norm != "worth" and norm not in before[at + 1 :]
        if costs and all(word in _MAY_STAND_BETWEEN for word in before[at + 1 :]):
            return True
    return False


def _is_estimate(parsed: Parsed, first: int) -> bool:
    """Tell whether something is put at the sum: "put the figure at €3 million"."""
    clause = governing_clause(parsed, first)
    if clause is None or clause.verb.base not in _NOT["estimating"] or clause.verb.last > first:
        return False
    return "at" in parsed.norms(first - 4, first)


def _is_for_oneself(parsed: Parsed, last: int) -> bool:
    """Tell whether the sum is spent on the giver's own people: "to get its own troops ready"."""
    behind = parsed.norms(last, last + _REACH_OF_OWN)
    for at in range(len(behind) - 2):
        if behind[at] in ("its", "their", "his", "her", "our") and behind[at + 1] == "own":
            return bool(_NOT["own"] & set(behind[at + 2 : at + 4]))
        if behind[at] in (";", ":", ".", "and"):
            return False
    return False


def _was_before(parsed: Parsed, first: int, last: int) -> bool:
    """Tell whether the sum is what something was before: "to $200 million from $100 million"."""
    raised = any(f == last + 1 for f, _last, _m in parsed.money) and parsed.norms(last, last + 1) == ["to"]
    if raised and parsed.norms(first - 1, first) == ["from"]:
        return True
    if parsed.norms(first - 1, first) != ["from"] or first < 2:
        return False
    return parsed.tokens[first - 2].text[-1:].isdigit() or parsed.norms(first - 2, first - 1) in _UNITS


def _is_object(parsed: Parsed, first: int) -> bool:
    clause = governing_clause(parsed, first)
    if clause is None or asks_parliament(parsed, clause):
        return False
    if clause.verb.base in VERBS["leaving"] and "with" in parsed.norms(clause.verb.last, first):
        return False  # "left Paris with €5m in pledges"
    return clause.verb.base in _NOT["passive_verbs" if clause.verb.passive else "verbs"]
