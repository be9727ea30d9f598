"""Facts changed on purpose, so that copy which states them rightly states them wrongly, or of something else."""
from __future__ import annotations
import random, re
from dataclasses import replace
from linter.claims.key import compile_fact, kind_of
from linter.language.lexicon import builtin
from linter.model import FactsFile

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
def other_number(text, rng):
    """The figure with other digits, the same form."""
    def change(m):
        s = m.group(); plain = s.replace(",", ""); dec = len(plain.partition(".")[2]); v = float(plain)
        if v == 0: return s
        for _ in range(20):
            f = rng.choice([0.5, 0.6, 0.7, 0.8, 0.9, 1.1, 1.2, 1.35, 1.5, 1.8, 2.0])
            w = round(v * f, dec)
            if v >= 10 and not dec and v % 5 == 0: w = round(w / 5) * 5
            if dec == 0: w = int(round(w))
            if w != v and w > 0: break
        else: return s
        out = f"{w:,.{dec}f}" if "," in s else f"{w:.{dec}f}"
        return out
    k = rng.random()
    new = NUMBER.sub(change, text)
    return new if new != text else None

WORDS = "nurses readers horses teachers drivers soldiers dogs farmers students pilots villagers bakers customers voters tourists prisoners miners cyclists".split()
RESTRICT = ["in women", "in men", "in children", "in Japan", "in Scotland", "among smokers", "in people over 65", "after surgery", "in people with diabetes", "in pregnant women", "in the first month", "among hospital patients", "in severe cases", "in rural areas", "among twins", "in people aged 40 to 49", "who drink coffee", "within 2 years", "in Europe", "with kidney failure", "in newborns"]
POP = ["women","men","children","adults","older adults","teenagers","newborns","nurses","smokers","pregnant women","readers","students","athletes","relatives","doctors","donors"]

def value_facts(facts: FactsFile, seed: int, lexicon) -> FactsFile:
    rng = random.Random(seed); new = {}
    keys = {f.id: compile_fact(f, lexicon) for f in facts.facts.values()}
    for fact in facts.facts.values():
        key = keys[fact.id]; fig = key.figure
        if fig is None or fig not in key.reading.figures: new[fact.id] = fact; continue
        old = fact.claim[fig.start:fig.end]; text = None
        if rng.random() < 0.4:
            same = [k for k in keys.values() if k is not key and k.figure is not None and k.figure in k.reading.figures and k.figure.dimension == fig.dimension and k.figure.kind == fig.kind and k.figure.unit == fig.unit and k.figure.bounds != fig.bounds and k.figure.is_range == fig.is_range]
            if same:
                o = rng.choice(same); text = o.fact.claim[o.figure.start:o.figure.end]
        if text is None: text = other_number(old, rng)
        if text is None: new[fact.id] = replace(fact, status="withdrawn"); continue
        claim = fact.claim[:fig.start] + text + fact.claim[fig.end:]
        new[fact.id] = replace(fact, claim=claim, value=text if fact.value else None, superseded=())
    return replace(facts, facts=new)

def scope_facts(facts: FactsFile, seed: int, lexicon, vocabulary) -> tuple[FactsFile, dict[str, str]]:
    """Every fact with one thing changed in what it is of; what was done by id."""
    rng = random.Random(seed); new = {}; done = {}
    by_kind = {}
    for c, k in lexicon.kinds.items(): by_kind.setdefault(k, []).append(c)
    for v in by_kind.values(): v.sort()
    for fact in facts.facts.values():
        key = compile_fact(fact, lexicon); fig = key.figure
        if fig is None: new[fact.id] = fact; continue
        claim = fact.claim
        options = []
        for n in key.needs:
            if n.weak or n.kind in ("light", "generic") or not claim[n.start:].startswith(n.text): continue
            options.append(n)
        r = rng.random(); out = how = None
        if r < 0.22 or not options:
            body = claim.rstrip(". "); out = f"{body} {rng.choice(RESTRICT)}."; how = "restrict"
        else:
            n = rng.choice(options)
            if r < 0.35 and n.kind in ("population", "place", "stage") :
                rest = claim[n.start + len(n.text):]; pre = claim[:n.start]
                pre = re.sub(r"\b(?:in|of|among|for|with) (?:the )?$", "", pre)
                out = pre.rstrip() + " " + rest.lstrip() if pre.strip() else None; how = "dropped " + n.kind
            if out is None:
                if n.kind == "unknown":
                    if re.search(r"(ly|ed|ing|s)$", n.text) and rng.random() < 0.5: w = rng.choice(WORDS)
                    else: w = rng.choice(vocabulary)
                elif n.kind == "population": w = rng.choice(POP)
                else: w = rng.choice(by_kind.get(n.kind) or vocabulary)
                concept = lexicon.concept_of(w) or w
                if concept in key.concepts or any(a in n.readings for a in lexicon.ancestors(concept)) or any(concept in lexicon.ancestors(x) for x in n.readings): new[fact.id] = replace(fact, status="withdrawn"); continue
                out = claim[:n.start] + w + claim[n.start + len(n.text):]; how = "swap " + n.kind
        if fact.value is None and compile_fact(replace(fact, claim=out), lexicon).figure is None: new[fact.id] = replace(fact, status="withdrawn"); continue
        new[fact.id] = replace(fact, claim=out); done[fact.id] = how
    return replace(facts, facts=new), done
