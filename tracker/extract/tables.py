"""Level 4: flattened tables. Rows of cells divided by bars or tabs, with a title line above and a head row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.claims import DeploymentClaim, FieldSpan, Mention, PledgeClaim
from tracker.extract.giving import Draft as GivingDraft
from tracker.extract.giving import purposes_in
from tracker.extract.lexicon import load
from tracker.extract.reading import Parsed, Reading
from tracker.extract.sending import Draft as SendingDraft
from tracker.extract.sending import unit_of
from tracker.vocab import ActorKind, Basis, DeploymentStatus, PledgeKind, PledgeStatus, Qualifier

_WORDS = {key: frozenset(value.split()) for key, value in load("tables").items()}
_SENDERS = (ActorKind.STATE, ActorKind.ORGANIZATION, ActorKind.BODY)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: its sentence and the token ranges of its cells."""

    parsed: Parsed
    cells: tuple[tuple[int, int], ...]

    def words(self) -> set[str]:
        """Return the folded words of the row."""
        return set(self.parsed.norms(0, len(self.parsed.tokens)))

    def name(self) -> Mention | None:
        """Return the state or organization that the first cell names."""
        first, last = self.cells[0]
        for name in self.parsed.names:
            if first <= name.begin and name.last <= last and name.kind in _SENDERS:
                state = name.state or name.name
                kind = ActorKind.STATE if name.kind is ActorKind.BODY else name.kind
                return Mention(state, kind or ActorKind.STATE, self.parsed.span(name.first, name.last))
        return None

    def is_total(self) -> bool:
        """Tell whether the row adds up the others."""
        return self.parsed.tokens[0].norm in ("total", "totals", "sum", "all")


def _cells(body: str, parsed: Parsed) -> tuple[tuple[int, int], ...]:
    cells: list[tuple[int, int]] = []
    start = 0
    tokens = parsed.tokens
    for i, token in enumerate(tokens):
        if token.text == "|":
            if i > start:
                cells.append((start, i))
            start = i + 1
        elif i > start and "\t" in body[tokens[i - 1].end : token.start]:
            cells.append((start, i))
            start = i
    if start < len(tokens):
        cells.append((start, len(tokens)))
    return tuple(cells)


def _blocks(reading: Reading) -> Iterator[tuple[set[str], list[_Row]]]:
    """Yield each table: the words of its title and head row, and its rows."""
    title: set[str] = set()
    rows: list[_Row] = []
    for parsed in (p for p in reading.parsed if not p.head and p.sentence.inside is None):
        cells = _cells(reading.body, parsed) if parsed.sentence.table else ()
        if len(cells) >= 2:
            rows.append(_Row(parsed, cells))
            continue
        if len(rows) >= 2:
            yield title, rows
        rows = []
        title = set(parsed.norms(0, len(parsed.tokens)))
    if len(rows) >= 2:
        yield title, rows


def _status(words: set[str]) -> PledgeStatus:
    for status in (PledgeStatus.WITHDRAWN, PledgeStatus.DELIVERED, PledgeStatus.COMMITTED):
        if words & _WORDS[status.value]:
            return status
    return PledgeStatus.OFFERED


def read_tables(reading: Reading) -> tuple[list[GivingDraft], list[SendingDraft]]:
    """Return the pledges and deployments that the tables of an article list."""
    pledges: list[GivingDraft] = []
    deployments: list[SendingDraft] = []
    for title, rows in _blocks(reading):
        body_rows = [r for r in rows if r.name() is not None or r.is_total()]
        if not body_rows:
            continue
        head = set(rows[0].words()) if rows[0] not in body_rows else set()
        if any(r.parsed.money for r in body_rows):
            pledges += [d for r in body_rows for d in _pledge(r, title | head)]
        elif (title | head) & _WORDS["people"]:
            deployments += [d for r in body_rows for d in _deployment(r, title, head)]
    return pledges, deployments


def _pledge(row: _Row, context: set[str]) -> list[GivingDraft]:
    donor = None if row.is_total() else row.name()
    if not row.parsed.money or (donor is None and not row.is_total()):
        return []
    _first, last, mention = row.parsed.money[0]
    fields = [FieldSpan("amount", mention.core)] + ([FieldSpan("donor", donor.span)] if donor else [])
    rest = max(last, row.cells[0][1])
    claim = PledgeClaim(
        span=row.parsed.sentence.span, rule="pledge-table-row", confidence=0.85, mission=None, fields=tuple(fields),
        donor=donor, kind=PledgeKind.MONEY, amount=mention.money, equivalents=tuple(e.money for e in mention.equivalents),
        purposes=purposes_in(row.parsed, rest, len(row.parsed.tokens)), status=_status(row.words() | context), total=donor is None,
    )
    return [GivingDraft(claim, row.parsed, 0)]


def _deployment(row: _Row, title: set[str], head: set[str]) -> list[SendingDraft]:
    contributor = None if row.is_total() else row.name()
    if contributor is None and not row.is_total():
        return []
    mention = next((m for first, _last, m in row.parsed.counts if first >= row.cells[0][1]), None)
    status = DeploymentStatus.DEPLOYED if (title | head) & _WORDS["deployed"] else DeploymentStatus.OFFERED
    fields = [FieldSpan("count", mention.core)] if mention else []
    if contributor is not None:
        fields.append(FieldSpan("contributor", contributor.span))
    nouns = set(row.parsed.norms(row.cells[0][1], len(row.parsed.tokens))) or head
    claim = DeploymentClaim(
        span=row.parsed.sentence.span, rule="deployment-table-row", confidence=0.85, mission=None, fields=tuple(fields),
        contributor=contributor, count=mention.value if mention else None, count_max=mention.value_max if mention else None,
        qualifier=(mention.qualifier or Qualifier.EXACT) if mention else None, unit=unit_of(nouns), status=status,
        basis=Basis.LEVEL if mention else Basis.CONTINGENT, total=contributor is None or (status is DeploymentStatus.DEPLOYED and mention is not None),
    )
    return [SendingDraft(claim, row.parsed, 0)]
