"""Level 4: people sent. Each count of people, and each contributor without a count, is judged by its clause."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.claims import DeploymentClaim, FieldSpan, Span
from tracker.extract.clauses import Clause
from tracker.extract.counts import CountMention
from tracker.extract.discourse import Actor, Discourse
from tracker.extract.lexicon import load, words
from tracker.extract.modality import Sense, sense
from tracker.extract.reading import Parsed, Reading
from tracker.extract.timing import Timeline
from tracker.extract.verbs import Form
from tracker.vocab import ActorKind, AliasKind, Basis, DeploymentStatus, PartialDate, Qualifier, Unit

_SENDING = {key: frozenset(value.split()) for key, value in load("events")["sending"].items()}
_PEOPLE = {key: frozenset(value.split()) for key, value in load("events")["people"].items()}
_ALL_PEOPLE = frozenset().union(*_PEOPLE.values())
_VICTIM_VERBS = frozenset(load("events")["victims"]["verbs"].split())
_VICTIM_NOUNS = frozenset(load("events")["victims"]["nouns"].split())
_ADVERBS = words("words", "adverbs")
_PREPOSITIONS = words("words", "prepositions")
_SENDERS = (ActorKind.STATE, ActorKind.ORGANIZATION)
_OFFER_NOUNS = frozenset("offer pledge promise commitment plan contribution".split())


@dataclass(slots=True)
class Draft:
    """A deployment in the making."""

    claim: DeploymentClaim
    parsed: Parsed
    at: int
    clause: Clause | None = None
    moved: PartialDate | None = None  # when the first of them came, where the count is of all who did


@dataclass(frozen=True, slots=True)
class _Group:
    """A counted group of people: tokens, the count, the unit, and the contributor that its words name."""

    first: int
    last: int
    count: CountMention | None
    unit: Unit
    contributor: Actor | None
    noun: str


def unit_of(nouns: set[str]) -> Unit:
    """Return the unit that the words for people say; police and soldiers together are mixed."""
    police, military = bool(nouns & _PEOPLE["police"]), bool(nouns & _PEOPLE["military"])
    if "officers" in nouns and not nouns & (_PEOPLE["police"] - {"officers", "officer"}) and military:
        return Unit.MILITARY
    if police and military:
        return Unit.MIXED
    if police:
        return Unit.POLICE
    if military:
        return Unit.MILITARY
    if nouns & _PEOPLE["mixed"]:
        return Unit.MIXED
    if nouns & _PEOPLE["civilian"]:
        return Unit.CIVILIAN
    return Unit.UNKNOWN


class SendingReader:
    """Reads the deployments of one article."""

    def __init__(self, reading: Reading, discourse: Discourse, host: str | None) -> None:
        self.reading = reading
        self.discourse = discourse
        self.kinds = reading.gaz.kinds
        self.host = host
        self.timeline = Timeline(reading)
        self._last: Actor | None = None
        self._last_unit = Unit.UNKNOWN
        self._previous: Draft | None = None

    def read(self) -> list[Draft]:
        """Return the drafts of deployments in reading order."""
        drafts: list[Draft] = []
        for parsed in self.reading.parsed:
            if parsed.sentence.table:
                continue
            drafts += self._sentence(parsed)
        return drafts

    def _sentence(self, parsed: Parsed) -> list[Draft]:
        drafts: list[Draft] = []
        groups = self._groups(parsed)
        groups = self._without_parts(groups)
        for group in groups:
            draft = self._counted(parsed, group, groups)
            if draft is not None:
                drafts.append(draft)
                drafts += self._each(parsed, group, draft)
                if draft.claim.rule != "deployment-planned-strength":
                    self._previous = draft
        drafts += self._uncounted(parsed, drafts)
        for draft in drafts:
            if draft.claim.unit is not Unit.UNKNOWN:
                self._last_unit = draft.claim.unit
        return drafts

    def _each(self, parsed: Parsed, group: _Group, draft: Draft) -> list[Draft]:
        """Return the same for the other subjects of "Fiji and Kenya have each promised 200"."""
        clause = draft.clause
        if clause is None or group.contributor is not None or clause.subject[0] >= clause.subject[1]:
            return []
        if "each" not in parsed.norms(clause.subject[0], group.first):
            return []
        others = [a for a in self.discourse.actors(parsed, *clause.subject) if a.state and draft.claim.contributor and a.state != draft.claim.contributor.name]
        made = [self._draft(parsed, group, draft.claim.status, a, clause, "each", 0.75) for a in others]
        return [d for d in made if d is not None]

    # -- groups of people --------------------------------------------------------------------------------

    def _groups(self, parsed: Parsed) -> list[_Group]:
        groups = []
        for first, last, mention in parsed.counts:
            if mention.value > 500_000:
                continue
            group = self._group(parsed, first, last, mention)
            if group is not None:
                groups.append(group)
        return groups

    def _without_parts(self, groups: list[_Group]) -> list[_Group]:
        """Drop the parts that follow their whole: "200 people, 170 soldiers and 30 police officers"."""
        kept: list[_Group] = []
        at = 0
        while at < len(groups):
            whole = groups[at]
            kept.append(whole)
            at += 1
            for end in range(at + 2, min(len(groups), at + 4) + 1):
                parts = groups[at:end]
                if whole.count and all(p.count and p.contributor is None for p in parts) and sum(p.count.value for p in parts if p.count) == whole.count.value:
                    units = {p.unit for p in parts} | ({whole.unit} - {Unit.UNKNOWN})
                    kept[-1] = replace(whole, unit=units.pop() if len(units) == 1 else Unit.MIXED)
                    at = end
                    break
        return kept

    def _group(self, parsed: Parsed, first: int, last: int, mention: CountMention) -> _Group | None:
        """Read the noun behind a count: "about 200 Kenyan police officers", "24 Jamaicans", "1,000"."""
        tokens = parsed.tokens
        nouns: list[str] = []
        contributor: Actor | None = None
        i = last
        if mention.strong and i < len(tokens) and tokens[i].norm in ("-", "-strong"):
            i += 1
        i = self._of_them(parsed, i)
        last = i
        while i < len(tokens) and i < last + 7:
            token = tokens[i]
            name = parsed.name_at(i)
            if name is not None and name.kind in _SENDERS and not nouns:
                if name.alias is AliasKind.DEMONYM or (name.alias is AliasKind.ADJECTIVE and self._is_people(parsed, name.last, token.text)):
                    contributor = self._contributor(parsed, name.first, name.last)
                    nouns.append("people")
                    i = name.last
                    break
                if name.alias in (AliasKind.ADJECTIVE, AliasKind.ACRONYM, AliasKind.NAME):
                    contributor = self._contributor(parsed, name.first, name.last)
                    i = name.last
                    continue
                break
            if token.norm in _ALL_PEOPLE:
                nouns.append(token.norm)
                i += 1
                continue
            if nouns and token.norm in ("and", "or") and i + 1 < len(tokens) and tokens[i + 1].norm in _ALL_PEOPLE:
                i += 1
                continue
            if nouns or not token.word or token.norm in _PREPOSITIONS or token.norm in ("and", "or", "to", "more", "have", "has", "will", "are", "were"):
                break
            if token.norm in _MEASURES:
                return None
            if i > last + 3:
                break
            i += 1
            if token.norm.endswith("s") and token.norm not in _ALL_PEOPLE and not token.cap and not self._adjective(token.norm):
                return None  # another plural: helicopters, years, votes
        if nouns:
            noun = nouns[-1]
        elif i == last and not (i < len(tokens) and tokens[i].norm in ("-", "%", "per", "percent")):
            noun = ""
        elif tokens[min(i, len(tokens) - 1)].norm in ("more", "to", ",", ".", ";", "of", "in", "and", "have", "has", "will"):
            noun = ""
        else:
            return None
        end = i if nouns else last
        unit = unit_of(set(nouns)) if nouns else Unit.UNKNOWN
        if contributor is None:
            contributor = self._owner(parsed, first)
        if nouns and contributor is None:
            contributor = self._behind(parsed, i)
            end = next((n.last for n in parsed.names if contributor is not None and parsed.span(n.first, n.last) == contributor.span), end)
            if contributor is not None and unit is Unit.UNKNOWN and contributor.head is not None:
                unit = Unit.MILITARY if "defence" in contributor.head or "defense" in contributor.head else unit
        return _Group(first, end, mention, unit, contributor, noun)

    def _owner(self, parsed: Parsed, first: int) -> Actor | None:
        """Return whose people they are: "Turkey's battalion of some 500", "Ireland's 300 troops"."""
        at = first
        norms = parsed.norms(first - 2, first)
        if norms[-1:] == ["of"] and norms[0] in _BODIES_OF_PEOPLE:
            at = first - 2
        for name in parsed.names:
            gap = parsed.norms(name.last, at)
            if name.kind not in _SENDERS or name.last > at or len(gap) > 3:
                continue
            adjective = at != first and name.alias is AliasKind.ADJECTIVE and len(gap) <= 1
            if gap[:1] in (["'s"], ["’s"]) or adjective:
                return self._contributor(parsed, name.first, name.last)
        return None

    @staticmethod
    def _of_them(parsed: Parsed, at: int) -> int:
        """Skip "of them" and "of its 12,944" behind a count: the noun comes after."""
        norms = parsed.norms(at, at + 3)
        if norms[:2] in (["of", "them"], ["of", "these"], ["of", "those"]):
            return at + 2
        if norms[:1] == ["of"] and norms[1:2] in (["its"], ["the"], ["their"]):
            nested = next((last for first, last, _ in parsed.counts if first == at + 2), None)
            if nested is not None:
                return nested
        return at

    def _behind(self, parsed: Parsed, at: int) -> Actor | None:
        """Return the contributor behind a noun: "from Belize", "of the Royal Bahamas Defence Force"."""
        if at >= len(parsed.tokens) or parsed.tokens[at].norm not in ("from", "of"):
            return None
        start = at + 1
        while start < len(parsed.tokens) and parsed.tokens[start].norm in ("the", "its", "each"):
            start += 1
        name = parsed.name_at(start) if start < len(parsed.tokens) else None
        if name is None or name.state is None or name.kind is ActorKind.PERSON:
            return None
        if parsed.tokens[at].norm == "of" and name.kind is not ActorKind.BODY:
            return None
        state = name.state
        if name.kind is ActorKind.BODY:
            state = name.parent or self._state_inside(parsed, name.first, name.last) or name.state
        return Actor(name.name, name.kind or ActorKind.STATE, parsed.span(name.first, name.last), state, name.name.casefold())

    def _state_inside(self, parsed: Parsed, first: int, last: int) -> str | None:
        """Return the state whose name a body's name contains: "Royal Bahamas Defence Force"."""
        for i in range(first, last):
            match = self.reading.gaz.match(parsed.tokens, i)
            if match is not None and match[1].kind is ActorKind.STATE:
                return match[1].name
        return None

    @staticmethod
    def _adjective(norm: str) -> bool:
        return norm in ("armed", "us", "special", "forces", "services", "less", "wounded")

    @staticmethod
    def _is_people(parsed: Parsed, at: int, text: str) -> bool:
        """Tell whether a demonym stands for people here: no noun follows it."""
        if not text.endswith("s"):
            return False
        return at >= len(parsed.tokens) or parsed.tokens[at].norm not in _ALL_PEOPLE

    def _contributor(self, parsed: Parsed, first: int, last: int) -> Actor | None:
        name = parsed.name_at(first)
        if name is None or name.state is None:
            return None
        return Actor(name.name, name.kind or ActorKind.STATE, parsed.span(first, last), name.state)

    # -- counted groups ----------------------------------------------------------------------------------

    def _counted(self, parsed: Parsed, group: _Group, groups: list[_Group]) -> Draft | None:
        if group.count is None or self._is_victims(parsed, group):
            return None
        total = self._whole(parsed, group)
        if total is not None:
            return total
        governed = self._labelled(parsed, group) or self._elliptic(parsed, group) or self._object_relative(parsed, group) or self._governed(parsed, group) or self._listed(parsed, group)
        if governed is None:
            return None
        status, contributor, clause, rule, confidence = governed
        contributor = group.contributor or contributor
        if contributor is not None and (contributor.state == self.host or contributor.state is None):
            return None
        if contributor is not None and contributor.kind is ActorKind.OUTLET:
            return None
        if rule == "enumerated" and contributor is None:
            known = self._previous.claim.contributor if self._previous is not None else None
            contributor = Actor(known.name, known.kind, known.span, known.name) if known is not None else None
        elif contributor is None and status is DeploymentStatus.DEPLOYED and group.noun and self._within_mission(parsed, clause):
            draft = self._draft(parsed, group, status, None, clause, "strength-serving", 0.65)
            return draft
        elif contributor is None and self._last is not None and self._goes_on(parsed, group):
            contributor = self._last
        if contributor is None:
            if status is not DeploymentStatus.WITHDRAWN or group.unit is Unit.UNKNOWN or self.host is None:
                return None
            return self._draft(parsed, group, status, None, clause, rule, 0.6)
        self._last = contributor
        return self._draft(parsed, group, status, contributor, clause, rule, confidence)

    @staticmethod
    def _within_mission(parsed: Parsed, clause: Clause | None) -> bool:
        """Tell whether people are said to serve "in it", "with the force": the strength of the whole."""
        if clause is None or clause.verb.base not in ("serve", "be", "remain", "stay"):
            return False
        after = parsed.norms(clause.verb.last, clause.verb.last + 4)
        return bool({"it", "force", "mission", "operation"} & set(after)) and after[:1] in (["in"], ["with"], ["under"])

    def _goes_on(self, parsed: Parsed, group: _Group) -> bool:
        """Tell whether a count goes on with the contributor named before: "another 75", "the first 200"."""
        before = set(parsed.norms(group.first - 3, group.first))
        further = group.count is not None and group.count.further
        return further or bool(before & {"first", "second", "third", "another", "further", "remaining", "group", "contingent", "of", "batch", "rest", "other"}) or group.unit is not Unit.UNKNOWN or parsed.norms(group.last, group.last + 1) == ["more"]

    def _whole(self, parsed: Parsed, group: _Group) -> Draft | None:
        """Read a figure over the whole mission: its strength, its plan, its ceiling."""
        found = self._planned(parsed, group) or self._out_of(parsed, group) or self._strength(parsed, group) or self._brought_to(parsed, group)
        if found is None:
            return None
        status, clause, rule, contributor = found
        draft = self._draft(parsed, group, status, contributor, clause, rule, 0.7)
        if draft is None or group.count is None:
            return draft
        never = clause is not None and clause.verb.negated
        ceiling = clause is not None and clause.verb.modal in ("may", "can")
        qualifier = Qualifier.UP_TO if never or ceiling else draft.claim.qualifier
        return Draft(replace(draft.claim, total=True, qualifier=qualifier, basis=Basis.LEVEL), parsed, draft.at)

    def _planned(self, parsed: Parsed, group: _Group):  # type: ignore[no-untyped-def]
        """Read "the planned 2,500", "2,500 had been planned", "a force of about 2,500 is planned"."""
        before, after = parsed.norms(group.first - 4, group.first), parsed.norms(group.last, group.last + 5)
        if group.contributor is not None:
            return None
        plan = {"planned", "authorised", "authorized", "mandated", "envisaged", "foreseen", "projected"}
        if before[-2:] == ["contingent", "of"] and "planned" in parsed.norms(group.first - 5, group.first):
            return DeploymentStatus.OFFERED, None, "planned-contingent", self._last
        if before[-1:] and before[-1] in plan or (set(after[:2]) & plan and "once" in after[:2]):
            return DeploymentStatus.OFFERED, None, "planned-strength", None
        if before[-3:-1] in (["is", "for"], ["was", "for"]) or before[-2:] in (["is", "for"], ["was", "for"], ["ceiling", "of"], ["strength", "of"], ["cap", "of"]):
            return DeploymentStatus.OFFERED, None, "planned-strength", None
        for clause in parsed.clauses:
            covers = clause.subject[0] <= group.first < clause.subject[1]
            if covers and clause.verb.passive and clause.verb.base in ("plan", "authorise", "authorize", "foresee", "envisage", "mandate"):
                return DeploymentStatus.OFFERED, clause, "planned-strength", None
        return None

    def _out_of(self, parsed: Parsed, group: _Group):  # type: ignore[no-untyped-def]
        """Read the larger figure of "9,680 of its 12,944 soldiers": how many there were."""
        before = parsed.norms(group.first - 2, group.first)
        if before in (["of", "its"], ["of", "their"]) and any(last == group.first - 2 for _, last, _m in parsed.counts):
            return DeploymentStatus.DEPLOYED, None, "strength-out-of", group.contributor
        return None

    def _strength(self, parsed: Parsed, group: _Group):  # type: ignore[no-untyped-def]
        """Read "the force may have up to 5,550 members", "the mission is now about 900 strong"."""
        for clause in reversed(parsed.clauses):
            verb = clause.verb
            if not verb.last <= group.first < max(clause.end, verb.last + 1) or verb.base not in _STRENGTH_VERBS:
                continue
            if group.first - verb.last > 5 or (verb.base in ("be",) and not (group.count and group.count.strong) and "strong" not in parsed.norms(group.last, group.last + 1)):
                continue
            if group.noun == "" and verb.base in ("have", "be") and not (group.count and group.count.strong):
                continue
            if not self._subject_is_mission(parsed, clause):
                continue
            contingent = "contingent" in parsed.norms(*clause.subject)
            meaning = sense(parsed, parsed.clauses, clause.index)
            if meaning is Sense.NEGATED:
                if "never" not in parsed.norms(verb.first, verb.last):
                    return None
                return DeploymentStatus.DEPLOYED, clause, "strength-never-more", None
            status = DeploymentStatus.DEPLOYED if meaning is Sense.FACT else DeploymentStatus.OFFERED
            return status, clause, f"strength-{verb.base}", self._last if contingent else None
        subject = next((c for c in parsed.clauses if c.subject[0] <= group.first < c.subject[1] and c.verb.base == "be"), None)
        norms = parsed.norms(group.last, group.last + 4)
        if subject is not None and group.contributor is None and group.noun == "" and norms[:1] == ["of"] and self._present_place(parsed, subject):
            return DeploymentStatus.DEPLOYED, None, "strength-in-place", None
        return None

    def _subject_is_mission(self, parsed: Parsed, clause: Clause) -> bool:
        first, last = clause.subject
        if first >= last:
            return False
        if any(n.kind is None and first <= n.first < last for n in parsed.names):
            return True
        norms = parsed.norms(first, last)
        return norms[-1] in _MISSION_WORDS or norms == ["which"] or (norms[0] in ("the", "a", "this", "that") and bool(set(norms[:6]) & _MISSION_WORDS))

    def _brought_to(self, parsed: Parsed, group: _Group):  # type: ignore[no-untyped-def]
        """Read "take the mission to 426 people", "bringing the Kenyan strength to about 400"."""
        for clause in reversed(parsed.clauses):
            verb = clause.verb
            if verb.base not in ("take", "bring", "raise", "push", "lift", "swell", "increase", "boost") or not verb.last < group.first < max(clause.end, verb.last + 1):
                continue
            if parsed.tokens[group.first - 1].norm != "to" or any(
                parsed.norms(f - 1, f) == ["from"] and verb.last <= f <= group.first for f, _l, _m in parsed.counts
            ):
                continue
            words_ = set(parsed.norms(verb.last, group.first))
            if not words_ & {"mission", "force", "total", "strength", "number", "numbers", "contingent", "presence", "deployment", "tally"}:
                continue
            if sense(parsed, parsed.clauses, clause.index) is Sense.NEGATED:
                continue
            contributor = next((self._contributor(parsed, n.first, n.last) for n in parsed.names if verb.last <= n.first < group.first and n.kind is ActorKind.STATE and n.state != self.host), None)
            if contributor is None and words_ & {"country", "its", "contingent", "nation"} and "mission" not in words_:
                contributor = self._last
            contributor = contributor or group.contributor
            status = DeploymentStatus.OFFERED if verb.future or verb.modal == "would" else DeploymentStatus.DEPLOYED
            return status, None, "brought-to", contributor
        return None

    def _behind_clause(self, parsed: Parsed, group: _Group) -> Clause | None:
        """Return the relative clause behind a group: "43 soldiers, who flew in a day later"."""
        for clause in parsed.clauses:
            if clause.relative and group.last <= clause.verb.first <= group.last + 6:
                return clause
        return None

    def _labelled(self, parsed: Parsed, group: _Group):  # type: ignore[no-untyped-def]
        """Read an item of a list, "Norway: up to ten officers, promised", and "Rwanda (2,637 soldiers)"."""
        at = group.first - 1
        if at < 0:
            return None
        mark = parsed.tokens[at].norm
        name = next((n for n in parsed.names if n.last == at and n.kind in _SENDERS and n.alias is not AliasKind.ADJECTIVE), None)
        if name is None or mark not in (":", "(", "–", "—"):
            return None
        if mark != "(" and not (parsed.sentence.bullet and name.begin <= 1):
            return None
        words_ = set(parsed.norms(group.last, len(parsed.tokens)))
        if mark == "(":
            before = set(parsed.norms(0, name.begin))
            if not before & {"contingents", "contingent", "contributors", "troops", "contributor", "soldiers", "police", "peacekeepers"}:
                return None
        actor = self._contributor(parsed, name.first, name.last)
        offered = words_ & {"promised", "pledged", "offered", "planned", "due", "next"} or (mark != "(" and not words_ & {"deployed", "serving", "arrived", "at", "in"})
        status = DeploymentStatus.OFFERED if offered else DeploymentStatus.DEPLOYED
        return status, actor, None, "list-item", 0.7

    def _listed(self, parsed: Parsed, group: _Group):  # type: ignore[no-untyped-def]
        """Read an item of an enumeration that names its own contributor, in the sense of the item before."""
        more = parsed.norms(group.last, group.last + 1) == ["more"] or (group.count is not None and group.count.further)
        appositive = ":" in parsed.norms(self._previous.at, group.first) if self._previous is not None and self._previous.parsed is parsed else False
        if self._previous is None or self._previous.parsed is not parsed:
            return None
        if group.contributor is None and appositive and group.noun and self._last is not None:
            return self._previous.claim.status, self._last, self._behind_clause(parsed, group), "apposed", 0.65
        likewise = parsed.norms(group.first - 2, group.first) in (["as", "had"], ["as", "have"], ["as", "did"], ["as", "has"])
        if group.contributor is None and not more and not likewise:
            return None
        return self._previous.claim.status, None, self._previous.clause, "enumerated", 0.65

    def _is_victims(self, parsed: Parsed, group: _Group) -> bool:
        following = parsed.norms(group.last, group.last + 3)
        if group.noun in _VICTIM_NOUNS or _VICTIM_NOUNS & set(following[:1]):
            return True
        for clause in parsed.clauses:
            base = clause.verb.base
            if base in _VICTIM_VERBS:
                as_subject = clause.subject[0] <= group.first < clause.subject[1]
                as_object = clause.verb.last <= group.first < clause.end and not clause.verb.form is Form.INFINITIVE
                if as_subject or (as_object and base not in ("train", "attend", "join-protest", "receive", "feed")):
                    return True
        return "suspected" in following or "accused" in following

    def _governed(
        self, parsed: Parsed, group: _Group
    ) -> tuple[DeploymentStatus, Actor | None, Clause | None, str, float] | None:
        """Return status, sender, clause, rule and confidence of a counted group."""
        nominal = self._nominal(parsed, group)
        if nominal is not None:
            return nominal
        subjects = [
            c for c in parsed.clauses
            if c.subject[0] <= group.first < c.subject[1] and c.verb.first >= group.last - 1 and c.verb.form is not Form.PARTICIPLE
        ]
        for clause in subjects:
            found = self._as_subject(parsed, clause)
            if found is not None:
                return found
        objects = [c for c in parsed.clauses if c.verb.last <= group.first < max(c.end, c.verb.last + 1)]
        for clause in reversed(objects):
            found = self._as_object(parsed, clause)
            if found is not None:
                return found
            if clause.verb.form is Form.FINITE and clause.verb.base not in ("be", "have"):
                break
        return None

    def _object_relative(self, parsed: Parsed, group: _Group):  # type: ignore[no-untyped-def]
        """Read "the 8,000 troops that President Subianto offered", "420 infantrymen promised by South Korea"."""
        for clause in parsed.clauses:
            verb = clause.verb
            if verb.first == group.last and verb.form is Form.PARTICIPLE and verb.base in _SENDING["offered"] | _SENDING["sending"]:
                agent = self._agent(parsed, clause)
                if agent is not None:
                    status = DeploymentStatus.OFFERED if verb.base in _SENDING["offered"] else DeploymentStatus.DEPLOYED
                    return status, agent, None, "participle-by", 0.75
            if verb.first <= group.last or verb.form is not Form.FINITE or verb.passive or clause.subject[0] < group.last:
                continue
            gap = parsed.norms(group.last, clause.subject[0])
            if clause.subject[0] >= clause.subject[1] or gap not in ([], ["that"], ["which"], ["whom"], [",", "which"]):
                continue
            if any(verb.last <= f < verb.last + 2 for f, _l, _m in parsed.counts):
                continue
            found = self._as_object(parsed, clause)
            if found is not None and found[1] is not None:
                return found[0], found[1], None, "object-relative", 0.75
        return None

    def _nominal(
        self, parsed: Parsed, group: _Group
    ) -> tuple[DeploymentStatus, Actor | None, Clause | None, str, float] | None:
        """Read "Benin's offer of up to 2,000 soldiers", "a contingent of 217"."""
        norms = parsed.norms(group.first - 2, group.first)
        if norms[-1:] != ["of"] or not norms[:1] or norms[0] not in _OFFER_NOUNS:
            return None
        at = group.first - 2
        for name in parsed.names:
            if name.last in (at, at - 1, at - 2) and name.kind in (*_SENDERS, ActorKind.PERSON):
                found = self.discourse.actors(parsed, name.begin, name.last)
                if found:
                    return DeploymentStatus.OFFERED, found[0], None, "offer-of", 0.85
        return None

    def _as_subject(
        self, parsed: Parsed, clause: Clause
    ) -> tuple[DeploymentStatus, Actor | None, Clause | None, str, float] | None:
        verb = clause.verb
        meaning = sense(parsed, parsed.clauses, clause.index)
        if meaning is Sense.NEGATED or meaning is Sense.IRREALIS:
            return None
        base = verb.base
        if any(c.verb.governor == clause.index and c.verb.base in ("look", "assess", "study", "survey", "prepare", "inspect", "scout") for c in parsed.clauses):
            return None
        after = parsed.norms(verb.last, verb.last + 4)
        homeward = base in ("go", "come", "fly", "head", "bring", "take", "send") and "home" in after
        if homeward or base in _SENDING["leaving"] or (base == "go" and {"home", "back", "in"} & set(parsed.norms(verb.last, verb.last + 1))) or (verb.passive and base in _SENDING["withdrawn"]):
            return DeploymentStatus.WITHDRAWN, None, clause, f"leave-{base}", 0.8
        if verb.passive and base in _SENDING["offered"] | _SENDING["sending"] | _SENDING["approved"]:
            agent = self._agent(parsed, clause)
            if base in _SENDING["approved"]:
                status = DeploymentStatus.APPROVED
            elif base in _SENDING["sending"] and meaning is Sense.FACT:
                status = DeploymentStatus.DEPLOYED
            else:
                status = DeploymentStatus.OFFERED
            return status, agent, clause, f"passive-{base}", 0.75
        if base in _SENDING["moving"] | _SENDING["sending"] | {"be"}:
            status = DeploymentStatus.DEPLOYED if meaning is Sense.FACT else DeploymentStatus.OFFERED
            if base == "be" and not self._present_place(parsed, clause):
                governed = next((c for c in parsed.clauses if c.verb.governor == clause.index), None)
                if governed is None or governed.verb.base not in _SENDING["moving"] | _SENDING["sending"]:
                    return None
                if governed.verb.passive or governed.verb.base:
                    status = DeploymentStatus.OFFERED
            return status, None, clause, f"move-{base}", 0.75
        return None

    def _present_place(self, parsed: Parsed, clause: Clause) -> bool:
        """Tell whether "are" says where people are: "are in the country", "are on the ground"."""
        after = parsed.norms(clause.verb.last, clause.verb.last + 4)
        return bool({"in", "on", "there", "stationed", "serving"} & set(after[:3]))

    def _as_object(
        self, parsed: Parsed, clause: Clause
    ) -> tuple[DeploymentStatus, Actor | None, Clause | None, str, float] | None:
        verb = clause.verb
        base = verb.base
        meaning = sense(parsed, parsed.clauses, clause.index)
        if meaning in (Sense.NEGATED, Sense.IRREALIS):
            return None
        subject = self._subject(parsed, clause)
        tail = parsed.norms(verb.last, clause.end)
        if base in ("take", "bring", "fly", "send", "order") and "home" in tail or (base == "call" and tail[:1] == ["off"]) or base == "cancel":
            return DeploymentStatus.WITHDRAWN, subject, clause, f"home-{base}", 0.75
        if base in _SENDING["withdrawn"] and base not in ("bring", "order", "remove"):
            return DeploymentStatus.WITHDRAWN, subject, clause, f"withdraw-{base}", 0.7
        if base in _SENDING["approved"]:
            return DeploymentStatus.APPROVED, subject, clause, f"approve-{base}", 0.75
        if base in _SENDING["offered"]:
            return DeploymentStatus.OFFERED, subject, clause, f"offer-{base}", 0.9
        if base == "lead" and "with" not in parsed.norms(verb.last, verb.last + 3):
            return None
        if base in _SENDING["sending"]:
            status = DeploymentStatus.DEPLOYED if meaning is Sense.FACT else DeploymentStatus.OFFERED
            if verb.form is Form.INFINITIVE and verb.governor is None:
                status = DeploymentStatus.OFFERED
            return status, subject, clause, f"send-{base}", 0.85
        if base == "have" and subject is not None and meaning is Sense.FACT:
            more = any(c.verb.base in _SENDING["sending"] and c.verb.form is Form.INFINITIVE for c in parsed.clauses if c.verb.first > verb.last)
            status = DeploymentStatus.OFFERED if more else DeploymentStatus.DEPLOYED
            return status, subject, clause, "have", 0.6
        return None

    def _subject(self, parsed: Parsed, clause: Clause) -> Actor | None:
        if clause.subject[0] >= clause.subject[1]:
            return None
        found = self.discourse.actors(parsed, *clause.subject)
        return next((a for a in found if a.state is not None), None)

    def _agent(self, parsed: Parsed, clause: Clause) -> Actor | None:
        for i in range(clause.verb.last, min(clause.end, clause.verb.last + 10)):
            if parsed.tokens[i].norm == "by":
                found = self.discourse.actors(parsed, i + 1, min(clause.end, i + 6))
                if found:
                    return found[0]
        return None

    def _elliptic(
        self, parsed: Parsed, group: _Group
    ) -> tuple[DeploymentStatus, Actor | None, Clause | None, str, float] | None:
        """Read a count that goes on with the verb before: "…, the Bahamas 150 and Benin 2,000"."""
        name = next((n for n in parsed.names if n.last == group.first and n.kind in _SENDERS), None)
        if name is None or name.alias is AliasKind.ADJECTIVE or any(name.first == c.verb.last for c in parsed.clauses):
            return None
        for clause in reversed(parsed.clauses):
            if clause.verb.first < group.first and clause.verb.base in _SENDING["offered"] | _SENDING["sending"]:
                found = self._as_object(parsed, clause)
                if found is not None:
                    actor = self.discourse.actors(parsed, name.begin, name.last)
                    return (found[0], actor[0] if actor else None, clause, "elliptic", 0.7)
        return None

    # -- the record ----------------------------------------------------------------------------------------

    def _draft(
        self, parsed: Parsed, group: _Group, status: DeploymentStatus, contributor: Actor | None, clause: Clause | None,
        rule: str, confidence: float,
    ) -> Draft | None:
        mention = group.count
        giver = contributor.giver(self.kinds) if contributor is not None else None
        fields = []
        if mention is not None:
            fields.append(FieldSpan("count", mention.core))
        if giver is not None:
            fields.append(FieldSpan("contributor", giver.span))
        date = self._date(parsed, group, clause, status)
        qualifier = mention.qualifier if mention is not None else None
        further = mention is not None and (
            mention.further or bool({"second", "third", "further", "another", "additional"} & set(parsed.norms(group.first - 4, group.first)))
            or parsed.norms(group.last, group.last + 1) == ["more"] or "more" in parsed.norms(group.first + 1, group.last)
        )
        first_of = parsed.norms(group.first - 2, group.first) == ["first", "of"]
        came, date = (date, None) if first_of else (None, date)
        moved = status in (DeploymentStatus.DEPLOYED, DeploymentStatus.WITHDRAWN) and date is not None
        present = status is DeploymentStatus.DEPLOYED and not moved and not further and mention is not None
        basis = Basis.CONTINGENT if moved or further or mention is None else Basis.LEVEL
        claim = DeploymentClaim(
            span=parsed.sentence.span, rule=f"deployment-{rule}", confidence=confidence, mission=None,
            fields=tuple(fields), contributor=giver, count=mention.value if mention else None,
            count_max=mention.value_max if mention else None, qualifier=qualifier, unit=group.unit, status=status,
            date=date, basis=basis, total=giver is None or present, additional=further,
        )
        return Draft(claim, parsed, group.first, clause, came)

    def _date(self, parsed: Parsed, group: _Group, clause: Clause | None, status: DeploymentStatus) -> PartialDate | None:
        if clause is not None and clause.verb.base in _SENDING["offered"] | _SENDING["approved"]:
            return None
        future = status is DeploymentStatus.OFFERED
        limits = frozenset({"until", "till", "before", "after"} | (set() if status is DeploymentStatus.DEPLOYED else {"since", "from"}))
        behind = next((f for f, _l, m in parsed.dates if group.last <= f <= group.last + 2 and m.preposition not in limits), None) if group.count else None
        if behind is not None and not any(group.last <= f2 < behind for f2, _l2, _m2 in parsed.counts):
            return self.timeline.resolve(parsed, behind, future=future)
        if clause is None:
            return None
        value, _where = self.timeline.of_clause(parsed, clause, future=future, limits=limits)
        if future and value is not None and self.reading.published is not None and value.last < self.reading.published:
            return None
        return value

    # -- contributors without a count --------------------------------------------------------------------------

    def _uncounted(self, parsed: Parsed, counted: list[Draft]) -> list[Draft]:
        """Read "Jamaica, the Bahamas and Belize have offered officers"."""
        drafts: list[Draft] = []
        named = {d.claim.contributor.name for d in counted if d.claim.contributor is not None}
        drafts += self._from_list(parsed, named)
        for clause in parsed.clauses:
            moving = self._moving(parsed, clause, named)
            if moving is not None:
                drafts.append(moving)
                continue
            found = self._uncounted_status(parsed, clause)
            if found is None:
                continue
            status, unit, rule = found
            for actor in self.discourse.actors(parsed, *clause.subject):
                giver = actor.giver(self.kinds)
                if giver is None or giver.name in named or giver.name == self.host or giver.kind not in _SENDERS:
                    continue
                named.add(giver.name)
                group = _Group(clause.verb.first, clause.verb.last, None, unit, actor, "")
                draft = self._draft(parsed, group, status, actor, clause, rule, 0.7)
                if draft is not None:
                    drafts.append(draft)
        return drafts

    def _from_list(self, parsed: Parsed, named: set[str]) -> list[Draft]:
        """Read "with soldiers from South Africa, Malawi and Tanzania"."""
        drafts = []
        for i, token in enumerate(parsed.tokens):
            if token.norm != "from" or i == 0 or parsed.tokens[i - 1].norm not in _ALL_PEOPLE - {"people", "others", "men", "women", "members"}:
                continue
            if any(last in (i, i - 1) for _f, last, _m in parsed.counts):
                continue
            listed = [n for n in parsed.names if n.kind is ActorKind.STATE and n.first > i and n.alias is AliasKind.NAME]
            names = []
            at = i + 1
            for name in listed:
                gap = parsed.norms(at, name.begin)
                if not all(g in (",", "and", "the", "or", "both") for g in gap):
                    break
                names.append(name)
                at = name.last
            clause = next((c for c in reversed(parsed.clauses) if c.verb.form is Form.FINITE and c.verb.first < i), None)
            if len(names) < 2 or clause is None:
                continue
            meaning = sense(parsed, parsed.clauses, clause.index)
            if meaning in (Sense.NEGATED, Sense.IRREALIS):
                continue
            status = DeploymentStatus.DEPLOYED if meaning is Sense.FACT and clause.verb.base not in _SENDING["offered"] else DeploymentStatus.OFFERED
            unit = unit_of({parsed.tokens[i - 1].norm})
            for name in names:
                actor = self._contributor(parsed, name.first, name.last)
                if actor is None or actor.state in named or actor.state == self.host:
                    continue
                named.add(actor.name)
                draft = self._draft(parsed, _Group(name.first, name.last, None, unit, actor, ""), status, actor, clause, "people-from", 0.65)
                if draft is not None:
                    drafts.append(draft)
        return drafts

    def _moving(self, parsed: Parsed, clause: Clause, named: set[str]) -> Draft | None:
        """Read people without a count who come or go: "the first Kenyan police landed in June"."""
        first, last = clause.subject
        if first >= last or any(first <= f < last for f, _l, _m in parsed.counts):
            return None
        if clause.verb.form in (Form.GERUND, Form.PARTICIPLE) or clause.verb.base == "be":
            return None
        found = self._as_subject(parsed, clause)
        if found is None or found[0] is DeploymentStatus.OFFERED:
            return None
        nouns = {w for w in parsed.norms(first, last) if w in _ALL_PEOPLE and w not in ("people", "men", "force", "forces")}
        contributor = None
        for name in parsed.names:
            if name.kind is not ActorKind.STATE or name.state is None:
                continue
            inside = first <= name.first < last
            people = name.alias is AliasKind.DEMONYM or parsed.tokens[name.first].text.endswith("ns")
            qualifies = inside and (people or set(parsed.norms(name.last, name.last + 4)) & nouns)
            owner = bool(nouns) and parsed.norms(first - 1, first) == ["whose"] and name.last in (first - 1, first - 2)
            if qualifies or owner:
                contributor = self._contributor(parsed, name.first, name.last)
                nouns |= {"people"}
                break
        if contributor is None or not nouns or contributor.state == self.host:
            return None
        if clause.verb.base in ("start", "begin", "work", "take", "go", "come", "stand", "operate", "follow", "set") and found[0] is DeploymentStatus.DEPLOYED and clause.verb.base != "come":
            return None
        group = _Group(clause.verb.first, clause.verb.last, None, unit_of(nouns - {"people"}), contributor, "people")
        draft = self._draft(parsed, group, found[0], contributor, clause, f"moving-{clause.verb.base}", 0.65)
        self._last = contributor
        if contributor.state in named:
            draft = None if draft is None else draft
        return draft

    def _uncounted_status(self, parsed: Parsed, clause: Clause) -> tuple[DeploymentStatus, Unit, str] | None:
        verb = clause.verb
        if verb.form in (Form.PARTICIPLE, Form.GERUND) or verb.passive:
            return None
        if verb.governor is not None and parsed.clauses[verb.governor].verb.form in (Form.GERUND, Form.PARTICIPLE):
            return None
        meaning = sense(parsed, parsed.clauses, clause.index)
        if meaning in (Sense.NEGATED, Sense.IRREALIS):
            return None
        end = min(clause.end, verb.last + 14)
        after = parsed.norms(verb.last, end)
        nouns = {
            w for w, following in zip(after[:6], [*after[1:7], ""], strict=False)
            if w in _ALL_PEOPLE and w not in ("people", "men", "force", "forces")
            and following not in ("mission", "force", "operation") and not following.startswith("-")
        }
        if any(verb.last <= f < verb.last + 6 for f, _l, _m in parsed.counts):
            return None
        if {"deployment", "sending", "contribution", "dispatch"} & set(after):
            nouns |= {w for w in after if w in _ALL_PEOPLE and w not in ("people", "men", "force", "forces")}
        taking_part = after[:2] in (["take", "part"], ["to", "take"], ["to", "join"]) or (
            verb.base in ("take",) and after[:1] == ["part"]
        )
        if verb.base in _SENDING["offered"] | {"intend"} and (nouns & (_ALL_PEOPLE - {"staff", "others"})):
            return DeploymentStatus.OFFERED, unit_of(nouns), f"offer-{verb.base}-people"
        groups_sent = {"groups", "contingents", "teams", "units"} & set(after[:4]) and verb.base in ("send", "contribute", "deploy")
        if verb.base in ("take", "bring", "pull", "withdraw", "recall") and ("home" in after or verb.base in ("withdraw", "recall")) and set(after) & _ALL_PEOPLE:
            return DeploymentStatus.WITHDRAWN, unit_of({w for w in after if w in _ALL_PEOPLE}), f"home-{verb.base}-people"
        if verb.base in ("send", "deploy", "contribute", "provide", "supply", "dispatch", "commit") and (nouns or groups_sent):
            status = DeploymentStatus.DEPLOYED if meaning is Sense.FACT else DeploymentStatus.OFFERED
            return status, unit_of(nouns), f"send-{verb.base}-people"
        if (verb.base in ("take",) and taking_part or verb.base == "join") and meaning is Sense.PROMISED:
            return DeploymentStatus.OFFERED, Unit.UNKNOWN, "take-part"
        return None


_BODIES_OF_PEOPLE = frozenset("battalion contingent force group unit team detachment company platoon squad garrison batch brigade".split())
_MISSION_WORDS = frozenset("mission force operation contingent deployment strength peacekeepers it".split())
_STRENGTH_VERBS = frozenset("have number be reach total count comprise stand grow exceed include consist field muster".split())
_MEASURES = frozenset(
    "years year months month weeks week days day hours hour minutes miles kilometres kilometers km metres meters per votes vote "
    "abstentions tonnes tons litres acres hectares degrees points seats goals times countries states nations members-states "
    "towns villages bases camps flights sorties schools homes houses vehicles helicopters rounds barrels".split()
)
_ = (Qualifier, Span, replace, _ADVERBS)
