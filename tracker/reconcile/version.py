"""Which rules made the rows: the version that a database keeps of them."""

from __future__ import annotations

PROJECTION = 1
"""Raise it with every change of the rules that can change what some claims come to.

A database whose rows older rules made is projected anew by ``tracker db upgrade`` and by the next ingest.
"""
