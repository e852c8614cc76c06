"""What the whole record says that one sentence may leave out: whose cells, and where to."""

import re
from dataclasses import dataclass

from trials.reading.burden.passages import Passage

_OWN = re.compile(
    r"\b(?:autologous|autogenous|autotransplant\w*|autograft\w*|"
    r"(?:patient|participant|subject|person)(?:s|['’]s|s['’])?\s+own|"
    r"(?:their|his|her)\s+own\s+(?:\w+[\s-]+){0,3}(?:cells?|marrow|fat|blood|tissue))",
    re.IGNORECASE,
)
_DONOR = re.compile(
    r"\b(?:allogen\w+|donors?|donated|haplo\w*|hla|siblings?|off-the-shelf|third[ -]party|"
    r"unrelated|umbilical|fetal|foetal|embryonic)\b",
    re.IGNORECASE,
)
_STORED = re.compile(
    r"\b(?:cryo-?preserved|frozen|banked|cell bank|stored|"
    r"(?:previously|already)\s+(?:harvested|collected|isolated|obtained|aspirated))\b",
    re.IGNORECASE,
)
_FLUID = re.compile(
    r"\b(?:lumbar\s+puncture|sub-?arachnoid|cerebro-?\s?spinal\s+fluid|cerebral\s+spinal\s+fluid|"
    r"csf|intra-?thecal\w*)\b",
    re.IGNORECASE,
)
_OTHER_WAY_IN = re.compile(
    r"\b(?:ommaya|reservoir|catheters?|port|pump|cistern\w*|intra-?ventricular\w*|"
    r"intra-?cerebro-?ventricular\w*|icv)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Setting:
    """``own``: the cells are the person's own; ``donor``: a donor is named; ``stored``: taken
    before; ``into_fluid``: given into the spinal fluid; ``other_way_in``: by a port, pump or
    brain ventricle."""

    own: bool
    donor: bool
    stored: bool
    into_fluid: bool
    other_way_in: bool

    @classmethod
    def of(cls, told: tuple[Passage, ...]) -> "Setting":
        def is_said(pattern: re.Pattern[str]) -> bool:
            return any(pattern.search(passage.text) for passage in told)

        return cls(*map(is_said, (_OWN, _DONOR, _STORED, _FLUID, _OTHER_WAY_IN)))
