"""Level 5: which of the known missions a description can mean, by its words, its leader and its time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tracker.extract.lexicon import words
from tracker.extract.mission_words import Description
from tracker.knowledge import MissionEntry

# Tasks that a mission's name says, and its description with it; of these some tell it from all others.
_TASKS = words("missions", "tasks")
_TEACHING = words("missions", "teaching")
_COMMON = frozenset({"mission", "in", "the", "of", "to", "for", "un", "eu", "operation", "force"})
_BEFORE, _AFTER = 2, 1  # years


def at_work(missions: Sequence[MissionEntry], published: date | None) -> Sequence[MissionEntry]:
    """Return those in the making, at work or just closed on the publication date; all where none was."""
    if published is None:
        return missions
    return [m for m in missions if _spans(m, published.year)] or missions


def likeliest(missions: Sequence[MissionEntry], published: date | None) -> MissionEntry | None:
    """Return the one force among missions of a place that was there on a day, else the next one to come.

    None where several were. Those that only teach or observe count where there is no other.
    """
    on_the_ground = [m for m in missions if "office" not in m.name.casefold().split()]
    forces = alike(on_the_ground, Description(None, None)) or on_the_ground
    if published is None:
        return forces[0] if len(forces) == 1 else None
    in_time = sorted(forces, key=lambda m: m.since or 0)
    here = [m for m in in_time if (m.since or 0) <= published.year <= (m.until or published.year)]
    if here:
        return here[0] if len(here) == 1 or here[0].successor == here[-1].slug else None
    return next((m for m in in_time if (m.since or 0) > published.year), None)


def only(missions: Sequence[MissionEntry], words: frozenset[str], *, least: int = -1) -> str | None:
    """Return the one mission that fits its description best and has no successor among its like.

    None where several fit, or none has ``least`` words of its name in the description.
    """
    fits = {m.slug: fit(m, words) for m in missions}
    most = max(fits.values(), default=least - 1)
    best = {m.slug for m in missions if fits[m.slug] == most}
    last = [m.slug for m in missions if m.slug in best and m.successor not in best]
    return last[0] if len(last) == 1 and most >= least else None


def alike(missions: Sequence[MissionEntry], description: Description) -> list[MissionEntry]:
    """Return those that a description can mean: troops are no mission that trains or observes."""
    if "mission" in description.words or not _TEACHING.isdisjoint(description.words):
        return list(missions)
    return [m for m in missions if _TEACHING.isdisjoint(m.name.casefold().split())]


def fit(mission: MissionEntry, words: frozenset[str]) -> int:
    """Return how many words of a description a mission's name shares, less the special tasks it does not."""
    name = {w.replace("stabilisation", "stabilization") for w in mission.name.casefold().split()}
    name -= {*_COMMON, *(mission.host or "").casefold().split()}
    said = {w.replace("stabilisation", "stabilization") for w in words}
    return len(name & said) - bool((name & _TASKS) - said)


def _spans(mission: MissionEntry, year: int) -> bool:
    """Tell whether a mission can be the news of a year: asked for before it began, looked back on after."""
    begun = mission.since is None or year >= mission.since - _BEFORE
    return begun and (mission.until is None or year <= mission.until + _AFTER)


def is_led(mission: MissionEntry, lead: str) -> bool:
    """Tell whether a state or organization leads or mandates a mission."""
    if lead in (mission.lead, mission.authority):
        return True
    ours = (mission.authority or "").startswith("UN ") and mission.name.startswith(("United Nations", "UN "))
    return lead == "United Nations" and ours
