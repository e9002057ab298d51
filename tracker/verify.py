"""Proof that the database says what its texts say: every span re-read, every thing recomputed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, select

from tracker.db import models, store
from tracker.db.dangling import dangling
from tracker.db.store.disputes import DisputeChanges
from tracker.db.store.rows import table
from tracker.db.store.thing_rows import KINDS
from tracker.db.store.things import ThingChanges
from tracker.knowledge import Knowledge
from tracker.reconcile.actors import ActorIndex
from tracker.reconcile.project import projector
from tracker.reconcile.sketch import sketch
from tracker.reconcile.version import PROJECTION
from tracker.vocab import ClaimKind


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it must be: the table, the key of its row (None: it is missing), and what."""

    table: str
    row: int | str | None
    what: str

    def __str__(self) -> str:
        """Return the line that a user is shown."""
        where = self.table if self.row is None else f"{self.table} {self.row}"
        return f"{where}: {self.what}"


def verify(conn: Connection, knowledge: Knowledge | None = None) -> list[Problem]:
    """Return all that is wrong, by table and row; an empty list where nothing is.

    Quotes and spans are compared with the texts, the texts with their hashes and sketches, foreign keys,
    payloads and redirects looked up, and the projection recomputed and compared row by row. ``knowledge`` is
    what the projection knows (None: what the database itself holds of seeds and users). Nothing is written.
    """
    read = [*_texts(conn), *_quotes(conn), *_spans(conn), *_redirects(conn), *_version(conn)]
    missing = list(_missing(conn))
    if missing:
        # Where rows are missing, claims cannot be read, nor what they come to be computed.
        return [*read, *missing]
    return [*read, *_projection(conn, knowledge or store.load_knowledge(conn))]


def _texts(conn: Connection) -> Iterator[Problem]:
    texts = table(models.SourceText)
    for row in conn.execute(select(texts), execution_options={"yield_per": 100}):
        if store.text_sha256(row.body) != row.sha256:
            yield Problem("texts", row.id, "the body is not the one that its sha256 is of")
        elif sketch(row.body) != row.sketch:
            yield Problem("texts", row.id, "the sketch is not that of the body")


def _quotes(conn: Connection) -> Iterator[Problem]:
    """Compare the quotes of claims and of offices with the characters at their spans."""
    for rows in (table(models.Claim), table(models.ActorRole)):
        query = _with_body(rows, [*rows.c["id", "quote", "start_char", "end_char"]]).where(
            rows.c.quote.is_not(None)
        )
        for row in conn.execute(query):
            found = row.body[row.start_char : row.end_char]
            if found != row.quote:
                what = f"{row.quote!r} is not what stands at [{row.start_char}, {row.end_char}): {found!r}"
                yield Problem(rows.name, row.id, what)


def _spans(conn: Connection) -> Iterator[Problem]:
    """Look whether every span of a field or name lies within its text and holds more than blanks."""
    claims, roles = table(models.Claim), table(models.ActorRole)
    parts = (
        (table(models.ClaimSpan), "claim_id", claims),
        (table(models.Mention), "claim_id", claims),
        (table(models.PhaseClaimAwait), "claim_id", claims),
        (table(models.RoleMention), "role_id", roles),
    )
    for rows, key, owner in parts:
        query = _with_body(owner, rows.c).join(rows, rows.c[key] == owner.c.id)
        for row in conn.execute(query).mappings():
            if not row["body"][row["start_char"] : row["end_char"]].strip():
                what = f"nothing stands at [{row['start_char']}, {row['end_char']}) of the text"
                yield Problem(rows.name, _key(rows, row), what)
    open_dates, extractions = table(models.OpenDate), table(models.Extraction)
    query = _bodies(select(*open_dates.c).join(extractions, extractions.c.id == open_dates.c.extraction_id))
    for row in conn.execute(query).mappings():
        if not row["body"][row["start_char"] : row["end_char"]].strip():
            yield Problem(open_dates.name, _key(open_dates, row), "nothing stands at its span of the text")


def _with_body(rows: Table, columns: Any) -> Select[Any]:
    """Select columns of rows that belong to an extraction, with the text it is of."""
    extractions = table(models.Extraction)
    query: Select[Any] = select(*columns).select_from(rows)
    return _bodies(query.join(extractions, extractions.c.id == rows.c.extraction_id))


def _bodies(query: Select[Any]) -> Select[Any]:
    extractions, sources, texts = table(models.Extraction), table(models.Source), table(models.SourceText)
    return (
        query.add_columns(texts.c.body)
        .join(sources, sources.c.id == extractions.c.source_id)
        .join(texts, texts.c.id == sources.c.text_id)
    )


def _key(rows: Table, row: RowMapping) -> str:
    return "/".join(str(row[column.name]) for column in rows.primary_key.columns)


def _redirects(conn: Connection) -> Iterator[Problem]:
    """Look whether every id that was merged away is gone, and leads to one that is there."""
    redirects = table(models.Redirect)
    for kind in KINDS:
        ids = select(kind.things.c.id)
        of_kind = select(redirects).where(redirects.c.record == kind.word).order_by(redirects.c.from_id)
        for row in conn.execute(of_kind.where(redirects.c.to_id.not_in(ids))):
            key = f"{kind.word}/{row.from_id}"
            yield Problem("redirects", key, f"leads to no row of {kind.things.name}: {row.to_id}")
        for row in conn.execute(of_kind.where(redirects.c.from_id.in_(ids))):
            key = f"{kind.word}/{row.from_id}"
            yield Problem("redirects", key, f"{kind.things.name} has that id still")


def _version(conn: Connection) -> Iterator[Problem]:
    version = store.projection_version(conn)
    if version < PROJECTION:
        what = f"projected by older rules ({version}, now {PROJECTION}): run tracker db upgrade"
        yield Problem("projections", None, what)


def _missing(conn: Connection) -> Iterator[Problem]:
    for name, key, other in dangling(conn):
        if name == "claims" and other in _PAYLOADS:
            yield Problem(other, None, f"claim {key} has no row there")
        else:
            yield Problem(name, key, f"points at no row of {other}")


_PAYLOADS = {f"{kind.value}_claims" for kind in ClaimKind}


def _projection(conn: Connection, knowledge: Knowledge) -> Iterator[Problem]:
    """Project every mission again and name the rows that differ."""
    missions = table(models.Mission)
    slugs: list[str | None] = [
        None,
        *conn.execute(select(missions.c.slug).order_by(missions.c.slug)).scalars(),
    ]
    project = projector(ActorIndex(knowledge))
    for slug in slugs:
        group = store.project_missions(conn, [slug], project)
        found = store.differences(conn, group)
        for row in found.names.mentions:
            key = f"{row['at_claim']}/{row['at_field']}/{row['at_position']}"
            yield Problem("mentions", key, f"should mean actor {row['actor_id']}")
        for role in found.names.roles:
            yield Problem(
                "actor_roles", role["at_role"], f"should be of actors {role['person_id']}, {role['of_id']}"
            )
        for changes in found.things:
            yield from _things(changes)
        yield from _disputes(found.disputes)
        for number in found.levels.deletes:
            yield Problem("money_levels", number, "the pledges do not come to that")
        for row in found.levels.inserts:
            what = f"no row for what pledges come to: {_columns(row)}"
            yield Problem("money_levels", None, what)
        for number, values in found.missions.updates.items():
            yield Problem("missions", number, f"projected otherwise: {_columns(values)}")
        for number in found.missions.awaits:
            yield Problem("mission_awaits", number, "the awaited steps are projected otherwise")


def _things(changes: ThingChanges) -> Iterator[Problem]:
    name = changes.kind.things.name
    keys = changes.numbers
    for thing in changes.inserts:
        claims = ", ".join(map(str, thing.claims))
        yield Problem(name, None, f"no row for what claims {claims} come to")
    for number in changes.deletes:
        yield Problem(name, number, "no claim supports it")
    for number, values in changes.updates.items():
        yield Problem(name, number, f"projected otherwise: {_columns(values)}")
    for contingent in changes.strengths.keys() & keys.keys():
        yield Problem(name, keys[contingent], "belongs to another strength")
    for part in changes.wholes.keys() & keys.keys():
        yield Problem(table(models.PledgePart).name, keys[part], "belongs to another whole, or to none")
    for child, key, _ in changes.children:
        if key in keys:
            yield Problem(child.name, keys[key], "projected otherwise")
    for claim_id, target in changes.links.items():
        wanted = "none" if target is None else str(keys.get(target, "one that has no row"))
        yield Problem(changes.kind.payloads.name, claim_id, f"should support {wanted}")


def _disputes(changes: DisputeChanges) -> Iterator[Problem]:
    name = table(models.Contradiction).name
    for each in changes.inserts:
        said = " against ".join(side.said for side in each.sides)
        yield Problem(name, None, f"no row for {each.record.value} {each.field.value}: {said}")
    for number in changes.deletes:
        yield Problem(name, number, "no claims contradict each other so")
    for number, values in changes.updates.items():
        yield Problem(name, number, f"projected otherwise: {_columns(values)}")
    for number in changes.sides:
        yield Problem(table(models.ContradictionSide).name, number, "projected otherwise")


def _columns(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in sorted(values.items()))
