"""What holds digits and is no figure at all: addresses, phone numbers, citations, identifiers, names."""

from __future__ import annotations

import re

# Order matters: the longest reading first. Every repetition that can fail is bounded, so that the
# search stays linear on any text.
_OPAQUE = re.compile(
    r"""(?P<url>(?:https?://|www\.)[^\s<>"')\]]+(?<![.,;:!?]) | (?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+ | \b10\.\d{4,9}/[^\s<>"']+
          | \b(?:[a-z0-9-]{1,40}\.){1,3}(?:com|org|gov|net|edu|int|uk|io)\b(?:/[^\s<>"')\]]*(?<![.,;:!?]))? )
      | (?P<phone>(?<![\w.,$£€])\+?\d{1,3}[ -.]?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b
          | (?<![\w.,$£€])\(?\d{3}\)?[ .-]\d{3}[-–]\d{4}\b
          | (?<![\w.,$£€])\+\d{1,3}(?:[ ]\(?\d{1,4}\)?){2,5}\b
          | (?<![\w.,$£€-])1?[2-9]\d\d[2-9]\d{6}(?![\w.,-]\w|\w)
          | (?<![\w.,$£€])0\d{2,4}[ ]\d{3,4}[ ]\d{3,4}\b | (?<![\w.,$£€])1-8\d\d-[\w-]+ )
      | (?P<time>\b\d{1,2}(?:[:.]\d{2})?[ ]?[ap]\.?m\b\.? | (?<![\d:/])\d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d:]) )
      | (?P<citation>\[\d{1,3}(?:[ ]?[,–-][ ]?\d{1,3}){0,40}\]
          | (?<=[a-z)]\.)\d{1,3}(?:[,–-]\d{1,3}){0,20}(?=\s+[A-Z]|\s*$) )
      | (?P<identifier>\b[\w.-]{1,60}\.(?:pdf|docx?|xlsx?|jpe?g|png|html?|csv|txt|zip)\b | \bv\d+(?:\.\d+)+
          | \b(?:PMID|PMCID|PMC|DOI|ISBN|ISSN|NCT|ISRCTN|RRID|EudraCT|ICD-10|ICD-9|ICD|NDC):?[ ]?[\w./-]*\d[\w./-]*
          | \b(?:(?:lot|batch|model|serial|catalogu?e?)[ ](?:no\.?[ ]|number[ ])?)(?=[\w-]*[A-Za-z])[\w-]*\d[\w-]*
          | \b[A-Za-z]\w{0,30}(?:[-–]\w{1,30}){0,3}?[-–](?<=[A-Z0-9][-–])\d+\w*(?:[-–/]\w+)*
          | \b(?![cdkmn]?m[23]\b)(?:[A-Z]{2,12}\d+|[A-Za-z]\d+)[\w/-]*\b | \b[A-Za-z]{1,6}\d+[A-Za-z]{1,3}\d*\b
          | \b(?:anti|non|pro|pre|interleukin|omega|caspase|galectin|claudin|keratin|factor)[-–]\d+\b(?![-–]?(?:year|month|week|day|h|mg|fold))
          | \bCA[ ]?(?:15-3|19-9|27[-.]29|72-4|125)\b | \b[A-Z]{2},?[ ]\d{5}(?:-\d{4})?\b
          | \b\d{1,2}(?:,\d{1,2}){0,4}'?-(?:(?:di|tri|tetra)?(?:fluoro|hydroxy|mercapto|amino|methyl|methoxy|ethyl|propyl|butyl|phenyl
              |pyrid|chloro|bromo|nitro|oxo|keto|deoxy|carboxy|acetyl|benzyl|androst|alpha|beta|gamma|dihydro|dehydro)[\w-]{0,60}
              |HT\w{0,3}|FU|ASA|MP|TG|HIAA|LO|AR)\b
          | \b(?!\d{1,3}(?:\.\d{3})+(?![\d.]))\d+(?:\.\d+){2,}\b(?!%) | \b\d{1,20}[A-DF-Z]\d\w*\b
          | (?<![\d.,$£€])(?!(?:19|20)\d\d-\d\d?-\d\d?\b|\d\d?-\d\d?-(?:19|20)\d\d\b)\d{1,6}-\d{1,6}-\d{1,6}(?:-\d{1,6}){0,4}(?![\d%-]) )""",
    re.VERBOSE,
)


def opaque_spans(folded: str) -> list[tuple[int, int, str]]:
    """Places of ``folded`` text that hold no figure, in order, with the role that says why."""
    return [(m.start(), m.end(), m.lastgroup or "") for m in _OPAQUE.finditer(folded)]
