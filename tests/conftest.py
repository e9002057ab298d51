"""What all tests share."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# How long an example takes depends on the machine and is no property of the program.
settings.register_profile("tracker", deadline=None)
settings.load_profile("tracker")


def require_or_skip(condition: object, reason: str) -> None:
    """Go on where ``condition`` holds; else skip the test, or fail it in CI, where it must run.

    ``reason`` says what is missing and how to get it.
    """
    if condition:
        return
    if os.environ.get("CI"):
        pytest.fail(f"must run where CI is set: {reason}", pytrace=False)
    pytest.skip(reason)
