"""Level 4: flattened tables. Rows of cells divided by bars or tabs, a title line above and a head row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.claims import DeploymentClaim, FieldSpan, Mention, PledgeClaim
from tracker.extract.contingents import ALL_PEOPLE, count_fields, unit_of
from tracker.extract.contingents import Draft as SendingDraft
from tracker.extract.counts import CountMention
from tracker.extract.evidence import Places, standing, words_among
from tracker.extract.gift_fields import actor_spans
from tracker.extract.gifts import GIVERS_AND_BODIES, purpose_fields, purposes_in
from tracker.extract.gifts import Draft as GivingDraft
from tracker.extract.lexicon import words
from tracker.extract.reading import Parsed, Reading
from tracker.vocab import ActorKind, Basis, DeploymentStatus, PledgeKind, PledgeStatus

_GAP = re.compile(r"\t| {3}")  # between two cells that no bar divides
_PEOPLE = words("tables", "people")
_DEPLOYED = words("tables", "deployed")
_OFFERED = words("tables", "offered")
_TOTALS = words("tables", "totals")
# Later stages first: "pledged and paid" is paid.
_STATUSES = {
    status: words("tables", status.value)
    for status in (PledgeStatus.WITHDRAWN, PledgeStatus.DELIVERED, PledgeStatus.COMMITTED)
}


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
        return self.parsed.tokens[0].norm in _TOTALS

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


def read_tables(reading: Reading) -> tuple[list[GivingDraft], list[SendingDraft]]:
    """Return the pledges and deployments that the tables of an article list."""
    pledges: list[GivingDraft] = []
    deployments: list[SendingDraft] = []
    for table in _tables(reading):
        rows, above = table.body(), table.above()
        people = _said(above, _PEOPLE)
        if any(row.parsed.money for row in rows):
            pledges += [_pledge(row, above) for row in rows if row.parsed.money]
        elif rows and people:
            there, to_come = _said(above, _DEPLOYED), _said(above, _OFFERED)
            status = DeploymentStatus.DEPLOYED if there or not to_come else DeploymentStatus.OFFERED
            deployments += [_deployment(row, status, there or to_come or people) for row in rows]
    return pledges, deployments


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
        cells = _cells(reading.body, parsed) if parsed.sentence.table else ()
        if len(cells) >= 2:
            rows.append(_Row(parsed, cells))
            continue
        if len(rows) >= 2:
            yield _Table(title, rows)
        rows = []
        title = parsed
    if len(rows) >= 2:
        yield _Table(title, rows)


def _cells(body: str, parsed: Parsed) -> tuple[tuple[int, int], ...]:
    cells: list[tuple[int, int]] = []
    start = 0
    tokens = parsed.tokens
    for i, token in enumerate(tokens):
        if token.text == "|":
            if i > start:
                cells.append((start, i))
            start = i + 1
        elif i > start and _GAP.search(body, tokens[i - 1].end, token.start) is not None:
            cells.append((start, i))
            start = i
    if start < len(tokens):
        cells.append((start, len(tokens)))
    return tuple(cells)


def _pledge(row: _Row, above: Sequence[Parsed]) -> GivingDraft:
    donor = row.name()
    _first, last, mention = row.parsed.money[0]
    status, said = _status(row, above)
    purposes = purposes_in(row.parsed, max(last, row.cells[0][1]), len(row.parsed.tokens))
    claim = PledgeClaim(
        span=row.parsed.sentence.span,
        rule="pledge-table-row",
        confidence=0.85,
        mission=None,
        fields=(
            FieldSpan("amount", mention.core),
            *actor_spans(donor, None),
            *(FieldSpan("equivalents", other.core) for other in mention.equivalents),
            *standing("status", said),
            *purpose_fields(row.parsed, purposes),
        ),
        donor=donor,
        kind=PledgeKind.MONEY,
        amount=mention.money,
        equivalents=tuple(other.money for other in mention.equivalents),
        purposes=tuple(purposes),
        status=status,
        total=donor is None,
    )
    return GivingDraft(claim, row.parsed, 0)


def _status(row: _Row, above: Sequence[Parsed]) -> tuple[PledgeStatus, Places]:
    """Return how far a pledge has come by the words of its row, its head row and its title, and those words.

    What no word tells of is offered: its line in a list of pledges says so.
    """
    for status, telling in _STATUSES.items():
        said = _said([row.parsed, *above], telling)
        if said:
            return status, said
    return PledgeStatus.OFFERED, (row.parsed.span(*row.cells[0]),)


def _deployment(row: _Row, status: DeploymentStatus, said: Places) -> SendingDraft:
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
    return SendingDraft(claim, row.parsed, 0)
