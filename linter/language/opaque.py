"""What holds digits and is no figure at all: addresses, phone numbers, citations, identifiers, names."""

from __future__ import annotations

from linter.language.money import CODES
from linter.patterns import Pattern

# Every repetition that can fail is bounded, so that the search stays linear on any text.
_ADDRESSES = (
    r"""(?:https?://|www\.)[^\s<>"')\]]+(?<![.,;:!?])""",
    r"""(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+""",
    r"""\b10\.\d{4,9}/[^\s<>"']+""",  # a DOI
    r"""\b(?:[a-z0-9-]{1,40}\.){1,3}(?:com|org|gov|net|edu|int|uk|io)\b(?:/[^\s<>"')\]]*(?<![.,;:!?]))?""",
)
_MONEY = rf"(?:{'|'.join(sorted(CODES)).upper()})\d+(?:\.\d+)?(?![\w-])"
_POWER = r"[xX]10(?=[\^⁰¹²³⁴⁵⁶⁷⁸⁹⁻])"  # 0.5 x10⁹/L
_ALONE = r"(?<![\w.,$£€])"
_PHONES = (
    _ALONE + r"\+?\d{1,3}[ -.]?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b",
    _ALONE + r"\(?\d{3}\)?[ .-]\d{3}[-–]\d{4}\b",
    _ALONE + r"\+\d{1,3}(?:[ ]\(?\d{1,4}\)?){2,5}\b",
    _ALONE + r"(?<!-)1?[2-9]\d\d[2-9]\d{6}(?![\w.,-]\w|\w)",
    _ALONE + r"0\d{2,4}[ ]\d{3,4}[ ]\d{3,4}\b",
    _ALONE + r"1-8\d\d-[\w-]+",
    # the numbers of emergency and help lines
    r"(?:(?<=\bcall[ ])|(?<=\bdial[ ])|(?<=\bring[ ])|(?<=\bphone[ ])|(?<=\btext[ ])|(?<=\bNHS[ ]))"
    r"(?:111|112|101|119|811|911|988|999|000)(?:(?:,[ ]|[ ]or[ ])(?:111|112|911|988|999))*\b(?![.,]?\d|[ ]?%|[ ](?:people|patients|of)\b)",
)
# '1:40' is a titre or a ratio unless a preposition or the hour shows that it is a time of day.
_TIMES = (
    r"\b\d{1,2}(?:[:.]\d{2})?[ ]?[ap]\.?m\b\.?",
    r"(?<![\d:/])\d{1,2}:[0-5]\d:[0-5]\d(?![\d:])",
    r"(?<![\d/])24/7(?![\d/])",
    r"(?:(?<=\bat[ ])|(?<=\bby[ ])|(?<=from[ ])|(?<=until[ ])|(?<=before[ ])|(?<=after[ ]))\d{1,2}:[0-5]\d(?![\d:])",
    r"(?<![\d:/])(?:0\d|[7-9]|1\d|2[0-4]):[0-5]\d(?![\d:])",
)
_CITATIONS = (
    # 395(10223):497-506, where the year stands elsewhere
    _ALONE + r"\d{1,4}\(\d{1,6}(?:[-–]\d{1,6})?\):[ ]?[A-Za-z]?\d{1,6}(?:[-–]\d{1,6})?",
    # 2007;100(5):439-447
    r"\b(?:19|20)\d\d(?:[ ][A-Z][a-z]{2}(?:[ ]\d\d?)?)?;[ ]?\d{1,4}"
    r"(?:\(\d{1,3}\)(?::[ ]?[A-Za-z]?\d{1,6}(?:[-–]\d{1,6})?)?|:[ ]?[A-Za-z]?\d{1,6}(?:[-–]\d{1,6})?)",
    r"\[\d{1,3}(?:[ ]?[,–-][ ]?\d{1,3}){0,40}\]",
    r"(?<=[a-z)]\.)\d{1,3}(?:[,–-]\d{1,3}){0,20}(?=\s+[A-Z]|\s*$)",  # a superscript that lost its height
)
_SPANS_OF_TIME = r"(?:DAY|WEEK|MONTH|YEAR|HOUR|MIN|FOLD|IU|MG|ML|CM|MM|KG|MCG)S?\b"
_IDENTIFIERS = (
    # files and versions
    r"\b[\w.-]{1,60}\.(?:pdf|docx?|xlsx?|jpe?g|png|html?|csv|txt|zip)\b",
    r"\bv\d+(?:\.\d+)+",
    r"\b(?!\d{1,3}(?:\.\d{3})+(?![\d.]))\d+(?:\.\d+){2,}\b(?!%)",
    # registers, lots, post codes, account numbers
    r"\b(?:PMID|PMCID|PMC|DOI|ISBN|ISSN|NCT|ISRCTN|RRID|EudraCT|ICD-10|ICD-9|ICD|NDC):?[ ]?[\w./-]*\d[\w./-]*",
    r"\b(?:(?:lot|batch|model|serial|catalogu?e?)[ ](?:no\.?[ ]|number[ ])?)(?=[\w-]*[A-Za-z])[\w-]*\d[\w-]*",
    r"(?<=,[ ])[A-Z]{2},?[ ]\d{5}(?:-\d{4})?\b",
    r"(?<![\d.,$£€])(?!(?:19|20)\d\d-\d\d?-\d\d?\b|\d\d?-\d\d?-(?:19|20)\d\d\b)\d{1,6}-\d{1,6}-\d{1,6}(?:-\d{1,6}){0,4}(?![\d%-])",
    # genes, proteins, viruses, vitamins: COVID-19, HER2, IL-2, B12, HbA1c, 2q37, 3-MCC, CA 15-3
    r"\b[A-Za-z]\w{0,30}(?:[-–]\w{1,30}){0,3}?[-–](?<=[A-Z0-9][-–])\d+\w*(?:[-–/]\w+)*",
    rf"\b(?![cdkmn]?m[23]\b|{_MONEY}|{_POWER})(?:[A-Z]{{2,12}}\d+|[A-Za-z]\d+)[\w/-]*\b",
    rf"\b(?!{_MONEY}|{_POWER})[A-Za-z]{{1,6}}\d+(?!(?:mg|mcg|g|ml|kg|mm|cm|km|h|hr|min|iu)\b)[A-Za-z]{{1,3}}\d*\b",
    r"\b(?:anti|non|pro|pre|interleukin|omega|caspase|galectin|claudin|keratin|factor)[-–]\d+\b"
    r"(?![-–]?(?:year|month|week|day|h|mg|fold))",
    r"\b\d{1,20}[A-DF-Z]\d\w*\b",
    rf"\b\d{{1,2}}-(?!{_SPANS_OF_TIME})[A-Z]{{2,5}}\b",
    r"\bCA[ ]?(?:15-3|19-9|27[-.]29|72-4|125)\b",
    r"\b4[5-8],X[XYO]{0,3}\b",
    # substances: 5-fluorouracil, 25-hydroxyvitamin D, 6-sulfatase, iodine-131
    r"\b\d{1,2}(?:,\d{1,2}){0,4}'?-(?:(?:di|tri|tetra)?(?:fluoro|hydroxy|mercapto|amino|methyl|methoxy|ethyl|propyl|butyl"
    r"|phenyl|pyrid|chloro|bromo|nitro|oxo|keto|deoxy|carboxy|acetyl|benzyl|androst|alpha|beta|gamma|dihydro|dehydro)[\w-]{0,60}"
    r"|HT\w{0,3}|FU|ASA|MP|TG|HIAA|LO|AR)\b",
    r"\b\d{1,2}(?:,\d{1,2}){0,4}-[a-z]{0,20}(?:ase|phosphate|sulfate|sulphate)\b",
    r"(?i:\b(?:iodine[ -](?:I[ -])?(?:12[345]|131)|technetium[ -](?:Tc[ -])?99m?|cobalt[ -]60|strontium[ -](?:89|90)|radium[ -]22[3-8]"
    r"|c?a?esium[ -]137|fluorine[ -]18|yttrium[ -]90|lutetium[ -]177|carbon[ -]1[1-4]|gallium[ -]6[78])\b(?![ ]?(?:mc?g|µg|%)))",
)
_ROLES = {
    "url": _ADDRESSES,
    "phone": _PHONES,
    "time": _TIMES,
    "citation": _CITATIONS,
    "identifier": _IDENTIFIERS,
}
_OPAQUE = Pattern("|".join(f"(?P<{role}>{'|'.join(patterns)})" for role, patterns in _ROLES.items()))


def opaque_spans(folded: str) -> list[tuple[int, int, str]]:
    """Places of ``folded`` text that hold no figure, in order, with the role that says why."""
    return [(m.start(), m.end(), m.lastgroup or "") for m in _OPAQUE.finditer(folded)]
