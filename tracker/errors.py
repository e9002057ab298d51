"""The tree of errors.

TrackerError              one line: what is wrong, where, and what to do; carries the exit status
├── ItemError             1  something asked for was not found, or an item failed
│   └── DocumentError     1  one input cannot be read; the rest goes on
├── UsageError            2  the command was called wrongly
└── DatabaseError         3  the database cannot be used
"""

from __future__ import annotations


class TrackerError(Exception):
    """The base of all errors that a user is shown, in one line, without a traceback."""

    exit_status = 1


class ItemError(TrackerError):
    """Something asked for was not found, or an item failed."""


class DocumentError(ItemError):
    """One input document cannot be read."""


class UsageError(TrackerError):
    """The command was called wrongly."""

    exit_status = 2


class DatabaseError(TrackerError):
    """The database cannot be used: absent, newer, foreign, damaged or locked."""

    exit_status = 3
