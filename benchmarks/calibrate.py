"""Measure how far each pattern is to be trusted: ``calibrate.py DIR… > confidence.toml`` (in the lexicons).

Prints, for each family of records, the share of right ones in folders of annotated articles that no rule was
written for. A family with few records leans on the share of all of its kind, as if it had five more of it.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator

from tracker.evaluate import RecordType, Score
from tracker.evaluate.calibration import judged
from tracker.evaluate.folder import find_gold, read_annotated
from tracker.evaluate.run import run
from tracker.extract.confidence import family
from tracker.seeds import load_knowledge
from tracker.vocab import ClaimKind

_LEAN = 5
_KINDS = {
    RecordType.PLEDGES: (ClaimKind.PLEDGE, "donor"),
    RecordType.DEPLOYMENTS: (ClaimKind.DEPLOYMENT, "contributor"),
    RecordType.DIRECT: (ClaimKind.STATEMENT, "speaker"),
    RecordType.INDIRECT: (ClaimKind.STATEMENT, "speaker"),
    RecordType.MILESTONES: (ClaimKind.MILESTONE, "by"),
}
_PHASE = ("phase-steps", "phase-work", "phase-presence", "phase-offer")
_HEAD = """\
# How far a record is to be trusted: the share of right ones in its family (tracker/extract/confidence.py) in
# annotated articles that no rule was written for. Written by benchmarks/calibrate.py; do not edit.
"""


def main(folders: list[str]) -> int:
    """Print the table; return the exit status."""
    if not folders:
        print("name a folder of annotated articles", file=sys.stderr)
        return 2
    score = run(read_annotated(find_gold(folders)), load_knowledge()).score
    print(_HEAD)
    for kind, families in sorted(_families(score).items()):
        print("\n".join(_section(kind, families)))
    right, number = score.phases()
    print(f"[{ClaimKind.PHASE}]\n" + "".join(f"{rule} = {right / number:.2f}\n" for rule in _PHASE), end="")
    return 0


def _families(score: Score) -> dict[ClaimKind, dict[str, list[bool]]]:
    """Return for each kind of record the families, each with whether its records are right."""
    found: dict[ClaimKind, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for record_type, record, right in judged(score):
        kind, who = _KINDS[record_type]
        found[kind][family(record["rule"], named=record[who] is not None)].append(right)
    return found


def _section(kind: ClaimKind, families: dict[str, list[bool]]) -> Iterator[str]:
    """Yield the lines of one kind of record."""
    everything = [right for each in families.values() for right in each]
    usual = sum(everything) / len(everything)
    yield f"[{kind}]"
    for name, each in sorted(families.items()):
        share = (sum(each) + _LEAN * usual) / (len(each) + _LEAN)
        yield f"{name} = {min(share, 0.99):.2f} # {sum(each)} of {len(each)}"
    yield ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
