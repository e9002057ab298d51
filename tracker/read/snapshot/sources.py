"""The sources that count, as the forms in which they had come by then tell of them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, and_, func, select

from tracker.db import models
from tracker.db.keys import name_key
from tracker.db.store.forms import chosen_form
from tracker.db.store.rows import chunks, table
from tracker.read.clock import Clock
from tracker.read.snapshot.copying import Change, Copier
from tracker.read.snapshot.counting import Revision, published_and_recorded, recorded
from tracker.reconcile.model import spelling_rank

_Form = Row[*tuple[Any, ...]]
_Told = Mapping[int, Mapping[str, object]]
_WORDS = ("url", "title", "byline")


def copy_sources(connection: Connection, copier: Copier, revisions: Sequence[Revision], clock: Clock) -> None:
    """Copy the revisions with their texts, publishers and inputs."""
    sources, texts, inputs = table(models.Source), table(models.SourceText), table(models.Input)
    found = {each.id: each for each in revisions}
    told = _told(connection, revisions, clock)
    changes: dict[str, Change] = {
        "revision": lambda row: found[row["id"]].number,
        "replaces_id": lambda row: found[row["id"]].replaces,
        "withdrawn_at": lambda row: row["withdrawn_at"] if found[row["id"]].withdrawn_at else None,
        **{name: _as_told(name, told) for name in (*_WORDS, "publisher_id")},
    }
    for part in chunks(sorted(found)):
        copier.copy(sources, sources.c.id.in_(part), changes=changes)
        copier.copy(inputs, and_(inputs.c.source_id.in_(part), recorded(inputs, clock)))
    for part in chunks(sorted({each.text_id for each in revisions})):
        copier.copy(texts, texts.c.id.in_(part))
    names = _publisher_names(connection, clock)
    copier.copy(
        table(models.Publisher), changes={"name": lambda row: names.get(row["name_key"], row["name"])}
    )


def _as_told(name: str, told: _Told) -> Change:
    return lambda row: told[row["id"]][name] if row["id"] in told else row[name]


def _told(connection: Connection, revisions: Iterable[Revision], clock: Clock) -> _Told:
    """Return what the forms of each revision that count tell together; of those in one form nothing."""
    sources, forms = table(models.Source), table(models.SourceForm)
    publishers = table(models.Publisher)
    families = {each.id: each.forms for each in revisions}
    members = sorted({member for family in families.values() for member in family})
    of_source: dict[int, list[_Form]] = defaultdict(list)
    for part in chunks(members):
        query = select(forms).where(forms.c.source_id.in_(part)).order_by(forms.c.source_id, forms.c.position)
        for row in connection.execute(query):
            of_source[row.source_id].append(row)
    families = {
        number: family
        for number, family in families.items()
        if len(family) > 1 or any(member in of_source for member in family)
    }
    single = sorted({member for family in families.values() for member in family} - of_source.keys())
    for part in chunks(single):
        itself = (
            select(
                *sources.c["id", "recorded_at", "published_on", "url", "title", "byline"],
                func.coalesce(sources.c.publisher_as_told, publishers.c.name).label("publisher"),
            )
            .outerjoin(publishers, publishers.c.id == sources.c.publisher_id)
            .where(sources.c.id.in_(part))
        )
        for row in connection.execute(itself):
            of_source[row.id].append(row)
    numbers = dict(connection.execute(select(publishers.c.name_key, publishers.c.id)).all())
    return {
        number: _together([form for member in family for form in of_source[member]], clock, numbers)
        for number, family in families.items()
    }


def _together(forms: Iterable[_Form], clock: Clock, publishers: Mapping[str, int]) -> Mapping[str, object]:
    told: dict[str, str | None] = dict.fromkeys(_WORDS)
    keys = set()
    for form in forms:
        if clock.counts(form.published_on, form.recorded_at):
            told = {name: chosen_form(told[name], getattr(form, name)) for name in _WORDS}
            if form.publisher is not None:
                keys.add(name_key(form.publisher))
    return {**told, "publisher_id": publishers[min(keys)] if keys else None}


def _publisher_names(connection: Connection, clock: Clock) -> Mapping[str, str]:
    """Return by their keys how publishers are spelled, in the best of the ways in which sources did."""
    found: dict[str, set[str]] = defaultdict(set)
    for rows, name in ((models.Source, "publisher_as_told"), (models.SourceForm, "publisher")):
        query = select(table(rows).c[name]).where(published_and_recorded(table(rows), clock)).distinct()
        for spelling in connection.execute(query).scalars():
            if spelling is not None:
                found[name_key(spelling)].add(spelling)
    return {key: min(names, key=spelling_rank) for key, names in found.items()}
