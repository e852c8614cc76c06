"""One spelling for the many ways of writing a place's name, used when loading and when asking."""

import re
import unicodedata

from trials.records.countries import plain_name

_LONG_FORMS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_SHORT_FORMS = re.compile(rf"\b(?:{'|'.join(_LONG_FORMS)})\b")
_UMLAUT_PAIRS = re.compile("(?<=[aou])e")
_LEAD_INS = re.compile(
    r"^(?:near|in|around|greater|ciudad(?: autonoma)?(?: de)?|(?:the )?(?:city|town|village) of)"
    r" (?=\w)"
)
_TAILS = re.compile(r"(?<=\w) (?:city|town|village|area|metro|metropolitan area|region)$")
_LONGEST = 100


def fold(text: str) -> str:
    """'St. Louis' and 'Saint-Louis' -> 'saint louis'; 'Köln' -> 'koln'; '' where no letter is."""
    plain = plain_name(text)
    return _SHORT_FORMS.sub(lambda found: _LONG_FORMS[found[0]], plain)


def clean(text: str) -> str:
    """What somebody typed, at most 100 characters, without what no database can hold."""
    sendable = text[:_LONGEST].replace("\0", " ").encode("utf-8", "ignore").decode("utf-8")
    return unicodedata.normalize("NFKC", sendable)[:_LONGEST].strip()


def looser(folded: str) -> list[str]:
    """Further spellings of a folded name to try where the name itself isn't known.

    'muenchen' -> 'munchen' (umlauts typed as two letters); 'city of boston' -> 'boston';
    'taipei city' -> 'taipei'.
    """
    bare = _TAILS.sub("", _LEAD_INS.sub("", folded))
    spellings = [bare, _UMLAUT_PAIRS.sub("", folded), _UMLAUT_PAIRS.sub("", bare)]
    return [spelling for spelling in dict.fromkeys(spellings) if spelling and spelling != folded]
