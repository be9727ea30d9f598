"""Count what held-out decisions find, report wrongly and bind."""
from __future__ import annotations
from collections import Counter, defaultdict
import os
from linter.claims.decide import Weights
def outcome(r, w: Weights):
    t=w.thresholds
    if not r.agrees:
        z=w.odds("conflict",r.features); return ("conflict",z-t["conflict"]) if z>t["conflict"] else None
    same=w.odds("same",r.features); sc=w.odds("scope",r.features)
    if sc>t["scope"] and r.features.get("equal"): return ("scope",same-t["same"]) if same>t["same"] and same+sc>t["same and scope"] else None
    if same<t["same"] or sc>t["doubt"]: return None
    return ("agrees",same-t["same"])
def count(done):
    n=Counter()
    for draft,w in done:
        for r in draft:
            if r.statement:
                hit=w.odds("statement",r.features)>w.thresholds["statement"]
                k="neighbour " if r.mode else ""
                n[k+"statement want"]+=r.label=="same"; n[k+"statement ok"]+=hit and r.label=="same"; n[k+"statement false"]+=hit and r.label!="same"
        draft=[r for r in draft if not r.statement]
        if not draft: continue
        best={}; want=defaultdict(dict)
        for r in draft:
            o=outcome(r,w)
            if o and (r.place not in best or o[1]>best[r.place][1]): best[r.place]=(o[0],o[1],r)
            if r.mode=="" and r.label in("same","scope"): want[r.place][r.fact]="scope" if r.label=="scope" else "agrees" if r.agrees else "conflict"
        mode=draft[0].mode if draft else ""
        if mode in("value","other"): continue
        for p,x in want.items():
            ks=set(x.values()); k="conflict" if "conflict" in ks else "scope" if "scope" in ks else "agrees"
            n["want "+k]+=1; got=best.get(p)
            if got and got[2].fact in x and (got[0]==k or k=="conflict" and got[0] in ks): n["ok "+k]+=1
            elif got: n[f"{k} as {got[0]}"]+=1
        for p,(o,_,r) in best.items():
            if o=="agrees": n["neighbour agrees"]+= mode!=""; continue
            n["reported" if not mode else "neighbour "+o]+=1
            if not mode: n["right"]+=any(v!="agrees" for v in want.get(p,{}).values())
    return n
def line(n):
    R=(n["ok conflict"]+n["ok scope"])/max(1,n["want conflict"]+n["want scope"]); P=n["right"]/max(1,n["reported"])
    return f"recall {R:.3f} (conflict {n['ok conflict']}/{n['want conflict']} scope {n['ok scope']}/{n['want scope']}) precision {P:.3f} binding {n['ok agrees']/max(1,n['want agrees']):.3f} | scope as agrees {n['scope as agrees']}, neighbours' facts: {n['neighbour conflict']} conflict {n['neighbour scope']} scope {n['neighbour agrees']} agree | statements {n['statement ok']}/{n['statement want']} false {n['statement false']}+{n['neighbour statement false']}"
def report(done):
    by=defaultdict(list)
    for d in done: by[d[0][0].topic].append(d) if d[0] else None
    if os.environ.get("TOPICS"):
        for t in sorted(by): print(f"{t:20}",line(count(by[t])))
    print("all", line(count(done)))
