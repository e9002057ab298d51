"""A thing, an actor or a source with all its evidence, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.cli.text import Page, one_line
from tracker.cli.thing_words import (
    deployment_words,
    milestone_words,
    pledge_words,
    recorded_words,
    statement_words,
)
from tracker.cli.words import counted, footnotes, source_line, sources_of, when
from tracker.read.actors import ActorAnswer, RoleLine
from tracker.read.answers import DeploymentLine, Evidence, MilestoneLine, PledgeLine, StatementLine
from tracker.read.evidence import Piece
from tracker.read.sources import SourceLine
from tracker.vocab import is_read

_INDENT = "  "
_OPEN, _CLOSE = "»", "«"


def pledge_title(line: PledgeLine) -> str:
    """Return a pledge in one line."""
    return f"Pledge {line.id}: {pledge_words(line)}"


def deployment_title(line: DeploymentLine) -> str:
    """Return a strength or contingent in one line."""
    return f"Deployment {line.id}: {deployment_words(line)}"


def milestone_title(line: MilestoneLine) -> str:
    """Return a step in one line."""
    return f"Milestone {line.id}: {milestone_words(line)}"


def statement_title(line: StatementLine) -> str:
    """Return what was said in one line."""
    return f"Statement {line.id}: {statement_words(line)}"


def thing_lines(
    page: Page, title: str, pieces: Sequence[Piece], details: Sequence[str], independent: int | None
) -> list[str]:
    """Return a thing's title, further lines on it, and its evidence, piece by piece."""
    sources = len({piece.source.id for piece in pieces})
    lines = [page.bold(line) for line in page.wrap(title, hang=_INDENT)]
    for detail in details:
        lines += page.wrap(detail, indent=_INDENT, hang=_INDENT * 2)
    lines += page.wrap(f"{counted(len(pieces), 'claim')} in {sources_of(sources, independent)}")
    shown = None
    for piece in pieces:
        if piece.source.id != shown:
            lines += ["", *_source(page, piece.source)]
            shown = piece.source.id
        lines += _quoted(page, piece)
    return lines


def source_lines(page: Page, source: SourceLine, pieces: Sequence[Piece]) -> list[str]:
    """Return what one source says, in the order of its text."""
    evidence = Evidence(
        source.id, source.title, source.publisher, source.url, source.published, start=0, end=0, quote=""
    )
    lines = [
        page.bold(line) for line in page.wrap(f"Source {source.id}: {source_line(evidence)}", hang=_INDENT)
    ]
    lines += _address(source.url)
    details = [source.byline, f"about {', '.join(source.missions)}" if source.missions else None]
    lines += [line for detail in details if detail for line in page.wrap(detail, indent=_INDENT)]
    if not is_read(source.language):
        lines += page.wrap(f"Its language, {source.language}, is not read.", indent=_INDENT)
    if source.replaced:
        lines += page.wrap("A later text under the same URL has taken its place.", indent=_INDENT)
    lines += page.wrap(counted(len(pieces), "claim"), indent=_INDENT)
    for piece in pieces:
        thing = f"{piece.kind.value} {piece.thing}" if piece.thing else piece.kind.value
        lines += ["", *page.wrap(thing, indent=_INDENT), *_quoted(page, piece)]
    return lines


def actor_lines(page: Page, actor: ActorAnswer) -> list[str]:
    """Return an actor's names, offices and part in things."""
    of = f" of {actor.parent}" if actor.parent else ""
    lines = [page.bold(line) for line in page.wrap(f"Actor {actor.id}: {actor.name}, {actor.kind.value}{of}")]
    if actor.aliases:
        lines += page.wrap(f"also {', '.join(actor.aliases)}", indent=_INDENT)
    for role in actor.roles:
        lines += page.wrap(_role(role), indent=_INDENT, hang=_INDENT * 2)
        if role.source:
            lines += _place(page, role.source)
    groups = (
        ("Gives", [(pledge_title(line), line.sources) for line in actor.gives]),
        ("Receives", [(pledge_title(line), line.sources) for line in actor.receives]),
        ("Sends", [(deployment_title(line), line.sources) for line in actor.sends]),
        ("Decides", [(milestone_title(line), line.sources) for line in actor.takes]),
        ("Says", [(statement_title(line), line.sources) for line in actor.says]),
    )
    cited: dict[int, Evidence] = {}
    for title, things in groups:
        lines += _group(page, title, things, cited)
    if cited:
        lines += ["", page.bold("Sources")]
    for number in sorted(cited):
        lines += page.wrap(f"[{number}] {source_line(cited[number])}", indent=_INDENT, hang=_INDENT * 3)
    return lines


def sources_lines(page: Page, sources: Iterable[SourceLine]) -> list[str]:
    """Return a table of sources."""
    rows = [
        (
            str(source.id),
            when(source.published),
            source.publisher or "",
            _listed_title(source),
            ", ".join(source.missions),
            str(source.claim_count),
        )
        for source in sources
    ]
    if not rows:
        return ["no sources yet; tracker ingest PATH reads some"]
    return page.table([("id", "published", "publisher", "title", "missions", "claims"), *rows])


def _listed_title(source: SourceLine) -> str:
    marks = [] if is_read(source.language) else [f"{source.language}, not read"]
    marks += ["replaced"] if source.replaced else []
    said = f" ({'; '.join(marks)})" if marks else ""
    return f"{source.title or '(untitled)'}{said}"


def _group(
    page: Page, title: str, things: Sequence[tuple[str, Sequence[Evidence]]], cited: dict[int, Evidence]
) -> list[str]:
    if not things:
        return []
    lines = ["", page.bold(title)]
    for text, sources in things:
        cited.update({source.id: source for source in sources})
        lines += page.wrap(f"{text} {footnotes(sources)}", indent=_INDENT, hang=_INDENT * 2)
    return lines


def _role(role: RoleLine) -> str:
    of = f" of {role.of}" if role.of else ""
    held = ""
    if role.held_from or role.held_to:
        held = f", {when(role.held_from, 'unknown')} to {when(role.held_to, 'open')}"
    return f"{role.office}{of}{held}{'' if role.source else ' (reviewed)'}"


def _source(page: Page, source: Evidence) -> list[str]:
    lines = page.wrap(f"[{source.id}] {source_line(source)}", hang=_INDENT)
    return lines + (_address(source.url))


def _address(url: str | None) -> list[str]:
    """Return a URL on a line of its own, never broken: people copy it."""
    return [_INDENT + one_line(url)] if url else []


def _place(page: Page, source: Evidence) -> list[str]:
    text = f"[{source.id}] {source.start}:{source.end} “{source.quote}”"
    return page.wrap(text, indent=_INDENT * 2, hang=_INDENT * 3)


def _quoted(page: Page, piece: Piece) -> list[str]:
    """Return the sentence with its quote marked, what was recorded of it, and where each field stands."""
    start = piece.source.start - piece.sentence_start
    end = piece.source.end - piece.sentence_start
    before, quote, after = piece.sentence[:start], piece.sentence[start:end], piece.sentence[end:]
    marked = f"{before}{_OPEN}{quote}{_CLOSE}{after}"
    lines = page.wrap(f"{piece.source.start}:{piece.source.end}  {marked}", indent=_INDENT, hang=_INDENT * 2)
    places: dict[str, list[str]] = {}
    for field, text in piece.fields:
        places.setdefault(field.field, []).append(f"{field.span.start}:{field.span.end} “{text}”")
    fields = "; ".join(f"{field} {', '.join(where)}" for field, where in places.items())
    details = f"{fields}. " if fields else ""
    details += f"Rule {piece.rule}, confidence {piece.confidence:.2f}."
    lines += page.wrap(f"Recorded: {recorded_words(piece.recorded)}", indent=_INDENT * 2, hang=_INDENT * 3)
    return lines + page.wrap(details, indent=_INDENT * 2, hang=_INDENT * 2)
