"""Rows in and out. Every function takes an open connection and never commits."""

from tracker.db.store.claims_in import add_extraction, missions_of
from tracker.db.store.claims_out import claims_of
from tracker.db.store.forms import Publication, text_sha256
from tracker.db.store.identity import canonical_url, identity_key
from tracker.db.store.limits import storable
from tracker.db.store.missions import ensure_missions, find_mission, mission_ids, missions_told
from tracker.db.store.projection import Group, differences, project_missions, write_projection
from tracker.db.store.rows import one_writer
from tracker.db.store.seeds import SyncCounts, load_knowledge, sync_knowledge
from tracker.db.store.sizes import claims_about
from tracker.db.store.sources import (
    Arrival,
    KnownInput,
    Stored,
    Told,
    add_source,
    differs,
    known_input,
    known_inputs,
    told_of,
)
from tracker.db.store.versions import projection_version, set_projection_version

__all__ = [
    "Arrival",
    "Group",
    "KnownInput",
    "Publication",
    "Stored",
    "SyncCounts",
    "Told",
    "add_extraction",
    "add_source",
    "canonical_url",
    "claims_about",
    "claims_of",
    "differences",
    "differs",
    "ensure_missions",
    "find_mission",
    "identity_key",
    "known_input",
    "known_inputs",
    "load_knowledge",
    "mission_ids",
    "missions_of",
    "missions_told",
    "one_writer",
    "project_missions",
    "projection_version",
    "set_projection_version",
    "storable",
    "sync_knowledge",
    "text_sha256",
    "told_of",
    "write_projection",
]
