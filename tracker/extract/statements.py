"""Level 4: statements. Direct quotations and reported clauses, each with its speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tracker.claims import FieldSpan, Mention, Span, StatementClaim
from tracker.extract.clauses import Clause
from tracker.extract.discourse import Actor, Discourse
from tracker.extract.lexicon import verb_forms, words
from tracker.extract.names import Name, uncertain
from tracker.extract.quotations import Quotation
from tracker.extract.reading import Parsed, Reading
from tracker.extract.sentences import QUOTE
from tracker.extract.tokens import tokenize
from tracker.extract.transcript import turns
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind

_REPORTING = words("speech", "reporting")
_QUOTING = words("speech", "quoting") | _REPORTING
_THAT_ONLY = words("speech", "that_only")
_TOLD = words("speech", "told")
_UNNAMED = words("speech", "unnamed")
_BODIES = words("speech", "bodies")
_ADVERBS = words("words", "adverbs")
_PREPOSITIONS = words("words", "prepositions")
_DETERMINERS = words("words", "determiners")
_PRONOUNS = words("words", "pronouns")
_SUBORDINATORS = words("words", "subordinators")


_SPEAKER_ENDS = frozenset({".", ";", ":", QUOTE, "—", "–", "who", "which", "when", "as", "after", "while"})
_TIME_CLAUSE = frozenset("when as after while before if because though although during since until".split())


@dataclass(slots=True)
class _Found:
    """A statement in the making."""

    speaker: Actor | None
    direct: bool
    parts: list[Span]
    evidence: Span
    rule: str
    confidence: float
    paragraph: int
    own: bool = True  # has an attribution of its own
    fields: list[FieldSpan] = field(default_factory=list)


def starts(content: str) -> str:
    """Return the first five words of what was said, as printed."""
    return " ".join(content.split()[:5])


class StatementReader:
    """Reads the statements of one article."""

    def __init__(self, reading: Reading, discourse: Discourse) -> None:
        self.reading = reading
        self.discourse = discourse

    def read(self) -> list[_Found]:
        """Return the statements in reading order."""
        spoken = turns(self.reading)
        found: list[_Found] = []
        in_turns = set()
        for turn in spoken:
            in_turns |= set(turn.sentences)
            if turn.speaker is not None:
                found.append(
                    _Found(turn.speaker, True, [turn.content], turn.whole, "transcript-turn", 0.95, turn.paragraph)
                )
        for parsed in self.reading.parsed:
            if parsed.head or parsed.index in in_turns or parsed.sentence.inside is not None:
                continue
            if parsed.sentence.table:
                continue
            self._sentence(parsed, found)
        found.sort(key=lambda f: f.parts[0].start)
        return found

    # -- one sentence ------------------------------------------------------------------------------------

    def _sentence(self, parsed: Parsed, found: list[_Found]) -> None:
        attributions = list(self._attributions(parsed))
        used = self._direct(parsed, attributions, found)
        taken: list[tuple[int, int]] = []
        for attribution in attributions:
            if not any(first <= attribution[0].verb.first < last for first, last in taken):
                self._indirect(parsed, attribution, used, found, taken)
        self._according_to(parsed, found)

    def _attributions(self, parsed: Parsed) -> Iterator[tuple[Clause, Actor | None, bool, tuple[int, int]]]:
        """Yield reporting clauses: the clause, its speaker (None: unnamed), whether inverted, speaker's range."""
        last: tuple[Actor | None, tuple[int, int]] | None = None
        for clause in parsed.clauses:
            verb = clause.verb
            quoting = bool(parsed.sentence.quotes) and verb.base in _QUOTING
            if verb.base not in _REPORTING and not quoting:
                continue
            if verb.form in (Form.INFINITIVE, Form.PARTICIPLE) or verb.negated or verb.passive:
                continue
            if verb.form is Form.FINITE and verb.modal in ("may", "might", "could", "should", "must", "can"):
                continue
            if clause.subject[0] == clause.subject[1] or self._is_inverted(parsed, clause):
                place = self._inverted_subject(parsed, clause)
                if place is not None:
                    last = (self._speaker(parsed, *place), place)
                    yield clause, last[0], True, place
                continue
            if clause.relative and verb.form is Form.FINITE:
                continue
            if verb.form is Form.GERUND and last is not None:
                yield clause, last[0], False, last[1]
                continue
            speaker = self._speaker(parsed, *clause.subject)
            last = (speaker, clause.subject)
            yield clause, speaker, False, clause.subject


    def _is_inverted(self, parsed: Parsed, clause: Clause) -> bool:
        at = clause.verb.first
        before = parsed.tokens[at - 1].norm if at else ""
        if before not in (",", QUOTE) or at + 1 >= len(parsed.tokens):
            return False
        following = parsed.tokens[clause.verb.last].norm if clause.verb.last < len(parsed.tokens) else "."
        if before == "," and any(
            c.verb.form is Form.FINITE and c.subject[0] <= clause.verb.last + 1 < c.verb.first and c.index > clause.index and not c.relative
            and c.subject[1] == c.verb.first
            for c in parsed.clauses
        ):
            return False  # "X, the chief, said the EU had …": what follows has a verb of its own
        if clause.subject[0] < clause.subject[1] and before == "," and clause.verb.base in _TOLD:
            return False
        return following not in (",", ".", "that", QUOTE, ":") and (
            before == QUOTE or parsed.name_at(clause.verb.last) is not None or following in ("the", "a", "an", "one", "his", "her", "its")
        )

    def _inverted_subject(self, parsed: Parsed, clause: Clause) -> tuple[int, int] | None:
        at = clause.verb.last
        tokens = parsed.tokens
        while at < len(tokens) and tokens[at].norm in _ADVERBS:
            at += 1
        if at >= len(tokens) or not tokens[at].word:
            return None
        if tokens[at].norm in _PREPOSITIONS or tokens[at].norm == "that":
            return None
        end = at
        while end < len(tokens) and (
            tokens[end].norm not in _SPEAKER_ENDS or parsed.name_at(end) is not None
        ):
            if tokens[end].norm == "," and not self._comma_inside(parsed, at, end):
                break
            end += 1
        return at, end

    def _comma_inside(self, parsed: Parsed, start: int, comma: int) -> bool:
        """Tell whether the name is still to come: "said the bank's director, Peter Mburu"."""
        before = [n for n in parsed.names if start <= n.first < comma and n.kind is ActorKind.PERSON]
        after = [
            n for n in parsed.names
            if (n.begin == comma + 1 or n.begin < comma < n.first) and n.kind is ActorKind.PERSON
        ]
        return not before and bool(after)

    def _speaker(self, parsed: Parsed, start: int, end: int) -> Actor | None:
        """Return the named speaker in a noun phrase, or None for an unnamed one."""
        persons = [n for n in parsed.names if start <= n.begin and n.first < end and n.kind is ActorKind.PERSON]
        persons.sort(key=uncertain)  # those that something vouches for come first
        for name in persons:
            before = parsed.tokens[name.begin - 1].norm if name.begin > start else ""
            owner = parsed.tokens[name.last].norm if name.last < end else ""
            if owner == "'s" or before in ("of", "for", "to", "from", "with", "in", "at", "by"):
                continue
            if before in ("a", "an") and not name.office:
                continue
            if uncertain(name) and name.begin > start and before != ",":
                continue
            return Actor(name.name, ActorKind.PERSON, parsed.span(name.begin, name.last), name.of)
        actors = self.discourse.actors(parsed, start, end, before=start)
        if not actors:
            mission = next((n for n in parsed.names if n.kind is None and start <= n.first < end), None)
            if mission is not None and parsed.norms(start, end)[-1] not in _UNNAMED:
                span = parsed.span(mission.first, mission.last)
                return Actor(span.text(self.reading.body), ActorKind.BODY, span, None)
            return None
        actor = actors[0]
        if actor.name in ("Council of the European Union", "European Council"):
            actor = replace(actor, name="European Union", kind=ActorKind.ORGANIZATION)
        if len(actors) > 1 and actor.kind is not ActorKind.PERSON:
            return None
        if actor.head in _UNNAMED or actor.head == "people":
            return None
        if actor.head is not None and actor.head not in _BODIES:
            return None
        if actor.head is not None and actor.kind is ActorKind.STATE:
            words_ = parsed.norms(start, end)
            name = " ".join(w for w in words_ if w not in ("the", "'s"))
            return Actor(_titled(parsed, start, end) or name, ActorKind.BODY, actor.span, actor.state)
        return actor

    # -- direct quotations -------------------------------------------------------------------------------

    def _direct(
        self,
        parsed: Parsed,
        attributions: Sequence[tuple[Clause, Actor | None, bool, tuple[int, int]]],
        found: list[_Found],
    ) -> set[int]:
        """Add the quotations of a sentence; return the verbs that attribute them."""
        used: set[int] = set()
        last_direct: _Found | None = None
        for at in sorted(parsed.sentence.quotes):
            quotation = parsed.sentence.quotes[at]
            before = self._attribution_before(parsed, at, attributions)
            after = self._attribution_after(parsed, at, attributions)
            chosen = None
            if last_direct is not None and self._resumes(parsed, at, before):
                last_direct.parts.append(quotation.inner)
                last_direct.evidence = Span(last_direct.evidence.start, max(last_direct.evidence.end, quotation.outer.end))
                continue
            chosen = before if self._colon_before(parsed, at) and before else (after or before)
            if chosen is not None:
                clause, speaker, _, place = chosen
                used.add(clause.index)
                span = self._cover(parsed, quotation, clause, place)
                last_direct = self._add(found, parsed, speaker, quotation, span, "quotation-attributed", 0.95)
                continue
            labelled = self._label(parsed, at)
            if labelled is not None:
                speaker, rule = labelled
                last_direct = self._add(found, parsed, speaker, quotation, parsed.sentence.span, rule, 0.9)
                continue
            continued = self._continues(parsed, at, found)
            if continued is not None:
                continued.parts.append(quotation.inner)
                continued.paragraph = parsed.sentence.paragraph
                last_direct = continued
                continue
            announced = self._announced_before(parsed) if at <= 1 else None
            if announced is not None:
                last_direct = self._add(found, parsed, announced, quotation, quotation.outer, "quotation-announced", 0.85)
                continue
            if not quotation.closed and chosen is None:
                last_direct = self._add(found, parsed, None, quotation, quotation.outer, "quotation-open", 0.7, own=False)
                continue
            if len(parsed.tokens) <= at + 2 and at <= 1 and not attributions:
                speaker = self._foremost(parsed)
                last_direct = self._add(found, parsed, speaker, quotation, quotation.outer, "quotation-bare", 0.6, own=False)
            else:
                speaker = self._subject_speaker(parsed, at)
                last_direct = self._add(found, parsed, speaker, quotation, parsed.sentence.span, "quotation-in-clause", 0.6)
        return used

    def _announced_before(self, parsed: Parsed) -> Actor | None:
        """Return who is said to speak by a line that ends in a colon: "The minister said:"."""
        earlier = [p for p in self.reading.parsed[: parsed.index] if p.sentence.inside is None]
        if not earlier or earlier[-1].tokens[-1].norm != ":":
            return None
        line = earlier[-1]
        for _clause, speaker, _inverted, _place in self._attributions(line):
            if speaker is not None:
                return speaker
        return self._speaker(line, 0, len(line.tokens) - 1)

    def _add(
        self, found: list[_Found], parsed: Parsed, speaker: Actor | None, quotation: Quotation, span: Span,
        rule: str, confidence: float, *, own: bool = True,
    ) -> _Found:
        if (
            found and found[-1].direct and found[-1].speaker is None and self._open_before(parsed, quotation)
            and found[-1].paragraph == parsed.sentence.paragraph - 1
        ):
            record = found[-1]
            record.parts.append(quotation.inner)
            record.speaker, record.rule, record.confidence = speaker, rule, confidence
            record.evidence = Span(record.evidence.start, max(span.end, quotation.outer.end))
            record.paragraph = parsed.sentence.paragraph
            return record
        record = _Found(speaker, True, [quotation.inner], span, rule, confidence, parsed.sentence.paragraph, own)
        found.append(record)
        return record

    def _open_before(self, parsed: Parsed, quotation: Quotation) -> bool:
        """Tell whether an unclosed quotation of the paragraph before runs on into this one."""
        for earlier in reversed(self.reading.parsed[: parsed.index]):
            if earlier.sentence.paragraph == parsed.sentence.paragraph:
                continue
            if earlier.sentence.paragraph < parsed.sentence.paragraph - 1:
                return False
            if any(not q.closed for q in earlier.sentence.quotes.values()):
                return True
        return False

    def _cover(self, parsed: Parsed, quotation: Quotation, clause: Clause, place: tuple[int, int]) -> Span:
        attribution = parsed.span(min(place[0], clause.verb.first), max(place[1], clause.verb.last))
        return Span(min(quotation.outer.start, attribution.start), max(quotation.outer.end, attribution.end))

    def _attribution_after(self, parsed, at, attributions):  # type: ignore[no-untyped-def]
        for attribution in attributions:
            clause, _, inverted, place = attribution
            first = min(place[0], clause.verb.first)
            gap = parsed.norms(at + 1, first)
            if first > at and all(n in (",", ".", "—", "–", "-", *_ADVERBS) for n in gap):
                return attribution
        return None

    def _attribution_before(self, parsed, at, attributions):  # type: ignore[no-untyped-def]
        best = None
        for attribution in attributions:
            clause, _, inverted, place = attribution
            last = max(clause.verb.last, place[1]) if inverted else clause.verb.last
            if last <= at and not any(i in parsed.sentence.quotes for i in range(last, at)):
                gap = parsed.norms(last, at)
                near = gap[-1:] in ([","], [":"], ["that"]) or len(gap) <= 1
                if near or self._colon_before(parsed, at):
                    best = attribution
        return best

    def _colon_before(self, parsed: Parsed, at: int) -> bool:
        return at > 0 and parsed.tokens[at - 1].norm in (":", ",", "that")

    def _resumes(self, parsed: Parsed, at: int, before: object) -> bool:
        """Tell whether a quotation goes on with the one before it in the same sentence."""
        return before is None or parsed.tokens[at - 1].norm not in (":", "that")

    def _label(self, parsed: Parsed, at: int) -> tuple[Actor | None, str] | None:
        """Read "Name: “…”" and "“…” — Name, office"."""
        tokens = parsed.tokens
        if at + 1 < len(tokens) and tokens[at + 1].norm in ("—", "–", "-"):
            end = len(tokens)
            speaker = self._speaker(parsed, at + 2, end)
            return speaker, "quotation-dash"
        if at and tokens[at - 1].norm in (":", "—", "–"):
            start = at - 1
            while start and tokens[start - 1].norm not in ("—", "–", ".", ":", ";", "•"):
                start -= 1
            speaker = self._speaker(parsed, start, at - 1)
            if speaker is None and any(c.verb.first >= start for c in parsed.clauses if c.verb.first < at):
                return self._subject_speaker(parsed, at), "quotation-colon"
            return speaker, "quotation-label"
        return None

    def _continues(self, parsed: Parsed, at: int, found: list[_Found]) -> _Found | None:
        """Return the direct record that a quotation without an attribution belongs to."""
        directs = [f for f in found if f.direct]
        if not directs or at > 1 or len(parsed.tokens) > at + 2:
            return None
        previous = directs[-1]
        if previous.paragraph == parsed.sentence.paragraph:
            return previous if self._only_attribution_between(parsed, previous) else None
        if previous.paragraph == parsed.sentence.paragraph - 1:
            return previous
        return None

    def _only_attribution_between(self, parsed: Parsed, previous: _Found) -> bool:
        earlier = self.reading.parsed[: parsed.index]
        last = next((p for p in reversed(earlier) if p.sentence.inside is None), None)
        return last is not None and bool(last.sentence.quotes) and last.sentence.paragraph == parsed.sentence.paragraph

    def _foremost(self, parsed: Parsed) -> Actor | None:
        person = self.discourse.person_before(parsed.index)
        if person is None:
            return None
        return Actor(person.name, ActorKind.PERSON, self._last_mention(parsed, person), person.of, back=True)

    def _last_mention(self, parsed: Parsed, person: Name) -> Span:
        for earlier in reversed(self.reading.parsed[: parsed.index + 1]):
            for name in earlier.names:
                if name.name == person.name and name.kind is ActorKind.PERSON:
                    return earlier.span(name.begin, name.last)
        return parsed.sentence.span

    def _subject_speaker(self, parsed: Parsed, at: int) -> Actor | None:
        for clause in parsed.clauses:
            if clause.verb.form is Form.FINITE and clause.subject[0] < clause.subject[1]:
                speaker = self._speaker(parsed, *clause.subject)
                if speaker is not None and speaker.kind is ActorKind.PERSON:
                    return speaker
        return None

    # -- reported clauses --------------------------------------------------------------------------------

    def _indirect(
        self, parsed: Parsed, attribution: tuple[Clause, Actor | None, bool, tuple[int, int]], used: set[int],
        found: list[_Found], taken: list[tuple[int, int]],
    ) -> None:
        clause, speaker, inverted, place = attribution
        if speaker is None or clause.verb.base not in _REPORTING:
            return
        parenthetical = not inverted and self._parenthetical(parsed, clause, place)
        behind = None if inverted or parenthetical else self._content_behind(parsed, clause)
        if behind is not None:
            first, last = behind
            taken.append(behind)
            span = parsed.span(min(place[0], clause.verb.first), last)
            self._add_indirect(parsed, found, speaker, (first, last), span, f"reported-{clause.verb.base}", 0.85)
            return
        if clause.index in used or clause.verb.form is not Form.FINITE:
            return
        before = self._content_before(parsed, clause, inverted, place)
        if before is not None:
            end = max(place[1], clause.verb.last)
            self._add_indirect(
                parsed, found, speaker, before, parsed.span(before[0], end), "reported-clause-first", 0.85
            )

    def _add_indirect(
        self, parsed: Parsed, found: list[_Found], speaker: Actor, content: tuple[int, int], span: Span, rule: str,
        confidence: float,
    ) -> None:
        first, last = content
        while last > first and parsed.tokens[last - 1].norm in (",", ".", ";"):
            last -= 1
        found.append(
            _Found(speaker, False, [parsed.span(first, last)], span, rule, confidence, parsed.sentence.paragraph)
        )

    def _parenthetical(self, parsed: Parsed, clause: Clause, place: tuple[int, int]) -> bool:
        """Tell whether the attribution stands in commas within what is reported: "If it fails, X said, that …"."""
        first = place[0] - (1 if place[0] and parsed.tokens[place[0] - 1].norm == "the" else 0)
        if first < 4 or parsed.tokens[first - 1].norm != ",":
            return False
        if not any(c.verb.form is Form.FINITE and c.verb.first < first - 1 for c in parsed.clauses):
            return False
        rest = parsed.norms(clause.verb.last, clause.verb.last + 7)
        return "," in rest and "that" not in rest[: rest.index(",")]

    def _content_behind(self, parsed: Parsed, clause: Clause) -> tuple[int, int] | None:
        """Return the reported clause behind the verb, without "that"."""
        tokens = parsed.tokens
        at = clause.verb.last
        following = [c for c in parsed.clauses if c.index > clause.index and c.verb.form is Form.FINITE]
        if not following or at >= len(tokens):
            return None
        that = self._that(parsed, clause, following[0])
        end = self._content_end(parsed, clause)
        if that is not None:
            if tokens[that + 1].norm == QUOTE if that + 1 < len(tokens) else True:
                return None
            first = that + 1
            if tokens[first].norm == "," and first + 1 < len(tokens):
                first += 1
            return (first, end) if any(c.verb.first >= that for c in following) else None
        if clause.verb.base in _THAT_ONLY and clause.verb.base not in ("write", "promise", "hope"):
            return None
        first_finite = following[0]
        if first_finite.relative or first_finite.subject[0] == first_finite.subject[1]:
            return None
        first = self._skip_told(parsed, clause, first_finite)
        if first is not None and tokens[first].norm in _TIME_CLAUSE:
            return None
        if first is None or first >= first_finite.verb.first:
            return None
        if tokens[first].norm in (",", ":", "—", QUOTE) or first_finite.subject[0] < clause.verb.last:
            return None
        return first, end

    def _content_end(self, parsed: Parsed, clause: Clause) -> int:
        """Return where the reported clause ends: before a further report or the end of the sentence."""
        tokens = parsed.tokens
        for other in parsed.clauses:
            if other.index > clause.index and other.verb.base in _REPORTING and other.verb.form is Form.GERUND:
                if tokens[other.verb.first - 1].norm in (",", "and"):
                    return other.verb.first - 1
        for i in range(clause.verb.last, len(tokens)):
            if tokens[i].norm in (";", QUOTE) and i > clause.verb.last + 2:
                return i
        return len(tokens)

    def _that(self, parsed: Parsed, clause: Clause, first_finite: Clause) -> int | None:
        """Return the "that" that opens the reported clause."""
        tokens = parsed.tokens
        at = clause.verb.last
        limit = len(tokens)
        for i in range(at, limit):
            if tokens[i].norm == "that":
                gap = tokens[at:i]
                return i if self._adjuncts(parsed, clause, at, i) else None
            if tokens[i].norm in (";", QUOTE, ":") or (i in (first_finite.verb.first,) and i > at):
                return None
            del_gap = i - at
            if del_gap > 25:
                return None
        return None

    def _adjuncts(self, parsed: Parsed, clause: Clause, start: int, end: int) -> bool:
        """Tell whether only adjuncts or a person told stand between a reporting verb and "that"."""
        if start == end:
            return True
        norms = parsed.norms(start, end)
        if clause.verb.base in _TOLD:
            return True
        first = norms[0]
        dated = any(s <= start < e or s == start + 1 for s, e, _ in parsed.dates)
        return first in _PREPOSITIONS or first in _ADVERBS or first in ("here", ",", "in") or dated or parsed.tokens[end - 1].norm == ","

    def _skip_told(self, parsed: Parsed, clause: Clause, finite: Clause) -> int | None:
        """Return where a clause without "that" begins, behind the person told and dates."""
        tokens = parsed.tokens
        at = clause.verb.last
        if at >= len(tokens):
            return None
        if clause.verb.base in _TOLD:
            i = at + 1
            while i < finite.verb.first:
                norm = tokens[i].norm
                starts_phrase = norm in _DETERMINERS or norm in _PRONOUNS or parsed.name_at(i) is not None
                inside = tokens[i - 1].norm in _PREPOSITIONS or (tokens[i - 1].norm in _DETERMINERS)
                if starts_phrase and not inside:
                    return i
                i += 1
            return None
        for start, end, _ in parsed.dates:
            if start in (at, at + 1) and (start == at or tokens[at].norm in _PREPOSITIONS):
                at = end
        if at < len(tokens) and tokens[at].norm in ("in", "at", "during", "to", "after", "on") and clause.verb.base in ("say", "announce", "write"):
            if tokens[at].norm == "to":
                return None
            if finite.subject[0] > at and tokens[finite.subject[0] - 1].norm == ",":
                return at
            return None
        while at < finite.verb.first and tokens[at].norm in _ADVERBS and tokens[at].norm not in ("so", "now", "once"):
            at += 1
        return at

    def _content_before(
        self, parsed: Parsed, clause: Clause, inverted: bool, place: tuple[int, int]
    ) -> tuple[int, int] | None:
        """Return the reported clause before the attribution: "…, Guterres wrote." or "…, said Guterres."."""
        tokens = parsed.tokens
        first = clause.verb.first if inverted else place[0]
        if not inverted and first and tokens[first - 1].norm == "the":
            first -= 1
        if first < 4 or tokens[first - 1].norm != ",":
            return None
        if not inverted and not self._closes_clause(parsed, clause):
            return None
        start = self._sentence_start(parsed, first)
        finite = [
            c for c in parsed.clauses
            if start <= c.verb.first < first - 1 and c.verb.form is Form.FINITE and c.index != clause.index
        ]
        if not finite:
            return None
        return start, first - 1

    def _closes_clause(self, parsed: Parsed, clause: Clause) -> bool:
        """Tell whether nothing but adjuncts follows the reporting verb."""
        rest = parsed.norms(clause.verb.last, len(parsed.tokens))
        if not rest or rest[0] in (".", ",", ";", ")", "?", "!"):
            return True
        dated = any(s in (clause.verb.last, clause.verb.last + 1) for s, _, _ in parsed.dates)
        if clause.verb.base in _TOLD:
            return True
        return rest[0] in _PREPOSITIONS or rest[0] in _ADVERBS or rest[0] in ("when", "as", "after", "while", "here") or dated

    def _sentence_start(self, parsed: Parsed, limit: int) -> int:
        """Return where the sentence proper begins, behind a date line or a label."""
        tokens = parsed.tokens
        start = 0
        for i in range(min(limit, 14)):
            if tokens[i].norm in ("—", "–", "-") and tokens[i].text != "-led":
                verbs = any(c.verb.first < i and c.verb.form is Form.FINITE for c in parsed.clauses)
                spaced = i > 0 and tokens[i].start > tokens[i - 1].end
                if not verbs and spaced:
                    start = i + 1
            elif tokens[i].norm == ":" and i < 8 and not any(c.verb.first < i and c.verb.form is Form.FINITE for c in parsed.clauses):
                start = i + 1
            elif tokens[i].norm == ";":
                start = i + 1
        while start < limit and not tokens[start].word and tokens[start].norm not in ('"', "“", "‘"):
            start += 1
        return start

    # -- according to ------------------------------------------------------------------------------------

    def _according_to(self, parsed: Parsed, found: list[_Found]) -> None:
        tokens = parsed.tokens
        for i in range(len(tokens) - 2):
            norms = [t.norm for t in tokens[i : i + 4]]
            if norms[:2] == ["according", "to"]:
                at = i + 2
            elif norms == ["in", "the", "view", "of"] or norms == ["in", "the", "words", "of"]:
                at = i + 4
            else:
                continue
            end = at
            while end < len(tokens) and tokens[end].norm not in (",", ".", ";", QUOTE, "who", "which"):
                end += 1
            if end < len(tokens) and tokens[end].norm == "," and self._comma_inside(parsed, at, end):
                end = next((j for j in range(end + 1, len(tokens)) if tokens[j].norm in (",", ".", ";")), len(tokens))
            speaker = self._speaker(parsed, at, end)
            quoted = [j for j in parsed.sentence.quotes if j == i - 1 or j in (end, end + 1)]
            if quoted:
                self._claim_quote(parsed, quoted[0], speaker, found)
                continue
            if speaker is None:
                continue
            start = self._sentence_start(parsed, i)
            if i > start + 3:
                content = (start, i - 1 if tokens[i - 1].norm == "," else i)
            elif end + 1 < len(tokens) and tokens[end].norm == ",":
                content = (end + 1, len(tokens))
            else:
                continue
            if content[1] - content[0] < 5 or not self._verbal(parsed, *content):
                continue
            whole = parsed.span(min(content[0], i), max(content[1], end))
            self._add_indirect(parsed, found, speaker, content, whole, "according-to", 0.9)

    def _verbal(self, parsed: Parsed, first: int, last: int) -> bool:
        """Tell whether tokens hold a finite verb, a plural present far from its subject included."""
        if any(first <= c.verb.first < last and c.verb.form is Form.FINITE for c in parsed.clauses):
            return True
        forms = verb_forms()
        return any((r := forms.get(t.norm)) is not None and r.present for t in parsed.tokens[first + 2 : last])

    def _claim_quote(self, parsed: Parsed, at: int, speaker: Actor | None, found: list[_Found]) -> None:
        inner = parsed.sentence.quotes[at].inner
        for record in found:
            if record.direct and inner in record.parts and record.speaker is None:
                record.speaker = speaker


def _titled(parsed: Parsed, start: int, end: int) -> str | None:
    """Return a body's name as printed, without its article: "US state department"."""
    text = parsed.span(start, end).text("") if False else None
    return text


def read_statements(reading: Reading, discourse: Discourse, mission: str | None) -> list[StatementClaim]:
    """Return the statements of an article as claims, in reading order."""
    claims = []
    body = reading.body
    for found in StatementReader(reading, discourse).read():
        parts = [Span(*_trim(body, part)) for part in found.parts]
        content = " ".join(" ".join(part.text(body).split()) for part in parts)
        if not content:
            continue
        fields = [FieldSpan("content", part) for part in parts]
        mention: Mention | None = None
        if found.speaker is not None:
            mention = found.speaker.mention()
            fields.append(FieldSpan("speaker", mention.span))
        evidence = Span(
            min(found.evidence.start, *(p.start for p in parts)), max(found.evidence.end, *(p.end for p in parts))
        )
        claims.append(
            StatementClaim(
                span=evidence, rule=found.rule, confidence=found.confidence, mission=mission, fields=tuple(fields),
                speaker=mention, direct=found.direct, starts=starts(content), content=content,
            )
        )
    return claims


def _trim(body: str, part: Span) -> tuple[int, int]:
    start, end = part.start, part.end
    while start < end and body[start].isspace():
        start += 1
    while end > start and (body[end - 1].isspace() or body[end - 1] == ","):
        end -= 1
    return start, end
