"""Level 4: flattened tables. Rows of cells divided by bars or tabs, a title line above and a head row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.claims import DeploymentClaim, FieldSpan, Mention, PledgeClaim
from tracker.extract.contingents import Draft as SendingDraft
from tracker.extract.contingents import unit_of
from tracker.extract.counts import CountMention
from tracker.extract.gifts import GIVERS_AND_BODIES, purposes_in
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

    def words(self) -> set[str]:
        """Return the folded words of the row."""
        return set(self.parsed.norms(0, len(self.parsed.tokens)))

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
    """A table: the words of its title, and its rows, the head row first where it has one."""

    title: set[str]
    rows: list[_Row]

    def body(self) -> list[_Row]:
        """Return the rows that say something of an actor or of all."""
        return [row for row in self.rows if row.name() is not None or row.is_total()]

    def head(self) -> set[str]:
        """Return the words of the head row."""
        return set() if self.rows[0] in self.body() else self.rows[0].words()


def read_tables(reading: Reading) -> tuple[list[GivingDraft], list[SendingDraft]]:
    """Return the pledges and deployments that the tables of an article list."""
    pledges: list[GivingDraft] = []
    deployments: list[SendingDraft] = []
    for table in _tables(reading):
        rows, head = table.body(), table.head()
        if any(row.parsed.money for row in rows):
            pledges += [_pledge(row, table.title | head) for row in rows if row.parsed.money]
        elif rows and (table.title | head) & _PEOPLE:
            about = table.title | head
            deployed = bool(about & _DEPLOYED) or not about & _OFFERED
            deployments += [_deployment(row, head, deployed=deployed) for row in rows]
    return pledges, deployments


def _tables(reading: Reading) -> Iterator[_Table]:
    """Yield the tables: two or more rows in a row, with the line above as their title."""
    title: set[str] = set()
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
        title = set(parsed.norms(0, len(parsed.tokens)))
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


def _pledge(row: _Row, context: set[str]) -> GivingDraft:
    donor = row.name()
    _first, last, mention = row.parsed.money[0]
    said = row.words() | context
    claim = PledgeClaim(
        span=row.parsed.sentence.span,
        rule="pledge-table-row",
        confidence=0.85,
        mission=None,
        fields=(
            FieldSpan("amount", mention.core),
            *([FieldSpan("donor", donor.span)] if donor is not None else []),
        ),
        donor=donor,
        kind=PledgeKind.MONEY,
        amount=mention.money,
        equivalents=tuple(other.money for other in mention.equivalents),
        purposes=purposes_in(row.parsed, max(last, row.cells[0][1]), len(row.parsed.tokens)),
        status=next((status for status, words in _STATUSES.items() if said & words), PledgeStatus.OFFERED),
        total=donor is None,
    )
    return GivingDraft(claim, row.parsed, 0)


def _deployment(row: _Row, head: set[str], *, deployed: bool) -> SendingDraft:
    contributor = row.name()
    mention = row.count()
    fields = [FieldSpan("count", mention.core)] if mention is not None else []
    if contributor is not None:
        fields.append(FieldSpan("contributor", contributor.span))
    nouns = set(row.parsed.norms(row.cells[0][1], len(row.parsed.tokens))) or head
    claim = DeploymentClaim(
        span=row.parsed.sentence.span,
        rule="deployment-table-row",
        confidence=0.85,
        mission=None,
        fields=tuple(fields),
        contributor=contributor,
        count=mention.value if mention is not None else None,
        count_max=mention.value_max if mention is not None else None,
        qualifier=mention.qualifier if mention is not None else None,
        unit=unit_of(nouns),
        status=DeploymentStatus.DEPLOYED if deployed else DeploymentStatus.OFFERED,
        basis=Basis.LEVEL if mention is not None else Basis.CONTINGENT,
        total=contributor is None or (deployed and mention is not None),
    )
    return SendingDraft(claim, row.parsed, 0)
