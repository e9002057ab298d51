"""What is wrong with a seed file is said in one line that begins with the file and the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.errors import TrackerError
from tracker.seeds import SeedError, load_knowledge

KENYA = "states:\n- {name: Kenya, iso: KE, currency: KES}\n"

# The reason each is there is its id; `line` is where an editor should jump to.
BROKEN = {
    "not-yaml": ("missions:\n- slug: [a\n  name: b\n", 3, "not YAML"),
    "tab-for-indentation": ("missions:\n- slug: a\n\tname: b\n", 3, "not YAML"),
    "a-list-instead-of-sections": ("- Kenya\n", 1, "the sections are missing: states,"),
    "unknown-section": ("states: []\ncountries: []\n", 2, 'unknown key "countries"; known here: states,'),
    "unknown-key": (
        KENYA + "  # a comment\n- name: Haiti\n  iso: HT\n  currency: HTG\n  capitol: [X]\n",
        7,
        "capitol",
    ),
    "unknown-key-of-an-office": (
        KENYA
        + "persons:\n- name: A B\n  offices:\n  - {office: President, of: Kenya,\n     until: 2024-01-01}\n",
        7,
        'unknown key "until"; known here: office, of, held_from, held_to',
    ),
    "missing-key": ("missions:\n- slug: a\n  aliases: [x]\n", 2, '"name" is missing for "a"'),
    "key-twice": ("missions:\n- slug: a\n  name: b\n  slug: c\n", 4, 'key "slug" is given twice'),
    "one-alias-without-brackets": (
        "states:\n- name: Kenya\n  iso: KE\n  currency: KES\n  demonyms: Kenyan\n",
        5,
        "demonyms: input should be a valid tuple, not 'Kenyan'",
    ),
    "empty-name": ("persons:\n- name: ''\n", 2, "name: "),
    "blank-at-the-end-of-a-name": ("persons:\n- name: 'A B '\n", 2, "name: "),
    "no-currency-code": ("states:\n- name: Kenya\n  iso: KE\n  currency: KSH\n", 4, '"KSH" is no ISO 4217'),
    "no-slug": ("missions:\n- {name: b, slug: Haiti Mission}\n", 2, "slug: "),
    "no-such-kind": ("organizations:\n- {name: A, kind: gang}\n", 2, "kind: "),
    "body-of-nobody": ("organizations:\n- {name: A, kind: body}\n", 2, 'body "A" needs a parent'),
    "organization-with-a-parent": (
        KENYA + "organizations:\n- {name: A, kind: organization, parent: Kenya}\n",
        4,
        'organization "A" has a parent',
    ),
    "no-day": (
        KENYA
        + "persons:\n- name: A B\n  offices:\n  - office: President\n    of: Kenya\n"
        + "    held_from: 2023-02-30\n",
        8,
        '"2023-02-30" is no day of the calendar',
    ),
    "a-month-is-no-day": (
        KENYA + "persons:\n- name: A B\n  offices:\n  - {office: President, of: Kenya, held_from: 2023-02}\n",
        6,
        '"2023-02" is no day of the calendar',
    ),
    "office-ends-before-it-begins": (
        KENYA
        + "persons:\n- name: A B\n  offices:\n"
        + "  - {office: President, of: Kenya, held_from: 2023-02-01, held_to: 2022-01-01}\n",
        6,
        "held_to 2022-01-01 is before held_from 2023-02-01",
    ),
    "unknown-parent": (
        "organizations:\n- {name: A, kind: body, parent: Atlantis}\n",
        2,
        'parent "Atlantis" is not a state',
    ),
    "unknown-country": ("outlets:\n- {name: A, country: Atlantis}\n", 2, 'country "Atlantis" is not a state'),
    "unknown-office-of": (
        "persons:\n- name: A\n  offices:\n  - {office: King, of: Atlantis}\n",
        4,
        'of "Atlantis" is not',
    ),
    "unknown-host": (
        "missions:\n- slug: a\n  name: b\n  host: Atlantis\n",
        4,
        'host "Atlantis" is not a state',
    ),
    "a-host-is-a-state": (
        "organizations:\n- {name: NATO, kind: organization}\nmissions:\n- {slug: a, name: b, host: NATO}\n",
        4,
        'host "NATO" is not a state of these files',
    ),
    "unknown-lead": ("missions:\n- {slug: a, name: b, lead: Atlantis}\n", 2, 'lead "Atlantis"'),
    "unknown-authority": (
        "missions:\n- {slug: a, name: b, authority: Atlantis}\n",
        2,
        'authority "Atlantis"',
    ),
    "unknown-successor": (
        "missions:\n- slug: a\n  name: b\n  successor: c\n",
        4,
        'successor "c" is not a mission',
    ),
    "own-successor": ("missions:\n- {slug: a, name: b, successor: a}\n", 2, '"a" cannot succeed itself'),
    "actor-twice": (KENYA + "organizations:\n- {name: The KENYA, kind: organization}\n", 4, "two actors"),
    "alias-is-another-name": (
        KENYA + "- {name: Haiti, iso: HT, currency: HTG, aliases: [Kenya]}\n",
        3,
        'also that of "Kenya"',
    ),
    "demonym-of-two": (
        "states:\n- {name: DR Congo, iso: CD, currency: CDF, demonyms: [Congolese]}\n"
        "- {name: Republic of the Congo, iso: CG, currency: XAF, demonyms: [Congolese]}\n",
        3,
        'demonym "Congolese" of "Republic of the Congo" is also that of "DR Congo" (broken.yaml:2)',
    ),
    "iso-code-of-two": (KENYA + "- {name: Haiti, iso: KE, currency: HTG}\n", 3, 'ISO code "KE"'),
    "alias-listed-twice": ("persons:\n- {name: A B, aliases: [B A, B A]}\n", 2, '"B A" is listed twice'),
    "alias-is-the-name": ("persons:\n- {name: A B, aliases: [A B]}\n", 2, '"A B" is listed twice'),
    "slug-twice": (
        "missions:\n- {slug: a, name: b}\n- {slug: a, name: c}\n",
        3,
        'slug "a" is given to two missions',
    ),
    "mission-alias-of-two": (
        "missions:\n- {slug: a, name: b, aliases: [MSS]}\n- {slug: c, name: d, aliases: [mss]}\n",
        3,
        'mission name "mss" of "c" is also that of "a"',
    ),
    "mission-alias-is-a-slug": (
        "missions:\n- {slug: kfor, name: b}\n- {slug: c, name: KFOR}\n",
        3,
        'name "KFOR"',
    ),
    "refers-to-itself": ("missions: &all\n- *all\n", 1, "nested too deeply"),
}


@pytest.mark.parametrize(("text", "line", "message"), BROKEN.values(), ids=BROKEN)
def test_error_names_file_line_and_fault(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(SeedError) as caught:
        load_knowledge(tmp_path)

    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_clash_between_two_files_names_both(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(KENYA, encoding="utf-8")
    (tmp_path / "b.yaml").write_text("persons:\n- {name: A B, aliases: [kenya]}\n", encoding="utf-8")

    with pytest.raises(
        SeedError, match=r'b\.yaml:2: name "kenya" of "A B" is also that of "Kenya" \(a\.yaml:2\)'
    ):
        load_knowledge(tmp_path)


def test_file_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"missions:\n- {slug: a, name: Op\xe9ration}\n")

    with pytest.raises(SeedError, match=r"a\.yaml:2: not UTF-8"):
        load_knowledge(tmp_path)


def test_control_character(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"missions:\n- {slug: a, name: b\x01}\n")

    with pytest.raises(SeedError, match=r"a\.yaml.*: not YAML"):
        load_knowledge(tmp_path)


def test_folder_without_seeds(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match=r"no seed files \(\*\.yaml\) there"):
        load_knowledge(tmp_path)


def test_unreadable_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()

    with pytest.raises(SeedError, match=r"a\.yaml: cannot be read: Is a directory"):
        load_knowledge(tmp_path)
