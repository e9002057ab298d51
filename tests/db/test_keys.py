"""Keys under which names are one, and digests."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.db.keys import KEY_LIMIT, digest, name_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Bahamas", "bahamas"),
        ("THE BAHAMAS", "bahamas"),
        ("Bahamas,  The", "bahamas, the"),  # only a leading article goes
        ("The", "the"),  # a name must not vanish
        ("São Tomé", "são tomé"),
        ("Sa\u0303o Tome\u0301", "são tomé"),  # the same letters, decomposed
        ("Ｋｅｎｙａ", "kenya"),  # full width
        ("Straße", "strasse"),
        ("ÎLE", "île"),  # SQLite's own lower() leaves this one
        (" United\u00a0 States\n", "united states"),
    ],
)
def test_names_fold(name: str, key: str) -> None:
    assert name_key(name) == key


@given(st.text())
def test_a_key_is_its_own_key_and_fits_an_index(name: str) -> None:
    key = name_key(name)
    assert len(key) <= KEY_LIMIT
    assert name_key(name.upper()) == name_key(name.upper().upper())
    assert name_key(f"{name} ") == key


def test_long_names_stay_apart() -> None:
    long = "commission " * 40
    assert name_key(long + "a") != name_key(long + "b")


@given(st.lists(st.none() | st.text()), st.lists(st.none() | st.text()))
def test_digests_of_different_parts_differ(first: list[str | None], second: list[str | None]) -> None:
    assert (digest(*first) == digest(*second)) == (first == second)


def test_a_digest_is_a_sha256_in_hex() -> None:
    assert len(digest("a", None)) == 64
    assert int(digest(), 16) >= 0
