"""Level 4: flattened tables. Rows of cells divided by bars or tabs, a title line above and a head row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.claims import DeploymentClaim, FieldSpan, Mention
from tracker.extract.contingents import ALL_PEOPLE, Draft, count_fields, unit_of
from tracker.extract.counts import CountMention
from tracker.extract.evidence import Places, standing, words_among
from tracker.extract.gifts import GIVERS_AND_BODIES
from tracker.extract.lexicon import words
from tracker.extract.lists import cells_of, is_total
from tracker.extract.reading import Parsed, Reading
from tracker.vocab import ActorKind, Basis, DeploymentStatus

_PEOPLE = words("tables", "people")
_DEPLOYED = words("tables", "deployed")
_OFFERED = words("tables", "offered")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: its sentence and the token ranges of its cells."""

    parsed: Parsed
    cells: tuple[tuple[int, int], ...]

    def name(self) -> Mention | None:
        """Return the state or organization that the first cell names, None in a row of totals."""
        first, last = self.cells[0]
        if self.is_total():
            return None
        for name in self.parsed.names:
            if first <= name.begin and name.last <= last and name.kind in GIVERS_AND_BODIES:
                kind = ActorKind.STATE if name.kind is ActorKind.BODY else name.kind
                return Mention(name.state or name.name, kind, self.parsed.span(name.first, name.last))
        return None

    def is_total(self) -> bool:
        """Tell whether the row adds up the others."""
        return is_total(self.parsed, *self.cells[0])

    def count(self) -> CountMention | None:
        """Return the first count behind the first cell."""
        return next((m for first, _last, m in self.parsed.counts if first >= self.cells[0][1]), None)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table: its title where it has one, and its rows, the head row first where it has one."""

    title: Parsed | None
    rows: list[_Row]

    def body(self) -> list[_Row]:
        """Return the rows that say something of an actor or of all."""
        return [row for row in self.rows if row.name() is not None or row.is_total()]

    def above(self) -> list[Parsed]:
        """Return the lines that say what the figures are: the head row, the title."""
        head = [] if self.rows[0] in self.body() else [self.rows[0].parsed]
        return [*head, *([self.title] if self.title is not None else [])]


def read_tables(reading: Reading) -> list[Draft]:
    """Return the deployments that the tables of an article list; lists of gifts are read elsewhere."""
    deployments: list[Draft] = []
    for table in _tables(reading):
        rows, above = table.body(), table.above()
        people = _said(above, _PEOPLE)
        if rows and people and not any(row.parsed.money for row in rows):
            there, to_come = _said(above, _DEPLOYED), _said(above, _OFFERED)
            status = DeploymentStatus.DEPLOYED if there or not to_come else DeploymentStatus.OFFERED
            deployments += [_deployment(row, status, there or to_come or people) for row in rows]
    return deployments


def _said(lines: Sequence[Parsed], words: frozenset[str]) -> Places:
    """Return where the ``words`` stand in the first of the lines that has any."""
    found = (words_among(line, words, 0, len(line.tokens)) for line in lines)
    return next((places for places in found if places), ())


def _tables(reading: Reading) -> Iterator[_Table]:
    """Yield the tables: two or more rows in a row, with the line above as their title."""
    title: Parsed | None = None
    rows: list[_Row] = []
    for parsed in reading.parsed:
        if parsed.head or parsed.sentence.inside is not None:
            continue
        cells = cells_of(reading.body, parsed)
        if len(cells) >= 2:
            rows.append(_Row(parsed, cells))
            continue
        if len(rows) >= 2:
            yield _Table(title, rows)
        rows = []
        title = parsed
    if len(rows) >= 2:
        yield _Table(title, rows)


def _deployment(row: _Row, status: DeploymentStatus, said: Places) -> Draft:
    contributor = row.name()
    mention = row.count()
    behind, end = row.cells[0][1], len(row.parsed.tokens)
    nouns = set(row.parsed.norms(behind, end))
    claim = DeploymentClaim(
        span=row.parsed.sentence.span,
        rule="deployment-table-row",
        confidence=0.85,
        mission=None,
        fields=(
            *count_fields(mention),
            *([FieldSpan("contributor", contributor.span)] if contributor is not None else []),
            *standing("unit", words_among(row.parsed, ALL_PEOPLE, behind, end)),
            *standing("status", said),
        ),
        contributor=contributor,
        count=mention.value if mention is not None else None,
        count_max=mention.value_max if mention is not None else None,
        qualifier=mention.qualifier if mention is not None else None,
        unit=unit_of(nouns),
        status=status,
        basis=Basis.LEVEL if mention is not None else Basis.CONTINGENT,
        total=contributor is None or (status is DeploymentStatus.DEPLOYED and mention is not None),
    )
    return Draft(claim, row.parsed, 0)
