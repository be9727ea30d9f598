"""What makes two findings the same one, whatever moved around them."""

from __future__ import annotations

from hashlib import sha256

from linter.results import Finding


def fingerprint(finding: Finding) -> str:
    """A stable name of a finding: its rule, its fact, that fact's value and the sentence.

    A fact without a written value has it in its claim.
    """
    fact = finding.fact
    parts = (
        finding.rule,
        fact.id if fact else "",
        (fact.value or fact.claim) if fact else "",
        finding.sentence,
    )
    return sha256("\0".join(" ".join(part.split()) for part in parts).encode()).hexdigest()[:32]
