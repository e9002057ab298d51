"""Print a first draft of ``seeds/states.yaml`` from babel and countryinfo, to be completed by hand.

Run once, when the file was begun:

    python seeds/generate_states.py > draft.yaml

``states.yaml`` has been read, corrected and completed since, entry by entry: countryinfo knows no plural
demonyms, government names or newer states, and some of its capitals and currencies are out of date. Never
write this draft over it; use it to look a fact up, or to begin a new state. Needs the ``dev`` group.
"""

from __future__ import annotations

import sys
from typing import Any

import yaml
from babel import Locale
from babel.numbers import get_territory_currencies
from countryinfo import CountryInfo

# ISO 3166 codes that are no state of their own: dependencies, and codes of babel's for regions.
DEPENDENCIES = """
    AC AI AQ AS AW AX BL BM BQ BV CC CK CP CQ CW CX DG EA EU EZ FK FO GF GG GI GL GP GS GU HK HM IC IM
    IO JE KY MF MO MP MQ MS NC NF NU PF PM PN PR QO RE SH SJ SX TA TC TF TK UM UN VG VI WF XA XB YT ZZ
"""


def territories() -> dict[str, str]:
    """Return ISO 3166 alpha-2 codes and English names, without numbers, regions and dependencies."""
    named = Locale("en").territories
    return {
        code: str(name)
        for code, name in sorted(named.items())
        if len(code) == 2 and code.isalpha() and code not in DEPENDENCIES.split()
    }


def country_facts() -> dict[str, dict[str, Any]]:
    """Return countryinfo's entries by alpha-2 code."""
    entries: dict[str, dict[str, Any]] = CountryInfo("Kenya").all()
    return {entry["ISO"]["alpha2"]: entry for entry in entries.values() if "ISO" in entry}


def draft() -> list[dict[str, Any]]:
    """Return one mapping for each state, in the keys of ``states.yaml``, sorted by name."""
    facts = country_facts()
    states = []
    for code, name in territories().items():
        fact = facts.get(code, {})
        demonym = fact.get("demonym", "")
        currencies = get_territory_currencies(code)
        states.append(
            {
                "name": name,
                "iso": code,
                "currency": currencies[-1] if currencies else None,
                "adjectives": [demonym] if demonym else [],
                "demonyms": [demonym, f"{demonym}s"] if demonym else [],
                "capitals": [fact["capital"]] if fact.get("capital") else [],
                "aliases": [text for text in fact.get("altSpellings", []) if len(text) > 3],
            }
        )
    return sorted(states, key=lambda state: str(state["name"]))


if __name__ == "__main__":
    yaml.safe_dump({"states": draft()}, sys.stdout, allow_unicode=True, sort_keys=False)
