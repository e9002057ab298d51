"""Level 4: people sent. Each count of people, and each contributor without a count, is judged by its clause.

contingents  the values: a group, what governs it, a draft
groups       counted groups: the noun behind a count; whose: whose people they are
victims      people whom nobody sends
collective   figures of several contributors together
strengths    figures over a whole mission; ceilings, present: its ceilings, the people it has
levels       what one contributor has in it
people_lists lists of contributors; item_lists: rows and brackets
senders      what governs a group: moved, sent (its clause), nominals (a noun), beside (its place)
homeward     people who go home
told_of      groups that nothing governs
owners       whose they are where they do not say
uncounted    contributors without a count; contributors: those in a row
units        what kind of people a bare count means
drafting     a group and what governs it → a record
sending      all of them → the records
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tracker.claims import DeploymentClaim
from tracker.extract.ceilings import is_left_behind
from tracker.extract.collective import collective, is_of_several, is_shared
from tracker.extract.contingents import Draft, Governed, Group, Memory, status_told, unit_of
from tracker.extract.discourse import Actor, Discourse
from tracker.extract.drafting import Drafter, is_to_come
from tracker.extract.evidence import standing, without
from tracker.extract.groups import groups
from tracker.extract.homeward import comes_back_to, is_at_home
from tracker.extract.levels import CEILING_OF_ONE, level
from tracker.extract.lexicon import load, section
from tracker.extract.owners import Owners
from tracker.extract.people_lists import PeopleItem, people_items, uncounted_item
from tracker.extract.present import likewise_whole, present
from tracker.extract.promised import promised
from tracker.extract.reading import Parsed, Reading
from tracker.extract.senders import Senders
from tracker.extract.strengths import strength
from tracker.extract.told_of import told_of
from tracker.extract.uncounted import uncounted
from tracker.extract.units import settle_units
from tracker.extract.victims import are_victims, is_at_the_front
from tracker.vocab import ActorKind, AliasKind, Basis, DeploymentStatus, Qualifier, Unit

__all__ = ["Draft", "SendingReader", "unit_of"]

_VERBS = section("sending", "verbs")
_NOUNS = section("sending", "nouns")
_LAST = frozenset({"last", "final", "remaining"})
_OUTBOUND = frozenset({"leave", "depart", "fly", "sail", "ship"})
_BOUNDS = ("strength-never-more", "strength-ceiling")


class SendingReader:
    """Reads the deployments of one article.

    ``host`` is the state that the people go to; ``mission`` the slug of the article's own mission.
    """

    def __init__(self, reading: Reading, discourse: Discourse, host: str | None, mission: str | None) -> None:
        self.reading = reading
        self._parties = frozenset(load("parties").get(mission or "", ()))
        self.host = host
        self._drafter = Drafter(reading)
        self._memory = Memory()
        self._senders = Senders(discourse, self._memory)
        self._items = people_items(reading)
        self._owners = Owners(reading, self._senders, self._memory, host)

    def read(self) -> list[Draft]:
        """Return the drafts of deployments in reading order."""
        drafts = [
            draft
            for parsed in self.reading.parsed
            if not parsed.sentence.table
            for draft in self._sentence(parsed)
            if not self._is_of_a_party(draft) and not is_at_the_front(draft)
        ]
        return settle_units(drafts, self.reading)

    def _is_of_a_party(self, draft: Draft) -> bool:
        """Tell whether the people are of a state whose own war it is."""
        contributor = draft.claim.contributor
        return contributor is not None and contributor.name in self._parties

    def _sentence(self, parsed: Parsed) -> list[Draft]:
        drafts: list[Draft] = []
        for group in groups(parsed, self.reading.gaz):
            draft = self._counted(parsed, group)
            if draft is None:
                continue
            self._memory.saw(draft.claim)
            drafts += [draft, *self._each(parsed, group, draft)]
            if draft.claim.rule != "deployment-planned-strength":
                self._memory.draft = draft
        return [*drafts, *self._uncounted(parsed, drafts)]

    # -- which groups are sent -------------------------------------------------------------------------------

    def _counted(self, parsed: Parsed, group: Group) -> Draft | None:
        """Return the deployment that a counted group makes, None where nobody is said to send it."""
        together = collective(parsed, group, self._memory)
        if together is None and self._is_nobodys(parsed, group):
            return None
        item = self._items.get(parsed.index)
        if item is not None and item.governs(parsed, group):
            return self._listed(parsed, item, item.with_unit(parsed, group))
        due = promised(parsed, group, self._senders) if together is None else None
        if due is not None and due.contributor is not None:
            return self._sent(parsed, group, due)
        together = together or due
        governed = level(parsed, group, self.host) if together is None else None
        whole = together or (self._strength(parsed, group) if governed is None else None)
        if whole is not None:
            self._memory.whole = (parsed, group, whole)
            return self._whole(parsed, group, whole)
        governed = governed or self._senders.governed(parsed, group) or told_of(parsed, group)
        draft = self._sent(parsed, group, governed) if governed is not None else None
        if draft is not None and governed is not None and governed.rule == CEILING_OF_ONE:
            return replace(draft, claim=_at_most(draft.claim, governed, parsed))
        return draft

    def _listed(self, parsed: Parsed, item: PeopleItem, group: Group) -> Draft | None:
        """Return the deployment of an item of a list; those there are so on the day above it."""
        draft = self._sent(parsed, group, item.governed(parsed, group.first))
        there = draft is not None and draft.claim.status is DeploymentStatus.DEPLOYED
        if draft is None or not there or draft.claim.date is not None or item.dated is None:
            return draft
        when = self._drafter.timeline.when(*item.dated)
        places = [when.where] if when.where is not None else []
        fields = (*draft.claim.fields, *standing("date", places))
        return replace(draft, claim=replace(draft.claim, date=when.date, fields=fields))

    def _is_nobodys(self, parsed: Parsed, group: Group) -> bool:
        """Tell whether people are of no mission, or of several contributors, or a figure that is past."""
        if are_victims(parsed, group) or self._is_elsewhere(parsed, group):
            return True
        return is_shared(parsed, group) or is_left_behind(parsed, group)

    def _sent(self, parsed: Parsed, group: Group, governed: Governed) -> Draft | None:
        """Return the deployment of people of whom something is said, None where they are nobody's."""
        contributor = group.contributor or governed.contributor
        if contributor is not None and not self._can_send(contributor):
            return None
        if contributor is None:
            if self._owners.is_the_missions(parsed, group):
                return self._drafter.draft(
                    parsed, group, governed._replace(rule="strength-its", confidence=0.65)
                )
            if is_of_several(parsed, group):
                return self._drafter.draft(parsed, group, governed._replace(rule="from-many"))
            contributor = self._owners.find(parsed, group, governed)
        if contributor is not None:
            self._memory.contributor, self._memory.heard = contributor, parsed.index
            governed = self._outbound(parsed, governed, contributor)
            return self._drafter.draft(parsed, group, governed._replace(contributor=contributor))
        if governed.status is DeploymentStatus.WITHDRAWN and group.unit is not Unit.UNKNOWN and self.host:
            return self._drafter.draft(parsed, group, governed._replace(confidence=0.6))
        return None

    def _outbound(self, parsed: Parsed, governed: Governed, contributor: Actor) -> Governed:
        """Return what is said of people who leave for the mission: "200 Kenyans left Nairobi on Monday"."""
        clause = governed.clause
        if clause is None:
            return governed
        comes = governed.status is DeploymentStatus.DEPLOYED and clause.verb.base in _VERBS["moving"]
        if comes and is_at_home(parsed, clause, contributor.state):
            return governed._replace(status=DeploymentStatus.WITHDRAWN, rule=f"back-{clause.verb.base}")
        if comes_back_to(parsed, clause, self.host):
            return governed._replace(status=status_told(parsed, clause) or governed.status)
        if governed.status is not DeploymentStatus.WITHDRAWN or clause.verb.base not in _OUTBOUND:
            return governed
        if "home" in parsed.norms(clause.verb.last, clause.end):
            return governed
        own = any(
            n.kind is ActorKind.STATE and n.state == contributor.state
            for n in parsed.names
            if clause.verb.last <= n.first < clause.verb.last + 2
        )
        to_come = is_to_come(parsed, clause) and not clause.verb.perfect
        if clause.subject[0] < clause.subject[1] and not _LAST.isdisjoint(parsed.norms(*clause.subject)):
            return governed  # "the last 60 will leave"
        if not own and not (to_come and contributor.state not in self._memory.present):
            return governed
        status = DeploymentStatus.OFFERED if to_come else DeploymentStatus.DEPLOYED
        return governed._replace(status=status, rule=f"outbound-{clause.verb.base}")

    def _strength(self, parsed: Parsed, group: Group) -> Governed | None:
        """Return what makes a count a figure over the whole mission or contingent."""
        return (
            strength(parsed, group, self._senders.discourse, self._memory.contributor, self.host)
            or present(parsed, group, self._memory)
            or likewise_whole(parsed, group, self._memory)
        )

    def _is_elsewhere(self, parsed: Parsed, group: Group) -> bool:
        """Tell whether the people are said to be in another country: "has 2,000 troops in Mozambique"."""
        if self.host is None or parsed.norms(group.last, group.last + 1) not in (["in"], ["to"], ["inside"]):
            return False
        name = parsed.name_at(group.last + 1) if group.last + 1 < len(parsed.tokens) else None
        if name is None or name.kind is not ActorKind.STATE or name.alias is not AliasKind.NAME:
            return False
        sender = group.contributor.state if group.contributor is not None else None
        return name.name not in (self.host, sender)

    def _can_send(self, actor: Actor) -> bool:
        return actor.state not in (self.host, None) and actor.kind is not ActorKind.OUTLET

    def _whole(self, parsed: Parsed, group: Group, found: Governed) -> Draft:
        """Return the draft of a figure over the whole; what was never more, or may be, is an upper bound."""
        draft = self._drafter.draft(parsed, group, found)
        verb = found.clause.verb if found.clause is not None else None
        said = verb is not None and (verb.negated or verb.modal in ("may", "can"))
        bounded = said or found.rule in _BOUNDS
        claim = replace(draft.claim, total=True, basis=Basis.LEVEL)
        if bounded:
            claim = _at_most(claim, found, parsed)
        if found.rule in ("planned-out-of", "strength-out-of"):  # the date is that of the part who came
            claim = replace(claim, date=None, fields=without(claim.fields, "date"))
        return Draft(claim, parsed, draft.at, bare=draft.bare, alone=draft.alone)

    def _each(self, parsed: Parsed, group: Group, draft: Draft) -> Iterator[Draft]:
        """Yield the same for the other subjects of "Fiji and Kenya have each promised 200"."""
        clause, claim = draft.clause, draft.claim
        if clause is None or group.contributor is not None or clause.subject[0] >= clause.subject[1]:
            return
        words = parsed.norms(clause.subject[0], group.first) + parsed.norms(group.last, group.last + 1)
        if "each" not in words:
            return
        for actor in self._senders.discourse.actors(parsed, *clause.subject):
            if actor.state and claim.contributor is not None and actor.state != claim.contributor.name:
                yield self._drafter.draft(parsed, group, Governed(claim.status, actor, clause, "each", 0.75))

    def _uncounted(self, parsed: Parsed, counted: list[Draft]) -> Iterator[Draft]:
        named = {d.claim.contributor.name for d in counted if d.claim.contributor is not None}
        item = self._items.get(parsed.index)
        told = uncounted_item(parsed, item) if item is not None else None
        if told is not None and told[0].contributor is not None and self._can_send(told[0].contributor):
            yield self._drafter.draft(parsed, *told)
        for group, governed in uncounted(parsed, self._senders, named, self.host):
            if governed.rule.startswith(("move-", "have-")):
                self._memory.contributor, self._memory.heard = governed.contributor, parsed.index
            yield self._drafter.draft(parsed, group, governed)


def _at_most(claim: DeploymentClaim, found: Governed, parsed: Parsed) -> DeploymentClaim:
    """Return a figure as an upper bound, the words that make it one kept."""
    limit = standing("qualifier", found.status_words(parsed))
    fields = (*without(claim.fields, "qualifier"), *limit)
    return replace(claim, qualifier=Qualifier.UP_TO, fields=fields)
