"""Words of a promise in another sense: a loan that is guaranteed, a chat that is completely safe."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple


class Sense(NamedTuple):
    """Where the words around a claim make it another one."""

    found: str
    """What the claim must say (a pattern)."""
    where: Literal["before", "after", "sentence"]
    """Where the pattern is looked for: up to the claim, from its end on, or anywhere in its sentence."""
    pattern: str
    example: str


SENSES = (
    Sense(r"effective", "sentence", r"\babst(?:inence|ain\w*)\b", "Abstinence is 100% effective."),
    Sense(r"", "sentence", r"\b(?:in|on) (?:theory|paper|principle)\b|\btheoretically\b", "In theory it is completely safe."),
    Sense(r"safe|harmless", "before", r"\b(?:you|we|they|feel\w*|keep\w*|data|information|details|records?|payments?|accounts?|chats?|conversations?|messages?|homes?|scene)(?:\s+(?:you|yourself|is|are|be|stay))*(?:'re)?\s+$", "You are completely safe here."),
    Sense(r"safe|harmless", "after", r"^\s+(?:for|in) (?:most|many|the majority|almost|nearly)\b", "It is completely safe for most people."),
    Sense(r"safe|harmless", "after", r"^[^.;]{0,40}\bwhen (?:it is |they are |properly )?(?:done|performed|given|carried out|administered|stored|followed)\b", "It is perfectly safe when done by a nurse."),
    Sense(r"no (?:risk|danger|threat)", "before", r"\b(?:contact|touch\w*|sharing|hug\w*|kiss\w*|shaking hands|exposure|sitting|talking)\b[^.;]{0,40}$", "Casual contact poses no risk."),
    Sense(r"infection$", "after", r"^\s+(?:from|because|by|through|when|as)\b", "There is no risk of infection from a dead virus."),
    Sense(r"cure", "after", r"^\s+rates?\b[^.;]*\b(?:reported|seen|observed|mice|rats|animals|patients|participants|stud(?:y|ies)|trials?)\b", "A 100% cure rate was seen in mice."),
    Sense(r"never fails?", "after", r"^\s+to\s+(?!work|cure|heal|help|relieve|prevent|detect|protect|find)\w+|^\s+(?:silently|me|us)\b", "It never fails to amaze me."),
    Sense(r"side[- ]effects?", "sentence", r"\b(?:read-only|idempotent|stateless|pure function|in memory|API call|tool call)\b", "Read-only; no side effects."),
    Sense(r"safe|effective|reliable|harmless", "sentence", r"\b(?:cach(?:e|ing)|browsers?|files?|scripts?|servers?|production|retr(?:y|ies)|API|software|database|backups?|photos|images|HTML|chips|model layer|spam|filter)\b", "Static file caching: 100% effective."),
    Sense(r"(?:cannot|can't) fail$", "after", r"^\s+to\s", "He cannot fail to tell her."),
    Sense(r"guaranteed", "sentence", r"\b(?:algorithms?|iterative\w*|solvers?|optimi[sz]ers?|converge\w*|samplers?|API)\b", "The algorithm is guaranteed to provide an estimate."),
    Sense(r"guarantee", "before", r"\b(?:loans?|mortgages?|places?|spots?|seats?|beds?|rights?|access|benefits?|payments?|incomes?|salar(?:y|ies)|pay|wages?|confidentiality|privacy|anonymity|secrecy|acceptance|eligibility|enrol?lment|renewal|refunds?|prices?|rates?|jobs?|leave|appointments?|delivery|availability|employment|freedoms?|services?|coverage|insurance)(?:\s+[\w-]+){0,3}\s+$", "Your place is guaranteed."),
    Sense(r"guarantee", "after", r"^\s+(?:renewable|issue|acceptance|rate|income|return|minimum)\b", "Policies are guaranteed renewable."),
    Sense(r"guarantee", "after", r"^\s+(?:by|under|in)\s+(?:\w+\s+){0,2}(?:law|constitution|government|state|VA|FDIC|company|insurer|act|charter|employer|treaty|contract)\b", "The right is guaranteed by law."),
    Sense(r"guarantee\w*\s+(?:that\s+)?(?:you|your)", "after", r"^\s*(?:(?:will|can|are|get|always)\s+)*(?:be\s+)?(?:seen|contacted|offered|called|answered|admitted|heard|paid|booked|access|a (?:place|bed|spot|reply|response|callback|visit))\b", "We guarantee that you will be seen within 4 hours."),
    Sense(r"miracul\w+ recovery", "before", r"\b(?:made|makes|making|had)\s+(?:an?|his|her|their)\s+(?:\w+\s+)?$", "He made a miraculous recovery."),
    Sense(r"miracle|wonder", "before", r"\b(?:was|were|hailed|dubbed|billed|regarded|touted|once|so-called|search\w*)\b[^.;]{0,40}$", "It was hailed as a wonder drug."),
    Sense(r"cures?", "after", r"^\s+(?:in|for)\s+(?:most|many|some|about|around|up to|nearly|almost|more than|over|the majority|\d)", "It cures the infection in most people."),
    Sense(r"cures?", "before", r"\b(?:usually|often|generally|typically|almost always|mostly|sometimes)\s+$", "Treatment usually cures the infection."),
    Sense(r"no side effects", "sentence", r"\btolerat\w+|\bden(?:y|ies|ied)\b|\breports?\b|\breported\b|\bendors\w+|\bnoted\b|\b[Pp]ts?\b", "Tolerating it well, no side effects."),
    Sense(r"hurts?$", "after", r"^\s*(?:$|[.,;!?]|to\b|a\b|at all\b|if\b|too\b|much\b)", "It never hurts to ask."),
    Sense(r"(?:harms?|hurt)(?:\s+(?:you|anyone|anybody))?$", "after", r"^\s+(?:you\s+|anyone\s+)?to\s", "It cannot harm you to ask."),
    Sense(r"accurate|reliable", "after", r"^\s+(?:records?|notes?|data|information|histor(?:y|ies)|documentation|accounts?|lists?|answers?)\b", "Keep completely accurate records."),
    Sense(r"guaranteed", "sentence", r"\bguaranteed to (?:fail|lose|disappoint|upset|annoy|irritate|spread|happen)\b", "A crash diet is guaranteed to fail."),
    Sense(r"guarantees?\s+(?:that\s+)?you", "after", r"^\s+(?:an?\s+(?:place|bed|spot|seat|job)|have\s+(?:time|access|space))\b", "This guarantees you a place."),
    Sense(r"protected", "after", r"^\s+(?:by|under)\s+(?:\w+\s+){0,2}(?:HIPAA|GDPR|laws?|act|polic(?:y|ies)|encryption|privacy|copyright|legislation)\b", "You are fully protected by law."),
    Sense(r"protected", "before", r"\b(?:data|information|details|records?|privacy|rights?)\s+$", "Your data are fully protected."),
    Sense(r"treats? (?:all|every|any)", "before", r"\b(?:clinics?|hospitals?|cent(?:er|re)s?|units?|departments?|teams?|doctors?|Dr\.? \w+|practices?|we|specialists?|surgeons?|physicians?|nurses?|therapists?|services?|institutes?|who|he|she|they)\s+(?:\w+\s+)?$", "The clinic treats all types of cancer."),
    Sense(r"miracle|wonder|cure-all", "sentence", r"\bsnake[- ]oil\b|\bdebunk\w*\b", "It was a snake-oil cure-all."),
    Sense(r"^(?:kills|destroys|removes)\b(?!.*\btime$)", "before", r"\b(?:heat|boiling|bleach|autoclav\w*|steril\w*|steam|cooking|pasteuri[sz]\w*|irradiat\w*|fire|disinfect\w*|incinerat\w*|soap)\b[^.;]{0,40}$", "Boiling kills all germs."),
    Sense(r"never miss", "after", r"^\s*(?:\w+\s+)?(?:days?|doses?|beats?|appointments?|meals?|class(?:es)?|sessions?|shifts?|chances?|opportunit(?:y|ies)|periods?|nights?|workouts?|steps?|deadlines?|games?|birthdays?)\b", "She never misses a day."),
    Sense(r"foolproof|fail-?safe", "after", r"^\s+(?:mechanisms?|modes?|features?|designs?|systems?|valves?|alarms?|recipes?|guides?|lids?|cap)\b", "The pump has a fail-safe mechanism."),
    Sense(r"", "after", r"^[\"'”’]*\s+(?:is|are)\s+(?:a\s+)?(?:red flags?|warning signs?)\b", "'Guaranteed cure' is a red flag."),
    Sense(r"\bdid(?:\s+not|n't)\s+(?:occur|happen)$", "after", r"", "Complications did not occur."),
    Sense(r"^will (?:definitely|certainly|undoubtedly|always|surely)", "before", r"\b(?:I|we|they|you|staff|nurses?|teams?|doctors?|GPs?|midwi\w+|carers?|counsell?ors?|pharmacists?|someone|friends?|famil(?:y|ies)|people)\s+$", "We will always help."),
    Sense(r"always works?$", "after", r"^\s+(?:out|best|late|early|in|with|as|at|together|hard|from|on|alone|long|for (?:them|him|her|us|me))\b", "It always works out."),
    Sense(r"better$", "after", r"^\s+(?:at|and)\b", "Everyone who takes part gets better at it."),
    Sense(r"no (?:chance|risk)", "after", r"^\s+(?:after|if|when|unless|until|while|once|during)\b", "There is no chance of pregnancy after the menopause."),
    Sense(r"", "before", r"\b(?:likely|appears?|seems?|thought|believed|expected)\s+to\s+(?:be\s+|have\s+)?$", "It is likely to pose no risk."),
    Sense(r"(?:harm|pain)less$", "before", r"\b(?:murmurs?|moles?|floaters?|cysts?|lumps?|spots?|rash(?:es)?|conditions?|warts?|birthmarks?|(?:skin )?tags?|bumps?|twitch\w*|palpitations?|ectopics?|noises?|growths?|lesions?|nodules?|symptoms?|variants?|findings?|virus(?:es)?|bacteria|polyps?|ulcers?|chancres?|sores?|swellings?|mass(?:es)?|nodes?|bleed\w*|freckles?|hiccups?|snoring|insects?|spiders?|snakes?)\b[^.;]*$", "Floaters are completely harmless."),
    Sense(r"(?:harm|pain)less$", "before", r"\b(?:usually|often|mostly|generally|normally|typically|most of the time)\s+$", "It is usually completely harmless."),
    Sense(r"^be\b", "before", r"\bto\s+$", "Wear goggles to be fully protected."),
)  # fmt: skip


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], str, re.Pattern[str]], ...]:
    return tuple(
        (re.compile(s.found, re.IGNORECASE), s.where, re.compile(s.pattern, re.IGNORECASE)) for s in SENSES
    )


def has_another_sense(text: str, low: int, high: int, match: re.Match[str]) -> bool:
    """True where a claim's words promise nothing of a treatment. ``low`` and ``high`` bound its sentence."""
    around = {
        "before": text[low : match.start()],
        "after": text[match.end() : high],
        "sentence": text[low:high],
    }
    return any(
        found.search(match.group()) and pattern.search(around[where]) for found, where, pattern in _compiled()
    )
