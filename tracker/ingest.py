"""The service that joins the layers: documents in, reports out, the database up to date in between.

Of every batch the inputs are looked up first, so that what is known costs next to nothing; the rest is read
without holding any lock; then one transaction stores it, a savepoint each, and projects the missions it
touches. A report is yielded only after its commit: a crash loses at most what was not yet reported, and the
same call again finishes the work.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from itertools import chain, islice

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from tracker.claims import Extraction, MissionRef
from tracker.db import store
from tracker.db.keys import name_key
from tracker.db.session import writing
from tracker.documents.model import Document, DocumentFailure
from tracker.errors import DatabaseError, TrackerError
from tracker.knowledge import Knowledge
from tracker.reconcile.actors import ActorIndex
from tracker.reconcile.assign import assign_mission
from tracker.reconcile.project import projector
from tracker.reproject import reproject
from tracker.vocab import ClaimKind, is_read

BATCH = 20
"""Documents in one transaction."""

_ATTEMPTS = 5
_WORTH_RETRYING = ("40001", "40P01")  # serialization failure, deadlock


class Outcome(enum.StrEnum):
    """What became of a document."""

    NEW = "new"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    UNSUPPORTED = "unsupported"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Extractor:
    """What reads documents. ``name`` and ``version`` are a part of the identity of what it takes out."""

    name: str
    version: str
    run: Callable[[Document, Knowledge], Extraction]


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """How to ingest.

    ``mission`` is the slug of the mission that the user says the articles are about; ``publisher`` is who, as
    the user says, published them (the documents have it already). ``dry_run`` tells what would happen and
    writes nothing. ``seeds`` gives the reviewed knowledge (None: the packaged one), asked for only where
    something is to be read; ``extractor`` is None for the program's own rules. ``clock`` tells the moment of
    recording, aware, once a transaction.
    """

    mission: str | None = None
    publisher: str | None = None
    dry_run: bool = False
    seeds: Callable[[], Knowledge] | None = None
    extractor: Extractor | None = None
    batch: int = BATCH
    clock: Callable[[], datetime] = _now


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one document.

    ``records`` counts what was taken from it by kind; ``language`` is what it is written in (None: unknown);
    ``reason`` says why it failed, ``error`` is what was raised; ``warnings`` are lines for the user;
    ``source_id`` is the row it is (None where it failed, or in a dry run it is new).
    """

    name: str
    outcome: Outcome
    reason: str | None = None
    source_id: int | None = None
    mission: str | None = None
    language: str | None = None
    records: Mapping[ClaimKind, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    error: Exception | None = field(default=None, compare=False)

    def __str__(self) -> str:
        """Return the line that a user is shown."""
        said = self.language if self.outcome is Outcome.UNSUPPORTED else self.reason
        why = "" if said is None else f": {said}"
        return f"{self.name}: {self.outcome.value}{why}"


def ingest(
    documents: Iterable[Document | DocumentFailure], engine: Engine, options: IngestOptions | None = None
) -> Iterator[Report]:
    """Read the documents into the database; yield one report each, in their order, once it is stored.

    ``engine`` is open for writing on a migrated database. A document that fails is reported and the rest goes
    on. Raise ``DatabaseError`` where the database cannot be used; what was reported stays stored. Where older
    rules projected what the database holds, all of it is projected anew first (not in a dry run).
    """
    if options is None or not options.dry_run:
        reproject(engine)
    rest = iter(documents)
    first = list(islice(rest, 2))
    ingestion = _Ingestion(engine, options or IngestOptions(), alone=len(first) == 1)
    rest = chain(first, rest)
    while batch := list(islice(rest, ingestion.options.batch)):
        yield from ingestion.take(batch)


@dataclass(slots=True)
class _Read:
    """A document that was read: what was taken from it, and how many claims no database can keep."""

    document: Document
    extraction: Extraction
    dropped: int = 0


class _Ingestion:
    def __init__(self, engine: Engine, options: IngestOptions, *, alone: bool) -> None:
        self.engine = engine
        self.options = options
        self.alone = alone

    @cached_property
    def knowledge(self) -> Knowledge:
        """The seeds as they are now, and what users reviewed."""
        with self._transaction() as conn:
            store.sync_knowledge(conn, _seeds(self.options))
            return store.load_knowledge(conn)

    @cached_property
    def index(self) -> ActorIndex:
        return ActorIndex(self.knowledge)

    @cached_property
    def extractor(self) -> Extractor:
        return self.options.extractor or rules()

    @cached_property
    def digest(self) -> str:
        return self.knowledge.digest()

    def take(self, batch: Sequence[Document | DocumentFailure]) -> list[Report]:
        """Store a batch; return its reports, in order."""
        reports: list[Report | None] = []
        unread: list[tuple[int, Document]] = []
        known = self._known(each for each in batch if isinstance(each, Document))
        for place, each in enumerate(batch):
            reports.append(None)
            if isinstance(each, DocumentFailure):
                reports[place] = Report(each.name, Outcome.FAILED, each.reason)
            elif each.input_sha256 in known and not store.differs(each.published, known[each.input_sha256]):
                source_id = known[each.input_sha256].source_id
                reports[place] = _unchanged(each, source_id)
            else:
                unread.append((place, each))
        taken = [(place, self._read(document)) for place, document in unread]
        for place, read in taken:
            if isinstance(read, Report):
                reports[place] = read
        stored = [(place, read) for place, read in taken if isinstance(read, _Read)]
        for (place, _), report in zip(stored, self._store([read for _, read in stored]), strict=True):
            reports[place] = report
        return self._warned([report for report in reports if report is not None])

    def _warned(self, reports: list[Report]) -> list[Report]:
        """Say of what was unchanged which of the user's options is therefore not true of it."""
        unchanged = [report.source_id for report in reports if report.outcome is Outcome.UNCHANGED]
        if not unchanged or not (self.options.mission or self.options.publisher):
            return reports
        with self.engine.connect() as conn:
            told = store.told_of(conn, (number for number in unchanged if number is not None))
        return [
            replace(report, warnings=tuple(_unapplied(report, told[report.source_id], self.options)))
            if report.outcome is Outcome.UNCHANGED and report.source_id in told
            else report
            for report in reports
        ]

    def _known(self, documents: Iterable[Document]) -> dict[str, store.KnownInput]:
        digests = [document.input_sha256 for document in documents]
        if not digests:
            return {}
        with self.engine.connect() as conn:
            return store.known_inputs(conn, digests)

    def _read(self, document: Document) -> _Read | Report:
        try:
            extraction = self.extractor.run(document, self.knowledge)
            if self.options.mission is not None:
                extraction = assign_mission(extraction, self._mission(self.options.mission))
            return _Read(document, *store.storable(extraction))
        except DatabaseError:
            raise
        except Exception as error:
            return _failed(document, error)

    def _mission(self, slug: str) -> MissionRef:
        entry = next((each for each in self.knowledge.missions if each.slug == slug), None)
        return MissionRef(slug, slug) if entry is None else MissionRef(slug, entry.name, entry.host)

    def _store(self, batch: Sequence[_Read]) -> list[Report]:
        """Store what was read in one transaction; where that fails as a whole, each in its own."""
        if not batch:
            return []
        try:
            return self._retried(batch)
        except DatabaseError:
            raise
        except Exception as error:
            if isinstance(error, DBAPIError) and error.connection_invalidated:
                raise
            if len(batch) == 1:
                return [_failed(batch[0].document, error)]
            return [report for read in batch for report in self._store([read])]

    def _retried(self, batch: Sequence[_Read]) -> list[Report]:
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                with self._transaction() as conn:
                    return self._write(conn, batch)
            except DBAPIError as error:
                if attempt == _ATTEMPTS or getattr(error.orig, "sqlstate", None) not in _WORTH_RETRYING:
                    raise
        raise AssertionError("unreachable")

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """Open a write transaction; a dry run rolls it back."""
        if not self.options.dry_run:
            with writing(self.engine) as conn:
                store.one_writer(conn)
                yield conn
            return
        with self.engine.connect() as conn:
            store.one_writer(conn)
            yield conn
            conn.rollback()

    def _write(self, conn: Connection, batch: Sequence[_Read]) -> list[Report]:
        now = self.options.clock()
        touched: set[str | None] = set()
        reports = []
        for read in batch:
            try:
                with conn.begin_nested():
                    report, missions = self._add(conn, read, now)
            except (DBAPIError, ValueError) as error:
                if isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in _WORTH_RETRYING:
                    raise
                report, missions = _failed(read.document, error), set()
            touched |= missions
            reports.append(report)
        if touched:
            store.write_projection(conn, store.project_missions(conn, touched, projector(self.index)))
        return reports

    def _add(self, conn: Connection, read: _Read, now: datetime) -> tuple[Report, set[str | None]]:
        """Store one document; return its report and the missions that it touches."""
        document = read.document
        stored = store.add_source(conn, _publication(document), now=now)
        if stored.arrival is store.Arrival.UNCHANGED:
            return _unchanged(document, stored.source_id), set()
        touched = set() if stored.replaces is None else store.missions_told(conn, stored.replaces)
        store.add_extraction(
            conn,
            stored.source_id,
            document.body,
            read.extraction,
            extractor=self.extractor.name,
            version=self.extractor.version,
            knowledge_digest=self.digest,
            now=now,
        )
        touched |= store.missions_told(conn, stored.source_id)
        own = read.extraction.mission
        report = Report(
            document.name,
            Outcome(stored.arrival.value) if is_read(document.language) else Outcome.UNSUPPORTED,
            source_id=None if self.options.dry_run else stored.source_id,
            mission=None if own is None else own.slug,
            language=document.language,
            records=_counts(read.extraction) if is_read(document.language) else {},
            warnings=tuple(_warnings(read, alone=self.alone)),
        )
        return report, touched


def rules() -> Extractor:
    """Return the program's own extractor."""
    from tracker import extract  # noqa: PLC0415 - what is known is not read, and needs none of it

    return Extractor(extract.NAME, extract.VERSION, extract.extract)


def _seeds(options: IngestOptions) -> Knowledge:
    if options.seeds is not None:
        return options.seeds()
    from tracker.seeds import load_knowledge  # noqa: PLC0415 - YAML and pydantic, only where something is read

    return load_knowledge()


def _publication(document: Document) -> store.Publication:
    return store.Publication(
        name=document.name,
        input_sha256=document.input_sha256,
        body=document.body,
        publisher=document.publisher,
        url=document.url,
        title=document.title,
        byline=document.byline,
        published=document.published,
        head_end=document.head_end,
        language=document.language,
    )


def _unchanged(document: Document, source_id: int) -> Report:
    return Report(document.name, Outcome.UNCHANGED, source_id=source_id, language=document.language)


def _counts(extraction: Extraction) -> dict[ClaimKind, int]:
    counts = dict.fromkeys(ClaimKind, 0)
    for kind, _ in extraction.claims():
        counts[kind] += 1
    return counts


def _unapplied(report: Report, told: store.Told, options: IngestOptions) -> Iterator[str]:
    why = "was not applied: the article is known already, and what is known is not read again"
    if options.mission and options.mission != told.mission:
        yield f"{report.name}: --mission {options.mission} {why}; it is about {told.mission or 'no mission'}"
    if options.publisher and (
        told.publisher is None or name_key(options.publisher) != name_key(told.publisher)
    ):
        has = f"its publisher is {told.publisher}" if told.publisher else "it has no publisher"
        yield f"{report.name}: --publisher {options.publisher} {why}; {has}"


def _warnings(read: _Read, *, alone: bool) -> Iterator[str]:
    document = read.document
    if document.published is None:
        phrases = dict.fromkeys(span.text(document.body) for span in read.extraction.open_dates)
        open_dates = ", ".join(f'"{" ".join(phrase.split())}"' for phrase in phrases)
        stays = f"so these stay open: {open_dates}" if phrases else "so --as-of leaves it out"
        yield f"{document.name}: no publication date, {stays}; give it {_way_to_date(document, alone=alone)}"
    if read.dropped:
        yield f"{document.name}: {read.dropped} record(s) left out, whose numbers are beyond what is stored"


def _way_to_date(document: Document, *, alone: bool) -> str:
    """Return how a day of publication is given: the option is for one document only."""
    if document.line is not None:
        return 'as "published": "YYYY-MM-DD" in the line'
    return "with --published YYYY-MM-DD" if alone else 'as "published: YYYY-MM-DD" in its front matter'


def _failed(document: Document, error: Exception) -> Report:
    """Return the report of a failure: the first line of the error, the database's own where it is one."""
    text = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
    expected = isinstance(error, (TrackerError, DBAPIError, ValueError)) and text
    reason = text if expected else f"{type(error).__name__}: {text}"
    return Report(document.name, Outcome.FAILED, reason, language=document.language, error=error)
