"""Whether a record's text says that those who take part pay.

Only said outright counts: "self-funded" must stand within three words of patients or
participants (a student's study is self-funded too), and a denied charge is none.
"""

import re

from trials.reading.quoting import quote_around

_PEOPLE = r"(?:patients?|participants?|subjects?|individuals?|volunteers?)"
_FUNDED = r"(?:self|patient|participant)[\s-]+(?:funded|sponsored|paid|pay|financed)"
_GAP = r"(?:[\W_]+\w+){0,3}?[\W_]+"
_PAID = re.compile(
    rf"\b{_FUNDED}{_GAP}{_PEOPLE}\b|\b{_PEOPLE}{_GAP}{_FUNDED}\b|"
    r"\b(?:patient|participant)[\s-]+(?:funded|sponsored)\b|"
    r"\bpay[\s-]+to[\s-]+participate\b|"
    rf"\b{_PEOPLE}(?:\s+\w+){{0,2}}?\s+(?:will|must|shall|have\s+to|are\s+required\s+to|"
    r"are\s+expected\s+to|need\s+to)\s+(?:\w+\s+){0,2}?"
    r"(?:pay|be\s+charged|cover\s+the\s+costs?|bear\s+the\s+costs?)\b|"
    rf"\b(?:paid|funded)\s+by\s+(?:the\s+|each\s+)?{_PEOPLE}\b|"
    rf"\bat\s+(?:the\s+)?{_PEOPLE}['’]?s?['’]?\s+(?:own\s+)?(?:cost|expense)\b",
    re.IGNORECASE,
)
_MONEY = ("pay", "paid", "fund", "sponsor", "financ", "charg", "cost", "expens")
"""One of these stands in whatever _PAID finds."""
_NOT_PAID = re.compile(
    r"\b(?:not|no|never|without|nor|neither|none|cannot|nobody)\b|n['’]t\b|\bnot?-|"
    r"\b(?:pay|paid)\s+(?:\w+\s+){0,2}?attention\b|\bself[\s-]+pay\s+(?:rate|status)|\bcohort\b|"
    r"\bphones?\b|\binsurance\b",
    re.IGNORECASE,
)
_NEAR = 120
_END = re.compile(r"[.;!?\n]")


def payment_in(text: str) -> str:
    """The words that say that people pay; "" where the text doesn't say so, or denies it."""
    folded = text.casefold()
    if not any(word in folded for word in _MONEY):
        return ""
    for found in _PAID.finditer(text):
        before = _END.split(text[max(0, found.start() - _NEAR) : found.start()])[-1]
        after = _END.split(text[found.end() : found.end() + _NEAR])[0]
        if not _NOT_PAID.search(f"{before}{found[0]}{after}"):
            return quote_around(text, found.start(), found.end())
    return ""
