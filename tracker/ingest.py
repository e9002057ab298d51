"""The service that joins the layers: documents in, reports out, the database up to date in between.

The inputs are looked up first, so that what is known costs next to nothing; the rest is read without holding
any lock; then one transaction stores the batch, a savepoint each, and projects the missions it touches. A
report is yielded only after its commit: a crash loses at most what was not yet reported, and the same call
again finishes the work.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from itertools import chain, islice

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from tracker.claims import Extraction, MissionRef
from tracker.db import store
from tracker.db.session import writing
from tracker.documents.model import Document, DocumentFailure
from tracker.errors import DatabaseError
from tracker.knowledge import Knowledge
from tracker.pace import READ_TOGETHER, Pace
from tracker.reconcile.actors import ActorIndex
from tracker.reconcile.assign import assign_mission
from tracker.reconcile.project import projector
from tracker.reports import Outcome, Report, counts, failed, reading_warnings, unapplied, unchanged_report
from tracker.reproject import reproject
from tracker.vocab import is_read

__all__ = ["Extractor", "IngestOptions", "Outcome", "Report", "ingest", "rules"]

_ATTEMPTS = 5
_WORTH_RETRYING = ("40001", "40P01")  # serialization failure, deadlock


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
    something is to be read; ``extractor`` is None for the program's own rules. ``batch`` is how many
    documents one transaction stores (None: as many as are worth a projection, see ``tracker.pace``).
    ``progress`` is told how many documents are read and not stored yet. ``clock`` tells the moment of
    recording, aware, once a transaction.
    """

    mission: str | None = None
    publisher: str | None = None
    dry_run: bool = False
    seeds: Callable[[], Knowledge] | None = None
    extractor: Extractor | None = None
    batch: int | None = None
    progress: Callable[[int], None] | None = None
    clock: Callable[[], datetime] = _now


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
    options = options or IngestOptions()
    rest = iter(documents)
    first = list(islice(rest, 2))
    ingestion = _Ingestion(engine, options, alone=len(first) == 1)
    rest = chain(first, rest)
    batch = _Batch()
    while part := list(islice(rest, options.batch or READ_TOGETHER)):
        ingestion.read(part, batch)
        if options.batch is not None or ingestion.is_enough(batch):
            yield from ingestion.finish(batch)
            batch = _Batch()
    yield from ingestion.finish(batch)


@dataclass(slots=True)
class _Read:
    """A document that was read: what was taken from it, and how many claims no database can keep."""

    document: Document
    extraction: Extraction
    dropped: int = 0


@dataclass(slots=True)
class _Batch:
    """Documents on their way into one transaction, each read or with its report already, in their order."""

    items: list[Report | _Read] = field(default_factory=list)
    missions: set[str | None] = field(default_factory=set)
    pace: Pace = field(default_factory=Pace)

    def add(self, item: Report | _Read) -> None:
        self.items.append(item)
        if isinstance(item, _Read):
            self.pace.add(len(item.document.body))
            self.missions.update(claim.mission for _, claim in item.extraction.claims())
            if item.extraction.mission is not None:
                self.missions.add(item.extraction.mission.slug)


class _Ingestion:
    def __init__(self, engine: Engine, options: IngestOptions, *, alone: bool) -> None:
        self.engine = engine
        self.options = options
        self.alone = alone
        self._sizes: dict[str | None, int] = {}  # claims to project of a mission, where that is known

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

    def read(self, documents: Sequence[Document | DocumentFailure], batch: _Batch) -> None:
        """Add the documents to a batch: those that are not known are read."""
        known = self._known(each for each in documents if isinstance(each, Document))
        for each in documents:
            if isinstance(each, DocumentFailure):
                batch.add(Report(each.name, Outcome.FAILED, each.reason))
            elif each.input_sha256 in known and not store.differs(each.published, known[each.input_sha256]):
                batch.add(unchanged_report(each, known[each.input_sha256].source_id))
            else:
                batch.add(self._read(each))
                if self.options.progress is not None:
                    self.options.progress(batch.pace.documents)

    def is_enough(self, batch: _Batch) -> bool:
        """Tell whether a batch is to be stored, rather than to wait for more documents."""
        if not batch.pace.documents or batch.pace.is_full():
            return True
        unknown = batch.missions - self._sizes.keys()
        if unknown:
            with self.engine.connect() as conn:
                self._sizes |= store.claims_about(conn, unknown)
        return batch.pace.is_worth(sum(self._sizes[slug] for slug in batch.missions))

    def finish(self, batch: _Batch) -> list[Report]:
        """Store a batch; return its reports, in order."""
        stored = iter(self._store([item for item in batch.items if isinstance(item, _Read)]))
        reports = [item if isinstance(item, Report) else next(stored) for item in batch.items]
        if self.options.progress is not None and batch.pace.documents:
            self.options.progress(0)
        return self._warned(reports)

    def _warned(self, reports: list[Report]) -> list[Report]:
        """Say of what was unchanged which of the user's options is therefore not true of it."""
        unchanged = [report.source_id for report in reports if report.outcome is Outcome.UNCHANGED]
        mission, publisher = self.options.mission, self.options.publisher
        if not unchanged or not (mission or publisher):
            return reports
        with self.engine.connect() as conn:
            told = store.told_of(conn, (number for number in unchanged if number is not None))
        return [
            replace(report, warnings=tuple(unapplied(report, told[report.source_id], mission, publisher)))
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
            return failed(document, error)

    def _mission(self, slug: str) -> MissionRef:
        entry = next((each for each in self.knowledge.missions if each.slug == slug), None)
        return MissionRef(slug, slug) if entry is None else MissionRef(slug, entry.name, entry.host)

    def _store(self, batch: Sequence[_Read]) -> list[Report]:
        """Store what was read in one transaction; where that fails as a whole, in ever smaller ones."""
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
                return [failed(batch[0].document, error)]
            half = len(batch) // 2  # what spoils it is met in few steps
            return [*self._store(batch[:half]), *self._store(batch[half:])]

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
                report, missions = failed(read.document, error), set()
            touched |= missions
            reports.append(report)
        if touched:
            group = store.project_missions(conn, touched, projector(self.index))
            store.write_projection(conn, group)
            self._sizes |= dict.fromkeys(touched, 0) | Counter(each.claim.mission for each in group.claims)
        return reports

    def _add(self, conn: Connection, read: _Read, now: datetime) -> tuple[Report, set[str | None]]:
        """Store one document; return its report and the missions that it touches."""
        document = read.document
        stored = store.add_source(conn, _publication(document), now=now)
        if stored.arrival is store.Arrival.UNCHANGED:
            return unchanged_report(document, stored.source_id), set()
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
            records=counts(read.extraction) if is_read(document.language) else {},
            warnings=tuple(reading_warnings(document, read.extraction, read.dropped, alone=self.alone)),
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
