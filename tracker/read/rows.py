"""What the readers' hand-written SQL shares: column types, small values, the evidence of things.

The readers on the way of ``tracker status`` never import the models: those need the ORM, which takes longer
to load than the whole answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Date, Integer, String, text

from tracker.db.types import word_of
from tracker.read.answers import Evidence
from tracker.vocab import (
    DatePrecision,
    DeploymentStatus,
    DisputedField,
    MilestoneKind,
    Money,
    PartialDate,
    Phase,
    PledgeKind,
    PledgeStatus,
    Preference,
    Purpose,
    Qualifier,
    RecordKind,
    Unit,
)

PHASE = word_of(Phase)
PRECISION = word_of(DatePrecision)
STEP = word_of(MilestoneKind)
PLEDGE_KIND = word_of(PledgeKind)
PLEDGE_STATUS = word_of(PledgeStatus)
PURPOSE = word_of(Purpose)
QUALIFIER = word_of(Qualifier)
UNIT = word_of(Unit)
DEPLOYMENT_STATUS = word_of(DeploymentStatus)
RECORD = word_of(RecordKind)
FIELD = word_of(DisputedField)
PREFERENCE = word_of(Preference)


OWN_IDS = 2**40
"""Ids above this are of things that only a view of another time holds (see ``tracker.read.clock``)."""


def known_id(number: int) -> int | None:
    """Return the id of a thing, None where it is one only in a view of another time."""
    return number if number <= OWN_IDS else None


def partial_date(
    first: date | None, last: date | None, precision: DatePrecision | None
) -> PartialDate | None:
    """Return the partial date that three columns hold, None where they hold none."""
    if first is None or last is None or precision is None:
        return None
    return PartialDate(first, last, precision)


def money(amount: Decimal | None, currency: str | None) -> Money | None:
    """Return the sum that two columns hold, None where they hold none."""
    if amount is None or currency is None:
        return None
    return Money(amount, currency)


_EVIDENCE = """
    SELECT {key} AS key, {part} AS part, s.id, s.title, p.name AS publisher, s.url, s.published_on,
           c.start_char, c.end_char, c.quote
    FROM {rows}
    JOIN extractions e ON e.id = c.extraction_id
    JOIN sources s ON s.id = e.source_id
    LEFT JOIN publishers p ON p.id = s.publisher_id
    WHERE {where}
"""


def evidence(
    connection: Connection, *, key: str, rows: str, where: str, **values: Any
) -> Mapping[int, list[Evidence]]:
    """Return the evidence of claims, by ``key``.

    ``rows`` is SQL that brings in ``claims c``, ``where`` SQL that chooses among them with ``values``;
    both are a module's own words, never a user's.
    """
    found = evidence_of_parts(connection, key=key, part="0", rows=rows, where=where, **values)
    return {number: sources for (number, _), sources in found.items()}


def evidence_of_parts(
    connection: Connection, *, key: str, part: str, rows: str, where: str, **values: Any
) -> Mapping[tuple[int, int], list[Evidence]]:
    """Return the evidence of claims as ``evidence`` does, by ``key`` and ``part``."""
    query = text(_EVIDENCE.format(key=key, part=part, rows=rows, where=where)).columns(
        key=Integer,
        part=Integer,
        id=Integer,
        title=String,
        publisher=String,
        url=String,
        published_on=Date,
        start_char=Integer,
        end_char=Integer,
        quote=String,
    )
    found = defaultdict(list)
    for claim_key, claim_part, *source in connection.execute(query, values):
        found[claim_key, claim_part].append(Evidence(*source))
    return found


def evidence_of_things(
    connection: Connection, kind: str, where: str, of: int
) -> Mapping[int, list[Evidence]]:
    """Return the evidence of the chosen things ``t`` of a ``kind`` (``pledge``, …), by thing."""
    return evidence(
        connection,
        key="t.id",
        rows=f"{kind}s t JOIN {kind}_claims y ON y.{kind}_id = t.id JOIN claims c ON c.id = y.claim_id",
        where=where,
        of=of,
    )
