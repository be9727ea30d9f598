"""Promises in other words than *cure*, *safe* and *guaranteed*: what never happens, whom it always helps.

Each row names the wording of its finding, what it looks for, and an example of it.
"""

from __future__ import annotations

_HARMS = (
    r"(?:bleeding|side[- ]effects?|adverse (?:effects|reactions|events)|complications?|(?:allergic )?reactions?|infections?|relapses?|recurrences?"
    r"|overdoses?|addiction|failures?|rejection|attacks?|seizures?|falls?|scarring|mistakes?|errors?|pregnanc(?:y|ies)|harm|injur(?:y|ies)|damage|blood clots?|clots?)"
)
_REMEDY = (
    r"(?:tablets?|pills?|medicines?|drugs?|treatments?|therap(?:y|ies)|creams?|gels?|ointments?|patch(?:es)?|inhalers?|sprays?|drops|implants?|jabs?|vaccines?|injections?"
    r"|supplements?|vitamins?|diets?|remed(?:y|ies)|tea|oil|methods?|plans?|programmes?|programs?|procedures?|operations?|tests?|scans?|kits?|devices?)"
)
_TEST = r"(?:test|scan|kit|device|method|meter|monitor|screening|result|diagnosis|check|calculator|app)"
_EFFECTS = (
    rf"(?:{_HARMS}|hypos?|hypoglyc(?:a?emia|a?emic)|low\s+blood\s+sugar|nausea|sickness|vomiting|drowsiness|sleepiness|dizziness|constipation|diarrho?ea|headaches?|weight\s+gain"
    r"|rash(?:es)?|ulcers?|bleeds?|dependence|tolerance|withdrawal|palpitations|cramps|insomnia|swelling|problems?|trouble)"
)
_RECOVERS = r"(?:gets?\s+(?:better|well)|recovers?|(?:is|are)\s+cured|benefits?|improves?|loses?\s+weight|sleeps?\s+better|feels?\s+better|stops?\s+\w+ing)"
_TAKES = r"(?:takes?|uses?|tries|tried|follows?|wears?|has|have|gets?|joins?|joined)"
_FOR_GOOD = r"(?:for\s+good|forever|permanently|once\s+and\s+for\s+all|(?:in|for)\s+(?:all|every)\s+(?:single\s+)?(?:people|patients?|persons?|cases?|adults|children|women|men|users?))"


def promises(ills: str) -> tuple[tuple[str, str, str], ...]:
    """Rows of wording, pattern and example. ``ills`` matches what people have."""
    return (
        ("", rf"\b{_HARMS}\s+(?:will|can|could)\s+(?:never|not)\s+(?:occur|happen|come\s+back|return|recur)\b", "bleeding will never occur"),
        ("", rf"\b(?:{ills}|hair\s+loss|wrinkles|snoring|thrush|cystitis|cellulite)\s+(?:attacks?\s+)?will\s+never\s+(?:occur|happen|come\s+back|return|recur)\b", "asthma attacks will never happen"),
        ("", rf"\byou(?:\s+will|'ll)\s+never\s+(?:again\s+)?(?:have|get|suffer|suffer\s+from|catch|feel|experience|need)\s+(?:(?:another|any|an?|the)\s+)?(?:\w+\s+)?(?:{ills}|{_HARMS})\b", "you will never have another migraine"),
        ("", rf"\b(?:{_REMEDY}|it|this|that|they|these)\s+always\s+works?(?=\s*(?:[.,;!]|$|for\b|within\b))", "the tablets always work"),
        ("", rf"\b(?:everyone|everybody|every\s+(?:single\s+)?(?:patient|person|user|woman|man|child)|all\s+(?:patients|people|users))\s+(?:who|that)\s+{_TAKES}\s+[^.;,]{{2,40}}?\s+{_RECOVERS}\b", "everyone who takes it gets better"),
        ("", rf"\b(?:eliminates?|reverses?|banishes|ends?|erases?|eradicates?|wipes?\s+out|gets?\s+rid\s+of|relieves?|fixes)\s+(?:your\s+|the\s+)?{ills}\s+{_FOR_GOOD}\b", "eliminates diabetes for good"),
        ("", rf"\b(?:be|rest|feel)\s+(?:certain|sure|assured|confident)\s+(?:that\s+)?(?:it|this|they|you|the\s+{_REMEDY})(?:\s+will|'ll)\s+(?:definitely\s+)?(?:work|help|recover|heal|be\s+(?:safe|cured|protected|fine))\b", "be certain that it will work"),
        ("", rf"\b{_TEST}\s+(?:is|are)\s+(?:never\s+wrong|always\s+(?:right|correct|accurate|reliable))\b(?!\s+to\b)", "the test is never wrong"),
        ("", r"\b(?:foolproof|fail-?safe|infallible|failproof)\b", "foolproof"),
        ("", r"\b(?:has|have|with)\s+a\s+(?:100%|100 percent|100 per cent|perfect)\s+(?:success|cure|safety|survival)\s+(?:rate|record)\b", "has a 100% success rate"),
        ("", r"\bwill\s+(?:definitely|certainly|undoubtedly|always|surely)\s+(?:work|cure|heal|help|protect|prevent|stop|fix|save)\b", "will definitely work"),
        ("", rf"\b(?:{_REMEDY}|it|this|that|they)\s+(?:has|have)\s+never\s+failed\b|\b(?:is|are)\s+always\s+(?:successful|safe|painless)\b(?!\s+to\b)", "it has never failed"),
        ("", r"\ball\s+(?:of\s+)?(?:our\s+|the\s+)?(?:patients|people|users|children|women|men)\s+(?:will\s+)?(?:recover|heal|survive|get\s+(?:better|well))\s*(?:fully|completely|in\s+full|[.!])", "all patients recover fully"),
        ("", rf"\bwill\s+(?:completely|totally|permanently)\s+(?:get\s+rid\s+of|remove|eliminate|clear|reverse|heal|fix|end|banish)\s+(?:your\s+|the\s+|all\s+)?{ills}\b", "will completely get rid of psoriasis"),
        ("", r"\b(?:kills|stops|destroys|blocks|removes)\s+(?:all|every|100%\s+of(?:\s+all)?)\s+(?:known\s+|harmful\s+)?(?:germs?|virus(?:es)?|bacteria|toxins?|allergens?)\b", "kills all germs"),
        ("", r"\b(?:(?<!\bI )(?<!\bto )works?|cures|heals|kills|(?<!\bto )relieves?|prevents|protects|destroys)\b(?:\s+[\w'-]+){0,4},?\s+(?:each\s+and\s+)?every\s+(?:single\s+)?time(?=\s*[.,;!])", "kills every germ, every time"),
        ("", r"\b(?:they|tablets|pills|capsules|drops|medicines|creams|remedies|treatments)\s+(?:\w+ly\s+)?work\s+for\s+(?:absolutely\s+)?every(?:one|body)\b|\b(?:has|have)\s+(?:no|zero)\s+side[- ]effects?\s+(?:and|or\s+\w+\s+and)\s+works?\s+for\s+every(?:one|body)\b", "they work for everyone"),
        ("safe", r"\b(?:completely|totally|entirely|absolutely|100%)\s+painless\b|\bnothing\s+to\s+(?:fear|lose)\s+from\s+(?:this|the)\b", "totally painless"),
        ("safe", r"\b(?:anyone|everyone|everybody)\s+can\s+(?:safely\s+take|take|use)\s+(?:it|this|them)\s+(?:safely|without\s+(?:any\s+)?(?:risk|worry|danger))", "anyone can take it safely"),
    )  # fmt: skip


def denials(ills: str) -> tuple[tuple[str, str, str], ...]:
    """Rows of promises that are made by denying: 'no risk at all'. A *no* before them is their own."""
    return (
        ("effects", r"\bthere(?:'s|\s+is|\s+are)\s+(?:absolutely\s+|simply\s+)?(?:no|zero)\s+(?:known\s+)?(?:side[- ]effects?|risks?|dangers?|downsides?|harms?)\s*(?:at\s+all|whatsoever|of\s+any\s+kind|with\s+(?:this|the|our)\b|(?:in|from|when)\s+(?:tak|us)ing\b)", "there is no risk at all"),
        ("effects", rf"(?:^|(?<=[.;:!?]\s)|(?<=\bthat\s)|(?<=\band\s)){_HARMS}\s+(?:simply\s+|just\s+)?(?:do|does|did)(?:\s+not|n't)\s+(?:occur|happen|exist)(?=\s*(?:[.,;!]|$|with\b|on\b|if\s+you\b))", "side effects simply do not occur"),
        ("effects", rf"(?:^|(?<=[.;:!?]\s)|(?<=\bthat\s)|(?<=\band\s)){_HARMS}\s+(?:(?:never|cannot|can't)\s+(?:occur|happen)(?=\s*(?:[.,;!]|$|with\b))|(?:is|are)\s+(?:unheard\s+of|unknown\s*[.;]))", "complications never occur"),
        ("safe", rf"\bimpossible\s+to\s+(?:overdose|(?:become|get)\s+(?:addicted|dependent))\b|\byou\s+(?:cannot|can't|will\s+not|won't|will\s+never|can\s+never)\s+(?:become|get|be)\s+(?:addicted|hooked|dependent)\b|\bmakes?\s+{_HARMS}\s+impossible\b|(?:^|(?<=[.;:!?]\s)){_HARMS}\s+(?:is|are)\s+impossible\b", "impossible to overdose"),
        ("", rf"\bthere(?:'s|\s+is)\s+(?:absolutely\s+)?no\s+chance\s+(?:of\s+(?:getting\s+)?|that\s+you(?:\s+will|'ll)\s+(?:get\s+)?)(?:pregnant|addicted|hurt|caught|{_HARMS}|{ills})\b", "there's no chance of getting pregnant"),
        ("", rf"\b(?:nobody|no\s+one)\s+who\s+(?:takes|uses|gets|got|has\s+had|had|follows)\s+(?:it|this|them|the\s+(?:jab|vaccine|{_REMEDY}))\s+(?:ever\s+)?(?:catches|gets|develops|dies|relapses|falls\s+ill|suffers)\b", "nobody who gets the jab catches"),
        )  # fmt: skip


def worded() -> tuple[tuple[str, bool, str, str, str], ...]:
    """More of both, each with a word that a text must have to hold it: the word, whether it denies, wording, pattern, example."""
    return (
        ("never", False, "", r"\byou(?:\s+will|'ll)\s+never\s+(?:get|have|catch|suffer(?:\s+from)?|feel)\s+(?:[\w'-]+\s+){1,3}again\b", "you will never get shingles again"),
        ("never", False, "", rf"\b(?:{_REMEDY}|it|this|that|they|which|we|(?:our|the)\s+(?:surgeons|doctors|nurses|team|experts))\s+never\s+(?:fails?|misses|lets?\s+you\s+down|goes?\s+wrong|makes?\s+(?:a\s+)?mistakes?|gets?\s+it\s+wrong|causes?\s+(?:any\s+)?{_HARMS}|hurts?|harms?)\b", "the kit never misses"),
        ("never", False, "effects", rf"\b(?P<drug>[a-z][\w-]{{3,}})\s+(?:(?:can|will)\s+)?never\s+(?:causes?|leads?\s+to|brings?\s+on|produces?|triggers?)\s+(?:any\s+)?(?:[\w'-]+\s+){{0,2}}?{_EFFECTS}\b", "glargine never causes night-time hypos"),
        ("", False, "", rf"\b(?:{_REMEDY}|{_TEST}|it|this|they)\s+(?:can(?:not|'t|\s+never)|could\s+not|will\s+never|won't\s+ever)\s+(?:possibly\s+)?(?:fail|miss\s+(?:an?|any)\b|go\s+wrong|be\s+wrong|harm\s+(?:you|your|anyone|anybody|them)|hurt\s+(?:you|your|anyone|anybody))", "the scan cannot miss a tumour"),
        ("ly ", False, "safe", r"\b(?:entirely|completely|totally|wholly|absolutely|perfectly|utterly)\s+(?:without|free\s+(?:of|from))\s+(?:any\s+)?(?:danger|risks?|side[- ]effects?|harm|complications?|pain)\b", "entirely without danger"),
        ("only", False, "", r"\b(?:is|are|was)\s+the\s+only\s+(?:treatment|cure|drug|medicine|way|method|remedy|therapy|diet|thing|cream|product)\s+that\s+(?:really\s+|actually\s+|truly\s+)?works\b", "is the only treatment that works"),
        ("", False, "", r"\b(?:all|each|every\s+one)\s+(?:of\s+)?(?:our\s+|the\s+|these\s+|those\s+)?(?:patients?|people|users|children|women|men|clients|customers)\s+(?:(?:are|is|were|was|will\s+be|get|gets|become|becomes)\s+(?:completely\s+|fully\s+)?(?:cured|healed|saved|pain-free|symptom-free|well)|benefits?\b|improves?\b|responds?\b|recovers?\b)", "all patients are cured"),
        ("every", False, "", r"\bevery\s+(?:single\s+)?(?:patient|person|user|child|woman|man|client|customer)\s+(?:is\s+cured|gets\s+better|recovers|benefits|responds|improves|will\s+(?:recover|benefit|respond|improve|get\s+better))\b", "every patient recovers"),
        ("", False, "", r"\b(?:works|helps|succeeds|is\s+effective|cures|heals)\s+(?:without\s+fail|no\s+matter\s+(?:what|who|how)|in\s+(?:all|every|100\s?(?:%|per\s?cent)\s+of)\s+(?:single\s+)?(?:cases?|patients?|people))\b", "works without fail"),
        ("ever", True, "safe", r"\b(?:nobody|no[- ]one|no\s+(?:patient|person|child|user|woman|man|customer))\s+(?:has|have|had)\s+ever\s+(?:had|suffered|developed|reported|experienced|got|complained\s+of)\s+(?:an?\s+|any\s+)?(?:(?:bad|allergic|serious|single|adverse)\s+)*(?:side[- ]effects?|reactions?|problems?|complications?|harm|infections?|pain)\b", "nobody has ever had a bad reaction"),
        ("feel", True, "safe", r"\byou\s*(?:will|'ll|won't|wo)\s*(?:not\s+|never\s+)?feel\s+(?:a\s+thing|anything|no\s+pain(?:\s+at\s+all)?|nothing|any\s+pain)\b", "you will not feel a thing"),
        ("", True, "effects", r"\b(?:has|have|with|comes?\s+with|carr(?:y|ies)|pos(?:e|es)|involves?)\s+(?:absolutely\s+|simply\s+)?(?:no|zero)\s+(?:known\s+)?(?:side[- ]effects?|risks?|dangers?|downsides?|harms?)\s*(?:at\s+all|whatsoever|of\s+any\s+kind|[.!]|$)", "carries no risk at all"),
    )  # fmt: skip
