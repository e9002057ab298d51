"""Things in one line of words, as all commands tell them."""

from __future__ import annotations

from tracker.cli.words import people, pledged
from tracker.read.answers import DeploymentLine, MilestoneLine, PledgeLine, StatementLine
from tracker.read.differing import Line
from tracker.read.recorded import Recorded
from tracker.vocab import Phase


def pledge_words(line: PledgeLine) -> str:
    """Return who gives what, how far it has come, and since when."""
    to = f" to {line.recipient}" if line.recipient else ""
    announced = f", announced {line.announced_on.iso()}" if line.announced_on else ""
    donor = line.donor or "unknown donor"
    return f"{donor} {line.status.value}{to}: {pledged(line)}{announced}"


def deployment_words(line: DeploymentLine) -> str:
    """Return who sends whom, how far they have come, and when."""
    total = " (total)" if line.total else ""
    day = f", {line.date.iso()}" if line.date else ""
    who = line.contributor or "whole mission"
    return f"{who} {line.status.value}: {people(line)}{total}{day}"


def milestone_words(line: MilestoneLine) -> str:
    """Return what was done by whom and when."""
    by = f" by {line.by}" if line.by else ""
    until = f", until {line.until.iso()}" if line.until else ""
    replaced = f", replaced by {line.replaced_by}" if line.replaced_by else ""
    return f"{line.kind.value}{by}, {line.date.iso()}{until}{replaced}"


def statement_words(line: StatementLine) -> str:
    """Return who said what."""
    how = "said" if line.direct else "is reported to have said"
    words = f"“{line.content}”" if line.direct else line.content
    return f"{line.speaker or 'an unnamed speaker'} {how}: {words}"


def thing_words(line: Line) -> str:
    """Return a thing of any kind in one line."""
    match line:
        case PledgeLine():
            return pledge_words(line)
        case DeploymentLine():
            return deployment_words(line)
        case MilestoneLine():
            return milestone_words(line)
        case StatementLine():
            return statement_words(line)


def recorded_words(said: Recorded) -> str:
    """Return what a claim recorded; a date that it lacks is said, since the thing may have one."""
    match said:
        case Phase():
            return said.value
        case DeploymentLine(date=None):
            return f"{deployment_words(said)}, undated"
    return thing_words(said)
