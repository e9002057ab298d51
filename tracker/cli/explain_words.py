"""What the levels saw, in words: a line for a name, a sum, a count, a date, a clause, a field."""

from __future__ import annotations

from tracker.export.records import Json

_NAMES = {
    "name": "known name",
    "acronym": "known acronym",
    "adjective": "adjective of a known name",
    "demonym": "people of a known name",
    "capital": "capital that stands for its government",
    "government": "known words for its government",
    "body": "its own words say that it is a body",
    "office": "an office stands with it",
    "capitals": "capitalized words",
    "surname": "surname",
    "first-name": "first name",
}
_REFERENCES = {
    "name": None,
    "of": "by its name behind “of” or before it",
    "own-government": "his or her own government",
    "pronoun": "pronoun: foremost before it",
    "country": "description: the state foremost before it",
    "government": "description: the government of the state in question",
    "body": "description: the last one named that is such a body",
    "own-body": "description: that of the state in question",
    "office": "description: the last one named with the office",
    "context": "no words: who acted before",
}
_QUALIFIERS = {"exact": "", "about": "about ", "at-least": "at least ", "up-to": "up to "}


def name(each: Json) -> str:
    """Return a name with whom it means and why."""
    why = _NAMES[each["alias"] or each["why"]]
    if each["named_in_full"]:
        full = each["named_in_full"]
        why += f" of “{full['quote']}” {full['start']}:{full['end']}"
    if not each["certain"]:
        why += ", and nothing vouches for it: perhaps a place"
    office = f", {each['office']}" if each["office"] else ""
    acts = f", acts for {each['acts_for']}" if each["acts_for"] not in (None, each["name"]) else ""
    return f"“{each['quote']}” = {each['name']} ({each['kind']}{office}{acts}): {why}"


def sum_of(each: Json) -> str:
    """Return a sum as it was read."""
    text = f"“{each['quote']}” = {_QUALIFIERS[each['qualifier']]}{each['currency']} {each['amount']:,}"
    if each["up_to"] is not None:
        text += f" to {each['up_to']:,}"
    text += "".join(f" = {other['currency']} {other['amount']:,}" for other in each["equivalents"])
    if len(each["currencies"]) > 1:
        text += " (a bare sign: the giver's own currency, if it is one of these)"
    return text + (", on top" if each["further"] else "")


def count(each: Json) -> str:
    """Return a count as it was read."""
    most = f"-{each['count_max']:,}" if each["count_max"] is not None else ""
    text = f"“{each['quote']}” = {_QUALIFIERS[each['qualifier']]}{each['count']:,}{most}"
    return text + (", on top" if each["further"] else "")


def date(each: Json) -> str:
    """Return a date as it resolves."""
    before = f"{each['preposition']} " if each["preposition"] else ""
    text = f"{before}“{each['quote']}” = "
    if each["open"]:
        return text + "open: the day of publication is unknown"
    text += f"{each['date']} ({each['precision']})" if each["date"] else "unknown"
    return text + (f"; if to come {each['if_to_come']}" if each["if_to_come"] else "")


def clause(each: Json, governor: str | None) -> str:
    """Return a verb group with its subject; ``governor`` is what governs an infinitive."""
    kind = [each["form"], each["voice"], *([each["tense"]] if each["tense"] else [])]
    kind += [key for key in ("perfect", "progressive", "negated") if each[key]]
    kind += [f"modal {each['modal']}"] if each["modal"] else []
    kind += [f"under “{governor}”"] if governor is not None else []
    subject = "no subject"
    if each["subject"] is not None:
        relative = " (relative)" if each["relative"] else ""
        subject = f"subject{relative} “{each['subject']['quote']}”"
        subject += f" = {meaning(each['subject_means'])}" if each["subject_means"] else ""
    return f"“{each['quote']}” {each['verb']}: {', '.join(kind)}; {each['sense']}; {subject}"


def meaning(actors: list[Json]) -> str:
    """Return the actors that a noun phrase means."""
    return ", ".join(_actor(each) for each in actors)


def _actor(each: Json) -> str:
    head = f" ({each['head']})" if each["head"] else ""
    why = f" [{_REFERENCES[each['why']]}]" if _REFERENCES[each["why"]] else ""
    acts = f", for {each['acts_for']}" if each["acts_for"] not in (None, each["name"]) else ""
    return f"{each['name']}{head}{acts}{why}"


def field(each: Json) -> str:
    """Return a field of a record with the words that it was read from."""
    value = _value(each["value"])
    if not each["places"]:
        return f"{each['field']} = {value} (derived)"
    words = ", ".join(f"“{place['quote']}” {place['start']}:{place['end']}" for place in each["places"])
    if value == " … ".join(place["quote"] for place in each["places"]):
        return f"{each['field']}: {words}"
    return f"{each['field']} = {value}: {words}"


def _value(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_value(each) for each in value)
    if isinstance(value, dict):
        return f"{value['currency']} {value['amount']:,}"
    if isinstance(value, bool):
        return "yes"
    return f"{value:,}" if isinstance(value, int | float) else str(value)
