"""Level 2: capitalized runs. Where a name that the knowledge lacks begins and where it ends."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extract.gazetteer import Gazetteer
from tracker.extract.lexicon import load, words
from tracker.extract.offices import HEADS, MODIFIERS
from tracker.extract.tokens import Token
from tracker.vocab import ActorKind

ORGANIZATIONS = words("titles", "organizations")
OF_BODIES = words("titles", "bodies_of")
PARTICLES = words("titles", "particles")
_ABBREVIATED = words("titles", "abbreviated")
_GIVEN_NAMES = words("titles", "given_names_too")
_PLACE_ENDS = words("titles", "place_ends")
_OPENERS = words("words", "openers") | words("words", "operative") | words("words", "prepositions")
_NO_BODY_OPENS = words("words", "prepositions") | words("words", "determiners")
_COLLECTIVES = frozenset({"people", "women", "children", "men", "girl", "citizen", "lawyer"})
_UNNAMED = words("speech", "unnamed")
_CALENDAR = words("words", "calendar")
_CALENDAR_NAMES = words("words", "calendar_names")
_TENS = frozenset(load("numbers")["tens"])  # "Twenty-five officers"


def shouting(tokens: Sequence[Token]) -> bool:
    """Tell whether a line is set in capitals, so that capitals say nothing."""
    letters = [t for t in tokens if t.word and t.text[0].isalpha()]
    return len(letters) >= 3 and sum(t.text.isupper() for t in letters) >= 0.7 * len(letters)


def _is_cap_word(token: Token) -> bool:
    return (
        token.cap and token.word and token.norm not in _CALENDAR and not any(c.isdigit() for c in token.text)
    )


def is_given_name(tokens: Sequence[Token], at: int, gaz: Gazetteer) -> bool:
    """Tell whether the name of a place is a person's here: "Israel Katz", not "Israel Police"."""
    if tokens[at].norm not in _GIVEN_NAMES or at + 1 >= len(tokens) or not _is_cap_word(tokens[at + 1]):
        return False
    surname = tokens[at + 1]
    if (
        surname.norm in ORGANIZATIONS | HEADS | MODIFIERS | _PLACE_ENDS
        or gaz.match(tokens, at + 1) is not None
    ):
        return False
    return tokens[run_end(tokens, at, gaz) - 1].norm not in ORGANIZATIONS | _PLACE_ENDS


def opens_run(tokens: Sequence[Token], at: int, gaz: Gazetteer) -> bool:
    """Tell whether a name may begin at token ``at``: a capital that no everyday word explains."""
    if not _is_cap_word(tokens[at]) or tokens[at].norm.partition("-")[0] in _TENS:
        return False
    if at == 0 and tokens[0].norm in _UNNAMED and not (len(tokens) > 1 and tokens[1].cap):
        return False  # "Sources told …", "Placards read …"
    return tokens[at].norm not in _OPENERS or _opens_body(tokens, at, gaz)


def _opens_body(tokens: Sequence[Token], at: int, gaz: Gazetteer) -> bool:
    """Tell whether a capitalized everyday word opens the name of a body: "National Security Council"."""
    if tokens[at].norm in _NO_BODY_OPENS:
        return False
    end = run_end(tokens, at, gaz)
    return end - at >= 2 and tokens[end - 1].norm in ORGANIZATIONS


def run_end(tokens: Sequence[Token], at: int, gaz: Gazetteer) -> int:
    """Return the end of the capitalized run that begins at ``at``, before the next known name."""
    end = at
    while end < len(tokens):
        if end > at and gaz.match(tokens, end) is not None and not _body_ahead(tokens, end, gaz):
            suffix = _known_suffix(tokens, at, end, gaz)
            if suffix is None:
                break
            end = suffix
        elif _is_cap_word(tokens[end]):
            end += 1
        elif end > at and (further := _inner_length(tokens, end)):
            end += further
        else:
            break
    return end


def of_what(tokens: Sequence[Token], first: int, end: int) -> int:
    """Return the end of a body's name with what it is for: "Ministry of Health and Sanitation"."""
    if tokens[end - 1].norm not in OF_BODIES or any(t.norm == "of" for t in tokens[first:end]):
        return end
    at = end
    for links in ({"of", "for"}, {"and", "&"}):
        if at >= len(tokens) or tokens[at].norm not in links:
            break
        word = at + 1
        if "of" in links and word < len(tokens) and tokens[word].norm == "the":
            word += 1
        last = word
        while last < len(tokens) and _is_cap_word(tokens[last]) and tokens[last].norm not in OF_BODIES:
            last += 1
        if last == word:
            break
        at = last
    return at


def _inner_length(tokens: Sequence[Token], at: int) -> int:
    """Return how many tokens that begin at ``at``, within a run, belong to it though they have no capital.

    The point of an initial, particles ("van der") with the word behind them, a nickname in quotation marks.
    """
    token, before = tokens[at], tokens[at - 1]
    if token.norm in _CALENDAR_NAMES and token.cap and _is_cap_word(before):  # "Theresa May", "Dong Jun"
        return 0 if at + 1 < len(tokens) and tokens[at + 1].text[0].isdigit() else 1
    if _is_initial(token, before) or _is_collective(tokens, at):
        return 1
    behind = tokens[at + 1 : at + 4]
    if token.norm in PARTICLES:
        for length, word in enumerate(behind[:2], start=2):
            if _is_cap_word(word):
                return length
            if word.norm not in PARTICLES:
                return 0
    if token.text in '"“‘' and len(behind) == 3:
        nickname, mark, name = behind
        if nickname.cap and mark.text in '"”’' and _is_cap_word(name):
            return 4
    return 0


def _is_initial(token: Token, before: Token) -> bool:
    """Tell whether a token is the point of an initial or of an abbreviated rank."""
    return token.text == "." and before.cap and (len(before.text) == 1 or before.norm in _ABBREVIATED)


def _is_collective(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "'s" stands inside a body's name: "Uganda People's Defence Forces"."""
    if tokens[at].norm != "'s" or at + 1 >= len(tokens) or not _is_cap_word(tokens[at + 1]):
        return False
    office = tokens[at + 1].norm == "office" and tokens[at - 1].norm in HEADS
    return office or tokens[at - 1].norm in _COLLECTIVES


def _known_suffix(tokens: Sequence[Token], at: int, end: int, gaz: Gazetteer) -> int | None:
    """Return the end of a known body that is only the tail of a longer name: "National Security Council"."""
    match = gaz.match(tokens, end)
    if match is None or match[1].kind is not ActorKind.BODY:
        return None
    return match[0] if match[0] > end + 1 and all(t.norm in MODIFIERS for t in tokens[at:end]) else None


def _body_ahead(tokens: Sequence[Token], at: int, gaz: Gazetteer) -> bool:
    """Tell whether a known name at ``at`` is inside a body's name: "Royal Bahamas Defence Force"."""
    match = gaz.match(tokens, at)
    if match is None or match[1].kind is not ActorKind.STATE:
        return False
    end = match[0]
    while end < len(tokens) and _is_cap_word(tokens[end]):
        end += 1
    return end > match[0] and tokens[end - 1].norm in ORGANIZATIONS
