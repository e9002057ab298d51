"""Level 4: direct quotations. Whose words they are, and which of them belong together."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.claims import Span
from tracker.extract.actors import Actor
from tracker.extract.attributions import Attribution, attributions
from tracker.extract.lexicon import words
from tracker.extract.names import uncertain
from tracker.extract.quotations import Quotation
from tracker.extract.reading import Parsed, Reading
from tracker.extract.sayings import Rule, Saying
from tracker.extract.speakers import Speakers
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind

_ATTRIBUTED = Rule("quotation-attributed", 0.95)
_LABEL = Rule("quotation-label", 0.9)
_DASH = Rule("quotation-dash", 0.9)
_COLON = Rule("quotation-colon", 0.9)
_SIGNED = Rule("quotation-signed", 0.85)
_ANNOUNCED = Rule("quotation-announced", 0.85)
_OPEN = Rule("quotation-open", 0.7)
_BARE = Rule("quotation-bare", 0.6)
_IN_CLAUSE = Rule("quotation-in-clause", 0.6)

_LONGEST_OFFICE = 6  # tokens before the name on a line that signs a quotation
_ADVERBS = words("words", "adverbs")
_DASHES = frozenset({"—", "–", "-"})
_BEFORE_ATTRIBUTION = _ADVERBS | _DASHES | {",", "."}
_LABEL_STARTS = frozenset({"—", "–", ".", ":", ";", "•"})


class QuotationReader:
    """Adds the direct quotations of one article to what has been found, sentence by sentence."""

    def __init__(self, reading: Reading, speakers: Speakers, found: list[Saying]) -> None:
        self.reading = reading
        self.speakers = speakers
        self.found = found

    def read(self, parsed: Parsed, attributed: Sequence[Attribution]) -> set[int]:
        """Add the quotations of a sentence; return the indexes of the clauses that attribute them."""
        used: set[int] = set()
        last: Saying | None = None
        for at in sorted(parsed.sentence.quotes):
            quotation = parsed.sentence.quotes[at]
            before = _attribution_before(parsed, at, attributed)
            if last is not None and (before is None or parsed.tokens[at - 1].norm not in (":", "that")):
                last.resume(quotation.inner, until=quotation.outer.end)
                continue
            after = _attribution_after(parsed, at, attributed)
            chosen = before if before and _introduced(parsed, at) else (after or before)
            if chosen is not None:
                used.add(chosen.clause.index)
                last = self._attributed(parsed, quotation, chosen)
            else:
                last = self._unattributed(parsed, at, quotation, attributed)
        return used

    def _attributed(self, parsed: Parsed, quotation: Quotation, chosen: Attribution) -> Saying:
        words_of = parsed.span(chosen.first, chosen.last)
        span = Span(min(quotation.outer.start, words_of.start), max(quotation.outer.end, words_of.end))
        return self._add(parsed, chosen.speaker, quotation, span, _ATTRIBUTED)

    def _unattributed(
        self, parsed: Parsed, at: int, quotation: Quotation, attributed: Sequence[Attribution]
    ) -> Saying:
        """Add a quotation that no reporting verb of its sentence attributes."""
        whole = parsed.sentence.span
        alone = at <= 1 and len(parsed.tokens) <= at + 2
        named = self._label(parsed, at)
        if named is not None:
            return self._add(parsed, named[0], quotation, whole, named[1])
        signed = self._signed_behind(parsed) if alone else None
        if signed is not None:
            return self._add(parsed, signed, quotation, quotation.outer, _SIGNED)
        continued = self._continued(parsed) if alone else None
        if continued is not None:
            continued.resume(quotation.inner)
            continued.paragraph = parsed.sentence.paragraph
            return continued
        announced = self._announced_before(parsed) if at <= 1 else None
        if announced is not None:
            return self._add(parsed, announced, quotation, quotation.outer, _ANNOUNCED)
        return self._guessed(parsed, quotation, alone=alone and not attributed)

    def _guessed(self, parsed: Parsed, quotation: Quotation, *, alone: bool) -> Saying:
        """Add a quotation that nothing around it attributes, under whom it stands most likely."""
        if not quotation.closed:
            return self._add(parsed, None, quotation, quotation.outer, _OPEN)
        if alone:
            speaker = self.speakers.foremost(parsed)
            return self._add(parsed, speaker, quotation, quotation.outer, _BARE)
        speaker = self.speakers.acting_person(parsed)
        return self._add(parsed, speaker, quotation, parsed.sentence.span, _IN_CLAUSE)

    def _add(
        self,
        parsed: Parsed,
        speaker: Actor | None,
        quotation: Quotation,
        span: Span,
        rule: Rule,
    ) -> Saying:
        """Add a quotation; where one of the paragraph before was left open, it ends that one."""
        paragraph = parsed.sentence.paragraph
        if self.found and self._runs_on(self.found[-1], parsed):
            record = self.found[-1]
            record.resume(quotation.inner, until=max(span.end, quotation.outer.end))
            record.speaker, record.rule = speaker, rule
            record.paragraph = paragraph
            return record
        record = Saying(speaker, True, [quotation.inner], span, rule, paragraph)
        self.found.append(record)
        return record

    def _runs_on(self, previous: Saying, parsed: Parsed) -> bool:
        """Tell whether the quotation before is open, its speaker still unknown."""
        paragraph = parsed.sentence.paragraph
        if not previous.direct or previous.speaker is not None or previous.paragraph != paragraph - 1:
            return False
        for earlier in reversed(self.reading.parsed[: parsed.index]):
            if earlier.sentence.paragraph < paragraph - 1:
                return False
            if earlier.sentence.paragraph == paragraph - 1 and _left_open(earlier):
                return True
        return False

    def _label(self, parsed: Parsed, at: int) -> tuple[Actor | None, Rule] | None:
        """Read "Name: “…”" and "“…” — Name, office"; return the speaker and the rule."""
        tokens = parsed.tokens
        named = parsed.name_at(at + 2)
        signed = named is not None and named.begin == at + 2 and parsed.norms(at + 1, at + 2) == [":"]
        if at + 1 < len(tokens) and (tokens[at + 1].norm in _DASHES or signed):
            return self.speakers.in_phrase(parsed, at + 2, len(tokens)), _DASH
        if not at or tokens[at - 1].norm not in (":", "—", "–"):
            return None
        start = at - 1
        while start and tokens[start - 1].norm not in _LABEL_STARTS:
            start -= 1
        speaker = self.speakers.in_phrase(parsed, start, at - 1)
        if speaker is None and any(start <= c.verb.first < at for c in parsed.clauses):
            return self.speakers.acting_person(parsed), _COLON
        return speaker, _LABEL

    def _continued(self, parsed: Parsed) -> Saying | None:
        """Return the direct record that a quotation which stands alone goes on with."""
        previous = next((s for s in reversed(self.found) if s.direct), None)
        if previous is None:
            return None
        paragraph = parsed.sentence.paragraph
        if previous.paragraph == paragraph:
            last = self._sentence_before(parsed)
            goes_on = last is not None and last.sentence.quotes and last.sentence.paragraph == paragraph
            return previous if goes_on else None
        return previous if previous.paragraph == paragraph - 1 else None

    def _sentence_before(self, parsed: Parsed) -> Parsed | None:
        """Return the sentence before, those inside quotations left out."""
        return next(
            (p for p in reversed(self.reading.parsed[: parsed.index]) if p.sentence.inside is None), None
        )

    def _announced_before(self, parsed: Parsed) -> Actor | None:
        """Return who is said to speak by a line that ends in a colon: "The minister said:"."""
        line = self._sentence_before(parsed)
        if line is None or line.tokens[-1].norm != ":":
            return None
        named = (a.speaker for a in attributions(line, self.speakers) if a.speaker is not None)
        return next(named, None) or self.speakers.in_phrase(line, 0, len(line.tokens) - 1)

    def _signed_behind(self, parsed: Parsed) -> Actor | None:
        """Return the person whose name and office make up the line behind a quotation that stands alone."""
        following = (p for p in self.reading.parsed[parsed.index + 1 :] if p.sentence.inside is None)
        line = next(following, None)
        if line is None or line.sentence.paragraph != parsed.sentence.paragraph + 1:
            return None
        name = next((n for n in line.names if n.kind is ActorKind.PERSON), None)
        if name is None or uncertain(name) or line.sentence.quotes or line.tokens[-1].norm == ".":
            return None
        if name.begin > _LONGEST_OFFICE or any(c.verb.form is Form.FINITE for c in line.clauses):
            return None
        behind = line.norms(name.last, name.last + 1) in ([], [","], ["("])
        return self.speakers.in_phrase(line, name.begin, name.last) if behind else None


def _left_open(parsed: Parsed) -> bool:
    return any(not q.closed for q in parsed.sentence.quotes.values())


def _introduced(parsed: Parsed, at: int) -> bool:
    """Tell whether the quotation at token ``at`` is introduced by what stands before it."""
    return at > 0 and parsed.tokens[at - 1].norm in (":", ",", "that")


def _attribution_after(parsed: Parsed, at: int, attributed: Sequence[Attribution]) -> Attribution | None:
    for attribution in attributed:
        gap = parsed.norms(at + 1, attribution.first)
        if attribution.first > at and all(n in _BEFORE_ATTRIBUTION for n in gap):
            return attribution
    return None


def _attribution_before(parsed: Parsed, at: int, attributed: Sequence[Attribution]) -> Attribution | None:
    best = None
    for attribution in attributed:
        last = attribution.last if attribution.inverted else attribution.clause.verb.last
        if last > at or any(i in parsed.sentence.quotes for i in range(last, at)):
            continue
        if at - last <= 1 or _introduced(parsed, at):
            best = attribution
    return best
