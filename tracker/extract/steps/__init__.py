"""Level 4: milestones. Dated steps in the life of the article's own mission, read clause by clause.

``reader`` goes through the clauses and dates what the rules find; each rule is a function from a ``Scene``
(a clause with its article) to a ``Finding`` or None: ``mandates`` (what a mandating body does), ``requests``
(what the host does), ``contributors`` (what contributors and their parliaments do), ``holds`` (courts, pauses
and their end), ``arrivals`` and ``departures`` (people who come and go), ``endings``. ``idioms`` are read as
the verbs that they stand for; ``nominals`` reads the nouns that tell a step.
"""

from __future__ import annotations

from tracker.extract.steps.article import Step
from tracker.extract.steps.reader import StepReader

__all__ = ["Step", "StepReader"]
