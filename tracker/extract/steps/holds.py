"""What stops a mission and sets it going again: courts, pauses, and their end."""

from __future__ import annotations

from tracker.claims import Mention
from tracker.extract.discourse import Actor
from tracker.extract.names import Name
from tracker.extract.reading import Parsed
from tracker.extract.steps.article import WORDS, Article, Finding
from tracker.extract.steps.scene import Scene
from tracker.vocab import ActorKind, MilestoneKind

_NO_POWER = ("no power", "could not", "no authority", "had no")


def blocked(s: Scene) -> Finding | None:
    """Read "the court barred the deployment", "a judge ruled that … no power", "was frozen by the court"."""
    if s.base == "veto" or (s.base == "block" and s.head(s.affected) & WORDS["texts"]):
        return _vetoed(s)
    place = _court_place(s)
    court = named_court(s.article, s.parsed, place) if place is not None else None
    if court is None or not _stops(s):
        return None
    return Finding(MilestoneKind.BLOCKED, court, f"blocked-{s.base}")


def _vetoed(s: Scene) -> Finding | None:
    """Read "Russia vetoed the resolution that would have extended the mission"."""
    doer = _doer(s)
    if doer is None or not s.affects_mission():
        return None
    return Finding(MilestoneKind.BLOCKED, s.giver([doer]), f"blocked-{s.base}")


def _court_place(s: Scene) -> tuple[int, int] | None:
    """Return the tokens that say who blocks it."""
    if not s.passive:
        return s.clause.subject
    end = s.clause.end
    for i in range(s.verb.last, min(end, s.verb.last + 8)):
        if s.parsed.tokens[i].norm == "by":
            return i + 1, min(end, i + 8)
    return None


def named_court(article: Article, parsed: Parsed, place: tuple[int, int]) -> Mention | None:
    """Return the court that a noun phrase means; a judge stands for his court."""
    first, last = place
    names = [n for n in parsed.names if first <= n.begin and n.first < last]
    bodies = [n for n in names if _is_court(n)]
    if not (bodies or WORDS["courts"] & set(parsed.norms(first, last)) or any(_is_judge(n) for n in names)):
        return None
    if bodies:
        words = parsed.span(bodies[0].first, bodies[0].last)
        return Mention(_court_name(article, bodies[0]), ActorKind.BODY, words)
    judge = next((parsed.span(n.begin, n.last) for n in names if _is_judge(n)), None)
    appeal = "Court of Appeal" if "appeal" in parsed.norms(first, last) else None
    name = appeal or _known_court(article) or "court"
    return Mention(name, ActorKind.BODY, judge or parsed.span(first, last))


def _is_court(name: Name) -> bool:
    return name.kind is ActorKind.BODY and "court" in name.name.casefold()


def _is_judge(name: Name) -> bool:
    office = (name.office or "").casefold().replace(".", "")
    return name.kind is ActorKind.PERSON and bool(set(office.split()) & WORDS["courts"])


def _court_name(article: Article, name: Name) -> str:
    state = name.parent or article.discourse.default_state
    if name.known or not article.discourse.default_state or " of " in name.name:
        return name.name
    return f"{name.name} of {state}"


def _known_court(article: Article) -> str | None:
    courts = (n for parsed in article.reading.parsed for n in parsed.names if _is_court(n))
    found = next(courts, None)
    return _court_name(article, found) if found else None


def _stops(s: Scene) -> bool:
    """Tell whether what the court does stops the mission."""
    base = s.base
    if base in ("declare", "find"):
        return bool(set(s.parsed.norms(s.verb.last, len(s.parsed.tokens))) & WORDS["unlawful"])
    if base == "issue":
        return bool(s.after & WORDS["orders"] and s.after & WORDS["stopping"])
    if base == "rule":
        rest = " ".join(s.parsed.norms(s.verb.last, len(s.parsed.tokens)))
        return any(w in rest for w in WORDS["ruled_against"]) or any(w in rest for w in _NO_POWER)
    # A ruling against it is overturned, a petition thrown out.
    if s.affected_words & WORDS["lifted"] or s.head(s.affected) & WORDS["cases"]:
        return False
    return base not in WORDS["blocking_named"] or s.affects_mission()


def paused(s: Scene) -> Finding | None:
    """Read "Kenya put the deployment on hold", "the mission was suspended", "is on hold"."""
    if s.base == "be":
        return _stands_still(s)
    if not _is_held(s) or s.affected_words & WORDS["funding"]:
        return None
    doer = _doer(s)
    if doer is None and not s.passive:
        return None
    return Finding(MilestoneKind.PAUSED, s.giver([doer] if doer else []), f"paused-{s.base}", s.verb.perfect)


def _stands_still(s: Scene) -> Finding | None:
    """Read "the deployment is on hold", "the mission has been at a standstill since April"."""
    near = " ".join(s.following[:4])
    if not ("on hold" in near or "standstill" in near) or not s.about_mission(*s.clause.subject):
        return None
    return Finding(MilestoneKind.PAUSED, None, "paused-be", s.verb.perfect)


def _is_held(s: Scene) -> bool:
    """Tell whether the verb is done to the mission, and not to something that it does."""
    head = s.head(s.affected)
    return bool(head & (WORDS["mission_nouns"] | WORDS["held"] | {"it"})) or s.is_own_mission(s.affected)


def resumed(s: Scene) -> Finding | None:
    """Read "the court lifted its order", "Kenya resumed the deployment", "took it up again"."""
    if s.base == "be":
        back = s.following[:2] == ["back", "on"] and s.about_mission(*s.clause.subject)
        return Finding(MilestoneKind.RESUMED, None, "resumed-be") if back else None
    if s.base == "take" and not ({"up", "again"} <= set(s.following[:4])):
        return None
    if s.base == "set" and "aside" not in s.following[:8]:
        return None
    words = s.affected_words
    if s.base in WORDS["lifting"] and not words & WORDS["lifted"]:
        return None
    goes_on = not s.passive and s.base in WORDS["going_on"] and s.head(s.clause.subject) & WORDS["resumable"]
    if s.base not in WORDS["lifting"] and not (goes_on or _is_held(s)):
        return None
    return Finding(MilestoneKind.RESUMED, None if goes_on else _lifter(s, words), f"resumed-{s.base}")


def _lifter(s: Scene, words: frozenset[str]) -> Mention | None:
    """Return who lifts a hold: a court, a state; a hold that nobody lifts in name was the leader's own."""
    place = _court_place(s)
    court = named_court(s.article, s.parsed, place) if place is not None and place[0] < place[1] else None
    doer = _doer(s)
    by = s.giver([doer] if doer else [])
    if by is None and "hold" in words:
        by = s.state_mention(s.article.discourse.default_state or None)
    return court or by


def _doer(s: Scene) -> Actor | None:
    return next((a for a in s.doers() if a.state), None)
