"""What the tables of steps share: openings that name a mission, and steps in one line."""

from __future__ import annotations

from tracker.claims import MilestoneClaim
from tracker.vocab import DatePrecision

# What each case's sentence follows: it names the mission, and takes no step.
OPENINGS = {
    "haiti": "Gangs hold the Haitian capital. The Kenya-led mission in Haiti is short of money. ",
    "samim": "SAMIM is the SADC mission in Mozambique. ",
    "samidrc": "SAMIDRC is the SADC mission in eastern Congo. ",
    "eacrf": "EACRF is the East African force in Congo. ",
    "ecowas": "ECOWAS wants a force in Niger. ",
    "ecomig": "ECOMIG is the ECOWAS mission in Gambia. ",
    "minusma": "MINUSMA is the UN mission in Mali. ",
    "monusco": "MONUSCO is the UN mission in Congo. ",
    "unmiss": "UNMISS is the UN mission in South Sudan. ",
    "unficyp": "UNFICYP patrols the buffer zone in Cyprus. ",
    "unifil": "Unifil is the UN force in Lebanon. ",
    "aspides": "The EU mission Aspides is at sea. ",
    "eumam": "EUMAM trains Ukrainian troops. ",
    "aussom": "AUSSOM is the new African Union mission in Somalia. AUSSOM is short of money. ",
    "atmis": "ATMIS is the African Union mission in Somalia. ",
    "isf": "The International Stabilization Force for Gaza is short of men. ",
    "kfor": "KFOR keeps the peace in Kosovo. ",
    "ramsi": "RAMSI is the regional mission in Solomon Islands. ",
    "interfet": "INTERFET is the force in East Timor. ",
}


def told(claim: MilestoneClaim) -> str:
    """Return a milestone in a line: kind, date as precise as known, by, until, replaced_by."""
    length = {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7, DatePrecision.DAY: 10}[claim.date.precision]
    parts = [claim.kind.value, claim.date.first.isoformat()[:length], claim.by.name if claim.by else ""]
    if claim.until:
        parts.append(f"until {claim.until.first.isoformat()}")
    if claim.replaced_by:
        parts.append(f"replaced by {claim.replaced_by}")
    return " ".join(part for part in parts if part)
