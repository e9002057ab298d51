"""An event-tracking database for international missions."""

__version__ = "0.1.0"
