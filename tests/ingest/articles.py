"""Articles whose claims stand in them line by line, and the extractor that reads those.

A line ``pledge | United States | 100m USD | 2023-09-22 | status=committed`` is the claim that the builder of
``tests.reconcile.telling`` makes of the same words; every other line is prose. So the way into the database
is tested apart from how well English is read.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Engine

from tests.reconcile.telling import KNOWLEDGE, MISSION, Source
from tracker.claims import Await, Claim, Extraction, FieldSpan, Mention, MissionRef, RoleClaim, Span
from tracker.documents.model import Document
from tracker.documents.read import document_from_bytes
from tracker.export.content import contents
from tracker.ingest import Extractor, IngestOptions, Report, ingest
from tracker.knowledge import Knowledge, MissionEntry
from tracker.verify import verify
from tracker.vocab import ActorKind, ClaimKind

_NAMED = re.compile(r"[a-z_]+=")
SEEDS = dataclasses.replace(
    KNOWLEDGE,
    missions=(
        MissionEntry(
            MISSION, "Multinational Security Support", ("MSS",), "Jamaica", "Kenya", "UN Security Council"
        ),
        MissionEntry("ramsi", "Regional Assistance Mission"),
    ),
)  # fmt: skip


def article(name: str, text: str, **front: str) -> Document:
    """Return an article with front matter, as it is read from its bytes."""
    head = "".join(f"{key}: {value}\n" for key, value in front.items())
    data = f"---\n{head}---\n{text}\n" if front else f"{text}\n"
    return document_from_bytes(name, data.encode())


def read_lines(document: Document, knowledge: Knowledge) -> Extraction:
    """Return the claims that stand in the lines."""
    slug: str | None = MISSION
    source = Source(None)
    spans: list[Span] = []
    roles: list[RoleClaim] = []
    at = 0
    for line in document.body.splitlines(keepends=True):
        words = line.strip()
        span = Span(at, at + len(line.rstrip("\n")))
        at += len(line)
        kind, *fields = (part.strip() for part in words.split("|"))
        if kind == "raise":
            raise RuntimeError(fields[0])
        if kind == "mission":
            slug = source.mission = None if fields[0] == "-" else fields[0]
        elif kind == "role":
            roles.append(_role(fields, document.body, span))
        elif fields and kind in _MAKERS:
            plain = [part for part in fields if not _NAMED.match(part)]
            named = dict(part.split("=", 1) for part in fields if part not in plain)
            _MAKERS[kind](source, [part if part != "-" else None for part in plain], named)
            spans.append(span)
    claims = [
        (kind, _placed(claim, document.body, span))
        for (kind, claim), span in zip(source.said, spans, strict=True)
    ]
    return _extraction(slug, claims, roles, knowledge)


LINES = Extractor("lines", "1", read_lines)
OPTIONS = IngestOptions(seeds=lambda: SEEDS, extractor=LINES)


def take_in(engine: Engine, documents: Iterable[Document], **options: Any) -> list[Report]:
    """Ingest the articles; return the reports."""
    return list(ingest(documents, engine, dataclasses.replace(OPTIONS, **options)))


def outcomes(reports: Iterable[Report]) -> list[str]:
    return [str(report) for report in reports]


def content(engine: Engine) -> Mapping[str, Any]:
    """Return what the database says, without ids and times; fail where it does not verify."""
    with engine.connect() as conn:
        assert [str(problem) for problem in verify(conn)] == []
        return contents(conn)


def things(conn: Connection, of: str) -> list[dict[str, Any]]:
    """Return the rows of a table, by id."""
    return [dict(row) for row in conn.exec_driver_sql(f"SELECT * FROM {of} ORDER BY id").mappings()]


def _flags(named: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = dict(named)
    for name in ("total", "additional"):
        if name in found:
            found[name] = True
    if "purposes" in found:
        found["purposes"] = found["purposes"].split(",")
    return found


def _sends(source: Source, plain: list[str | None], named: Mapping[str, str]) -> None:
    contributor, count, *on = plain
    source.sends(contributor, None if count is None else int(count), *on, **_flags(named))


_MAKERS: dict[str, Callable[[Source, list[Any], Mapping[str, str]], object]] = {
    "pledge": lambda source, plain, named: source.pledge(*plain, **_flags(named)),
    "sends": _sends,
    "says": lambda source, plain, named: source.says(*plain),
    "step": lambda source, plain, named: source.step(*plain, **named),
    "phase": lambda source, plain, named: source.phase(
        plain[0], *((kind, by) for kind, by in zip(plain[1::2], plain[2::2], strict=True))
    ),
}


def _placed(claim: Claim, body: str, span: Span) -> Claim:
    """Give the claim its line as evidence, and the names in it theirs."""
    changes: dict[str, Any] = {"span": span, "fields": (FieldSpan("line", span),)}
    for field in dataclasses.fields(claim):
        value = getattr(claim, field.name)
        if isinstance(value, Mention):
            changes[field.name] = _found(value, body, span)
        elif field.name == "awaits":
            changes[field.name] = tuple(
                Await(step.kind, step.by and _found(step.by, body, span), span) for step in value
            )
    return dataclasses.replace(claim, **changes)


def _found(mention: Mention, body: str, within: Span) -> Mention:
    start = body.index(mention.name, within.start)
    return dataclasses.replace(mention, span=Span(start, start + len(mention.name)))


def _role(fields: list[str], body: str, span: Span) -> RoleClaim:
    person, office, of = fields
    return RoleClaim(
        _found(Mention(person, ActorKind.PERSON, span), body, span),
        office,
        _found(Mention(of, ActorKind.STATE, span), body, span),
        span,
    )


def _extraction(
    slug: str | None,
    claims: Iterable[tuple[ClaimKind, Any]],
    roles: Iterable[RoleClaim],
    knowledge: Knowledge,
) -> Extraction:
    of = {kind: [claim for each, claim in claims if each is kind] for kind in ClaimKind} if claims else {}
    entry = next((each for each in knowledge.missions if each.slug == slug), None)
    ref = None if slug is None else MissionRef(slug, entry.name if entry else f"The {slug}", "Kenya")
    return Extraction(
        mission=ref,
        pledges=tuple(of.get(ClaimKind.PLEDGE, ())),
        deployments=tuple(of.get(ClaimKind.DEPLOYMENT, ())),
        statements=tuple(of.get(ClaimKind.STATEMENT, ())),
        milestones=tuple(of.get(ClaimKind.MILESTONE, ())),
        phase=next(iter(of.get(ClaimKind.PHASE, ())), None),
        roles=tuple(roles),
    )


def story() -> Iterator[Document]:
    """Yield ten articles that tell the story of a mission, and of others by the way."""
    yield article(
        "01",
        "step | requested | 2022-10-07 | Jamaica\nphase | proposed",
        published="2022-10-10",
        publisher="A",
    )
    yield article(
        "02",
        "step | offered | 2023-07-29 | Kenya\nsends | Kenya | 1000 | status=offered | basis=level\n"
        "says | William Ruto | We shall not let them wait\nrole | William Ruto | president | Kenya",
        published="2023-07-30",
        publisher="The Ledger",
    )
    yield article(
        "03",
        "pledge | United States | 100m USD = 14.5bn KES | 2023-09-22 | purposes=logistics,medical\n"
        "phase | proposed | authorized | UN Security Council\n"
        "says | Antony Blinken | The people of Haiti cannot wait much longer, we shall not let them",
        published="2023-09-22",
        url="https://news.example/us-offers?utm_source=feed",
    )
    yield article(
        "04",
        "step | authorized | 2023-10-02 | UN Security Council\nphase | authorized",
        published="2023-10-02",
    )
    yield article(
        "05",
        "step | blocked | 2023-10-09 | High Court of Kenya\npledge | Washington | 200m USD\n"
        "sends | Jamaica | - | status=offered",
        published="2023-10-10",
        publisher="the ledger",
    )
    yield article(
        "06",
        "pledge | United States | 100m USD | 2024-03-11 | additional=yes\n"
        "pledge | United States | 300m USD | 2024-03-11 | total=yes\n"
        "says | Blinken | we shall not let them",
        published="2024-03-12",
        publisher="B",
    )
    yield article(
        "07",
        "step | deployed | 2024-06-25 | Kenya\nsends | Kenya | 400 | 2024-06-25\nphase | active\n"
        "step | authorized | 2023-10",
        published="2024-06-25",
        publisher="B",
    )
    yield article(
        "08", "sends | Kenya | 400 | basis=level | total=yes\nsends | Nairobi | 200 | status=offered"
    )
    yield article(
        "09",
        "mission | ramsi\nstep | ended | 2017-06-30 | Kenya | replaced_by=afterwards\nsends | Kenya | 7",
        published="2017-07-01",
    )
    yield article("10", "mission | -\npledge | Canada | 5m CAD | to=Jamaica", published="2024-01-01")
