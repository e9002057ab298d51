"""Seeds: what is known before any article is read, as reviewed YAML files.

``load_knowledge`` reads every ``*.yaml`` of a folder. A file holds any of the sections ``states``,
``organizations``, ``outlets``, ``persons`` and ``missions``; together they make one ``Knowledge``.

    yaml_lines   a file → plain values that remember their lines
    schema       the sections' entries and what one entry may say
    entries      schema → the entries of a ``Knowledge``
    crosscheck   what must hold between entries: names that clash, names that nobody has
"""

from __future__ import annotations

from tracker.seeds.load import load_knowledge
from tracker.seeds.yaml_lines import SeedError

__all__ = ["SeedError", "load_knowledge"]
