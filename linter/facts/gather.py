"""Candidates of many drafts as proposed facts: each claim once, with all its places and who disagrees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from linter.checks.view import Settings, View
from linter.claims.key import FactKey
from linter.engine import Engine
from linter.facts.candidates import Candidate, Gleaned, Where, slug
from linter.facts.pool import Pool
from linter.facts.rivals import alike
from linter.facts.short_forms import Shortened, short_forms
from linter.facts.wording import Credit
from linter.model import Caveat, Document, Fact, FactsFile, Source
from linter.results import Finding
from linter.rulebook.rules import Rules

TO_DO = "to-do"
"""The id of the source of claims that the copy credits to nobody."""
_ABOUT = ("conflict", "missing")
_RULES = {"superseded": "superseded-value", "frequency": "value-conflict", "direction": "value-conflict"}
"""The rules for verdicts that are not called as their rule is."""
_SAME_FIGURE = ("frequency", "direction", "scope")
"""Verdicts by which the figure itself is right, so that it alone would tell nothing."""


@dataclass(frozen=True)
class Dispute:
    """Where a draft says otherwise, and what. ``verdict`` is a rule, or that of a binding."""

    at: Where
    said: str
    verdict: str

    def __str__(self) -> str:
        rule = self.verdict if "-" in self.verdict else _RULES.get(self.verdict, f"{self.verdict}-conflict")
        return f'{self.at} says "{self.said}" ({rule})'


@dataclass
class Proposal:
    """A fact as the drafts tell it."""

    fact: Fact
    number: int
    """That of its candidate in the pool."""
    leans: bool
    years: str = ""
    places: list[Where] = field(default_factory=list)
    """Where drafts state it."""
    disputes: list[Dispute] = field(default_factory=list)
    beside: list[Caveat] = field(default_factory=list)
    """Cautions that stand near it in some of its drafts only."""

    @property
    def path(self) -> str:
        """The draft whose words it has."""
        return self.places[0].path


@dataclass
class Proposed:
    """A facts file that has yet to be verified."""

    proposals: list[Proposal]
    sources: dict[str, Source]
    terms: dict[str, tuple[str, ...]]


def gather(
    gleaned: Iterable[Gleaned],
    read: Callable[[str], Document],
    taken: Iterable[str],
    rules: Rules,
    settings: Settings,
) -> Proposed:
    """Proposals in the order of the drafts; ``read`` gives a draft again, ``taken`` are ids in use."""
    work = _Gathering(list(gleaned), read, set(taken), rules, settings)
    for each in work.gleaned:
        work.add(each)
    work.join()
    work.cross()
    work.compare()
    return Proposed(list(work.proposals.values()), work.sources, work.terms)


class _Gathering:
    def __init__(
        self,
        gleaned: list[Gleaned],
        read: Callable[[str], Document],
        taken: set[str],
        rules: Rules,
        settings: Settings,
    ) -> None:
        self.gleaned = gleaned
        self.read = read
        self.taken = taken
        self.rules = rules
        self.settings = settings
        self.proposals: dict[str, Proposal] = {}
        self.sources: dict[str, Source] = {}
        self.terms = short_forms(gleaned)
        self.shortened = Shortened(self.terms)
        candidates = dict.fromkeys(c for each in gleaned for c in each.candidates)
        self.numbers = {c: number for number, c in enumerate(candidates)}
        self.pool = Pool([_fact(c.id, c, Source(TO_DO)) for c in self.numbers], self.terms)
        self.held = Engine(FactsFile("facts.yaml", {}), rules, settings, self.pool)
        """Holds drafts against the claims of the pool that are in play."""

    def add(self, gleaned: Gleaned) -> None:
        """Each candidate of a draft: a place of a proposal, a dispute about it, or a new one."""
        if not gleaned.candidates:
            return
        known = _stated(self.held.view(self.read(gleaned.path))) if self.proposals else {}
        for candidate in gleaned.candidates:
            met = known.get((candidate.block, candidate.start))
            if met is None or candidate.pair:
                self.open(candidate)
            elif met[0] not in self.proposals or self._is_better(candidate, *met):
                self.replace(met[0], candidate)
            elif met[1] == "agrees":
                self.proposals[met[0]].places.append(candidate.at)
            else:
                self.proposals[met[0]].disputes.append(_dispute(candidate, met[1]))

    def _is_better(self, candidate: Candidate, id: str, verdict: str) -> bool:
        """Of two figures for one claim, the one that is credited to someone is kept."""
        uncredited = self.proposals[id].fact.source.id == TO_DO
        return verdict == "value" and candidate.credit is not None and uncredited

    def replace(self, id: str, candidate: Candidate) -> None:
        """Propose a candidate in the place of what it contradicts."""
        gone = self.proposals.pop(id, None)
        self.taken.discard(id)
        if gone is not None:
            self.pool.hide(gone.number)
        proposal = self.open(candidate)
        if gone is not None:
            said = gone.fact.value or gone.fact.claim
            proposal.disputes += [Dispute(place, said, "value") for place in gone.places] + gone.disputes

    def open(self, candidate: Candidate) -> Proposal:
        id = _free(self.shortened(candidate.id), self.taken)
        self.taken.add(id)
        fact = _fact(id, candidate, self.source(candidate.credit))
        number = self.numbers[candidate]
        proposal = Proposal(fact, number, candidate.leans, candidate.years, [candidate.at])
        self.proposals[id] = proposal
        self.pool.show(number, fact)
        return proposal

    def source(self, credit: Credit | None) -> Source:
        """The source that a credit names, with all that any draft tells of it."""
        if credit is None:
            return self.sources.setdefault(
                TO_DO, Source(TO_DO, title="TODO: the drafts credit these to nobody")
            )
        held = self.sources.get(credit.id)
        names = dict.fromkeys((*(held.aka if held else ()), credit.short, credit.aka))
        publisher = (held.publisher if held else "") or credit.publisher
        akas = tuple(name for name in names if name and name != publisher)
        title = f"TODO: what the drafts call {credit.publisher or credit.aka}" if held is None else held.title
        source = Source(credit.id, title=title, publisher=publisher, published=credit.year, aka=akas)
        self.sources[credit.id] = source
        return source

    def join(self) -> None:
        """Make one of those that are read as one claim: draft by draft, figures are only held against others'."""
        for later, earlier, differ in list(alike_drafts(self._keys())):
            gone, kept = self.proposals.get(later), self.proposals.get(earlier)
            if gone is None or kept is None:
                continue
            del self.proposals[later]
            if differ:
                value = gone.fact.value or gone.fact.claim
                kept.disputes += [Dispute(place, value, "value") for place in gone.places]
            else:
                kept.places += gone.places
            kept.disputes += gone.disputes

    def _keys(self) -> Iterator[FactKey]:
        return (self.pool.told(proposal.number, proposal.fact) for proposal in self.proposals.values())

    def compare(self) -> None:
        """Hold all drafts against all proposals: what they still say otherwise, and which cautions they lack."""
        self._keep_cautions()
        if not self.proposals:
            return
        facts = {id: proposal.fact for id, proposal in self.proposals.items()}
        file = FactsFile("facts.yaml", facts, self.sources, {}, self.terms)
        engine = Engine(file, self.rules, self.settings)
        for gleaned in self.gleaned:
            document = self.read(gleaned.path)
            for finding in engine.check(document).findings:
                if finding.fact is not None and finding.group in _ABOUT:
                    at = Where(document.path, finding.line, document.spot(finding.line))
                    self._note(finding, at, self.proposals[finding.fact.id])

    def _keep_cautions(self) -> None:
        """A caveat is part of a claim if it stands in every draft that states the claim."""
        held = {
            gleaned.path: {_caveat_id(words) for c in gleaned.candidates for _, words in c.cautions}
            for gleaned in self.gleaned
        }
        for proposal in self.proposals.values():
            drafts = {place.path for place in proposal.places}
            common = tuple(c for c in proposal.fact.caveats if all(c.id in held[path] for path in drafts))
            proposal.beside = [c for c in proposal.fact.caveats if c not in common]
            proposal.fact = replace(proposal.fact, caveats=common)

    def cross(self) -> None:
        """Hold each draft against what the later ones propose: an earlier figure may garble a later claim.

        From the last draft to the first, so that each brings its own proposals into play for those before it.
        """
        own = {(place, p.fact.claim): id for id, p in self.proposals.items() for place in p.places}
        by_draft: dict[str, list[str]] = defaultdict(list)
        for id, proposal in self.proposals.items():
            by_draft[proposal.path].append(id)
        self.pool.clear()
        found: list[tuple[str, Dispute]] = []
        for earlier in reversed(self.gleaned):
            found += self._crossed(earlier, own)
            for id in by_draft[earlier.path]:
                if id in self.proposals:
                    self.pool.show(self.proposals[id].number, self.proposals[id].fact)
        for id, dispute in reversed(found):
            if id in self.proposals:
                self.proposals[id].disputes.append(dispute)

    def _crossed(self, earlier: Gleaned, own: Mapping[tuple[Where, str], str]) -> list[tuple[str, Dispute]]:
        """What a draft says otherwise than the claims in play, the last first; its own claim may yield to one."""
        if self.pool.is_empty or not earlier.candidates:
            return []
        found = []
        stated = _stated(self.held.view(self.read(earlier.path)))
        for c in earlier.candidates:
            id, verdict = stated.get((c.block, c.start), ("", "agrees"))
            rival = own.get((c.at, c.claim), "")
            if verdict != "agrees" and rival in self.proposals and id in self.proposals:
                found.append((id, _dispute(c, verdict)))
                self._yield(rival, self.proposals[id], verdict)
        return found[::-1]

    def _yield(self, rival: str, proposal: Proposal, verdict: str) -> None:
        """Of two figures for one claim keep the one that is credited to someone: ``check`` then reports the other."""
        credited = self.proposals[rival].fact.source.id != TO_DO
        if verdict == "value" and not (credited and proposal.fact.source.id == TO_DO):
            self.pool.hide(self.proposals.pop(rival).number)

    @staticmethod
    def _note(finding: Finding, at: Where, proposal: Proposal) -> None:
        if not any(at == dispute.at for dispute in proposal.disputes):
            proposal.disputes.append(Dispute(at, finding.found, finding.rule))


def _dispute(candidate: Candidate, verdict: str) -> Dispute:
    return Dispute(candidate.at, candidate.claim if verdict in _SAME_FIGURE else candidate.said, verdict)


def alike_drafts(keys: Iterable[FactKey]) -> Iterator[tuple[str, str, bool]]:
    """Ids of proposals that are read as one claim: the later, the earlier, and whether their values differ."""
    approved = [replace(key, fact=replace(key.fact, status="approved")) for key in keys]
    for later, earlier, differ in alike(approved):
        yield later.id, earlier.id, differ


def _fact(id: str, candidate: Candidate, source: Source) -> Fact:
    caveats = tuple(Caveat(_caveat_id(words), say, (words,)) for say, words in candidate.cautions)
    return Fact(
        id, candidate.claim, source, value=candidate.value or None, pair=candidate.pair, caveats=caveats,
        status="draft",
    )  # fmt: skip


def _stated(view: View) -> dict[tuple[int, int], tuple[str, str]]:
    """By block and start: the proposal that a figure or sentence states, and how."""
    stated: dict[tuple[int, int], tuple[str, str]] = {
        (b.context.block, b.figure.start): (b.key.fact.id, b.verdict) for b in view.bindings
    }
    for told in view.statements:
        start = view.reader.reading.block(told.context.block).sentences[told.context.sentence].start
        stated.setdefault((told.context.block, start), (told.key.fact.id, told.verdict))
    return stated


def _caveat_id(words: str) -> str:
    return slug([words])


def _free(id: str, taken: set[str]) -> str:
    number, free = 2, id
    while free in taken:
        free, number = f"{id}-{number}", number + 1
    return free
