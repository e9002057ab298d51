"""Level 6: the article as a whole. Runs the levels, decides which records belong to it and which stay out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from tracker.claims import (
    DeploymentClaim,
    Extraction,
    MilestoneClaim,
    PhaseClaim,
    PledgeClaim,
    Span,
)
from tracker.documents.model import Document
from tracker.extract import giving, sending, told_of
from tracker.extract.causes import without_mission
from tracker.extract.clauses import Clause
from tracker.extract.corrected import restated, unanswered, with_corrections
from tracker.extract.corrections import Correction, find_corrections, take_back, with_errors
from tracker.extract.discourse import Discourse
from tracker.extract.evidence import spans_of, standing, with_fields_of
from tracker.extract.gazetteer import gazetteer
from tracker.extract.issuers import issuer
from tracker.extract.merging import Joined, merge_deployments, merge_milestones, merge_pledges
from tracker.extract.missions import MissionFinder, Missions
from tracker.extract.reading import Parsed, Reading, read
from tracker.extract.standings import Standing
from tracker.extract.statements import find_sayings, read_statements
from tracker.extract.steps import Step, StepReader
from tracker.extract.tables import read_tables
from tracker.extract.traces import Told, Trace, lineage
from tracker.extract.voices import voices
from tracker.knowledge import Knowledge
from tracker.vocab import ClaimKind, DeploymentStatus, MilestoneKind

_R = TypeVar("_R", bound=PledgeClaim | DeploymentClaim)
_RELATIVES = frozenset({"whose", "which"})
_ANTECEDENT = 8  # tokens before a relative clause in which the mission that it is about is named


def read_records(document: Document, knowledge: Knowledge) -> Trace:
    """Return the records of one article, with all that was seen and decided on the way."""
    reading = read(document, gazetteer(knowledge))
    corrections = find_corrections(reading)
    take_back(reading, corrections)
    missions = MissionFinder(reading).find()
    discourse = Discourse(reading, default_state=missions.lead, issuer=issuer(reading))
    discourse.listen(lambda: voices(reading, find_sayings(reading, discourse)))
    article = _Article(reading, missions)
    errors = _Errors(reading, missions, corrections)
    gifts = giving.GivingReader(reading, discourse, missions.host).read()
    given = article.pledges([*gifts, *errors.gifts([draft.claim for draft in gifts])])
    pledges = errors.put_right(merge_pledges(given))
    nothing = Trace(reading, discourse, missions, Extraction(mission=None, open_dates=article.open_dates()))
    if article.own is None:
        return _of_no_mission(nothing, given, without_mission(reading, pledges))
    sent = [
        *sending.SendingReader(reading, discourse, missions.host, article.own).read(),
        *read_tables(reading),
    ]
    contingents = article.contingents([*sent, *errors.people([draft.claim for draft in sent], article.own)])
    if missions.in_passing and not pledges and not contingents:
        return nothing
    step_reader = StepReader(reading, discourse, missions)
    steps = step_reader.read([d for d in contingents if d.claim.rule != f"deployment-{told_of.RULE}"])
    people = [d.claim for d in contingents]
    deployments = errors.put_right(_approved(merge_deployments(people), steps))
    dated = article.milestones(steps)
    milestones = merge_milestones(dated)
    statements = read_statements(reading, discourse, article.own)
    extraction = Extraction(
        mission=missions.main,
        other_missions=missions.others,
        pledges=tuple(p.claim for p in pledges),
        deployments=tuple(d.claim for d in deployments),
        statements=tuple(statements),
        milestones=tuple(m.claim for m in milestones),
        phase=article.phase(step_reader, steps, [d.claim for d in deployments], [p.claim for p in pledges]),
        open_dates=article.open_dates(),
    )
    told = (
        *lineage(ClaimKind.PLEDGE, given, pledges),
        *lineage(ClaimKind.DEPLOYMENT, people, deployments),
        *lineage(ClaimKind.MILESTONE, dated, milestones),
        *(Told(ClaimKind.STATEMENT, claim, number) for number, claim in enumerate(statements)),
    )
    return Trace(reading, discourse, missions, extraction, told, tuple(steps))


def _of_no_mission(
    nothing: Trace, given: Sequence[PledgeClaim], pledges: Sequence[Joined[PledgeClaim]]
) -> Trace:
    """Return the pledges of an article about no mission, and its statements where it has any."""
    statements = read_statements(nothing.reading, nothing.discourse, None) if pledges else []
    extraction = replace(
        nothing.extraction, pledges=tuple(p.claim for p in pledges), statements=tuple(statements)
    )
    told = (
        *lineage(ClaimKind.PLEDGE, given, pledges),
        *(Told(ClaimKind.STATEMENT, claim, number) for number, claim in enumerate(statements)),
    )
    return replace(nothing, extraction=extraction, told=told)


def _approved(
    deployments: Sequence[Joined[DeploymentClaim]], steps: Sequence[Step]
) -> list[Joined[DeploymentClaim]]:
    """Mark what a contributor's own parliament or cabinet has approved, where that is told apart."""
    approving = {s.by.name: s for s in steps if s.kind is MilestoneKind.APPROVED and s.by is not None}
    return [
        joined.with_claim(_with_approval(d, approving[d.contributor.name]))
        if (d := joined.claim).status is DeploymentStatus.OFFERED
        and d.count
        and d.contributor
        and d.contributor.name in approving
        else joined
        for joined in deployments
    ]


def _with_approval(deployment: DeploymentClaim, step: Step) -> DeploymentClaim:
    approved = standing("status", spans_of(step.fields, "kind"))
    return replace(
        deployment,
        status=DeploymentStatus.APPROVED,
        fields=with_fields_of(deployment.fields, approved, "status"),
    )


@dataclass(frozen=True, slots=True)
class _Errors:
    """What an article puts right of its own."""

    reading: Reading
    missions: Missions
    corrections: Sequence[Correction]

    def gifts(self, given: Sequence[PledgeClaim]) -> list[giving.Draft]:
        """Return the drafts that only an error tells of, with the right sums."""
        missing = unanswered(given, self.corrections)
        if not missing:
            return []
        before = with_errors(self.reading, missing)
        drafts = giving.GivingReader(before, self._discourse(before), self.missions.host).read()
        return [replace(d, claim=claim) for d in drafts if (claim := restated(d.claim, missing)) is not None]

    def people(self, sent: Sequence[DeploymentClaim], own: str | None) -> list[sending.Draft]:
        """Return the drafts that only an error tells of, with the right counts."""
        missing = unanswered(sent, self.corrections)
        if not missing:
            return []
        before = with_errors(self.reading, missing)
        drafts = sending.SendingReader(before, self._discourse(before), self.missions.host, own).read()
        return [replace(d, claim=claim) for d in drafts if (claim := restated(d.claim, missing)) is not None]

    def put_right(self, records: Sequence[Joined[_R]]) -> list[Joined[_R]]:
        """Return the records, those put right with the figures that they were corrected from."""
        host, lead = self.missions.host, self.missions.lead
        return with_corrections(records, self.corrections, host, lead) if self.corrections else list(records)

    def _discourse(self, reading: Reading) -> Discourse:
        return Discourse(reading, default_state=self.missions.lead)


@dataclass(frozen=True, slots=True)
class _Article:
    """An article and its missions: which of them a record belongs to."""

    reading: Reading
    missions: Missions

    @property
    def own(self) -> str | None:
        """Return the slug of the mission that the article is mainly about."""
        return self.missions.main.slug if self.missions.main else None

    def pledges(self, drafts: Sequence[giving.Draft]) -> list[PledgeClaim]:
        return [
            replace(d.claim, mission=self._mission_of(d.parsed, d.clause))
            for d in drafts
            if not d.parsed.head
        ]

    def contingents(self, drafts: Sequence[sending.Draft]) -> list[sending.Draft]:
        """Return the drafts with their missions, without those of a mission in another country."""
        found = []
        for draft in drafts:
            slug = self._mission_of(draft.parsed, draft.clause)
            if not draft.parsed.head and self._in_theatre(slug):
                found.append(replace(draft, claim=replace(draft.claim, mission=slug)))
        return found

    def _mission_of(self, parsed: Parsed, clause: Clause | None) -> str | None:
        """Return the mission that a clause's record belongs to: another one only where it alone is named."""
        first, last = 0, len(parsed.tokens)
        if clause is not None:
            first, last = min(clause.subject[0], clause.verb.first), clause.end
            if not _RELATIVES.isdisjoint(parsed.norms(first - 4, first + 1)):
                first = max(0, first - _ANTECEDENT)
        named = {n.name for n in parsed.names if n.kind is None and first <= n.first < last}
        return named.pop() if self.own is not None and len(named) == 1 else self.own

    def _in_theatre(self, slug: str | None) -> bool:
        """Tell whether a mission is the article's own or one in the same country."""
        host = self.missions.host
        other = self.reading.gaz.missions.get(slug) if slug is not None and slug != self.own else None
        return other is None or other.host is None or host is None or other.host == host

    def milestones(self, steps: Sequence[Step]) -> list[MilestoneClaim]:
        """Return the steps that have a date."""
        return [
            MilestoneClaim(
                span=s.span,
                rule=f"milestone-{s.rule}",
                confidence=s.confidence,
                mission=self.own,
                fields=s.fields,
                kind=s.kind,
                date=s.date,
                by=s.by,
                until=s.until,
                replaced_by=s.replaced_by,
            )
            for s in steps
            if s.date is not None
        ]

    def phase(
        self,
        reader: StepReader,
        steps: Sequence[Step],
        deployments: Sequence[DeploymentClaim],
        pledges: Sequence[PledgeClaim],
    ) -> PhaseClaim | None:
        """Return where the article's own mission stands."""
        told = Standing(self.reading, self.own, steps, deployments, pledges, reader.work(), reader.planned())
        return told.claim()

    def open_dates(self) -> tuple[Span, ...]:
        """Return the dates that stay open for want of a publication date."""
        return tuple(m.span for p in self.reading.parsed for _first, _last, m in p.dates if m.open)
