"""The one search expression, and why it is as wide as it is.

Fetch wide, judge locally, say why each study was kept or left out. The registry
also matches MeSH ancestors and synonyms, so off-topic studies come with it
(`trials.reading` tells them apart). What would be missed is never seen by anybody;
what comes too much costs a kilobyte.

- Condition: the full names, since "ALS" alone is advanced life support in a quarter
  of records; the misspellings that real records carry; the neighbours (PLS, PMA,
  SMA, Kennedy), because the site shows them one click away.
- Cells: by `query.term`, which looks everywhere, not by `query.intr`: a record may
  name only "intrathecal injection" as its intervention and the cells in its
  description. Product names are there for records that name nothing else.
- No filter on status, type or phase: expanded access and observational records
  have no phase, and an old study answers "was this tried?".
"""

from dataclasses import dataclass
from datetime import date

CONDITION = " OR ".join(
    (
        '"amyotrophic lateral sclerosis"',
        '"motor neuron disease"',
        '"motor neurone disease"',
        '"motoneuron disease"',
        '"Lou Gehrig"',
        '"Charcot disease"',
        '"primary lateral sclerosis"',
        '"progressive muscular atrophy"',
        '"progressive bulbar palsy"',
        '"spinal muscular atrophy"',
        '"Kennedy disease"',
        '"amyotropic lateral sclerosis"',
        '"amyothrophic lateral sclerosis"',
        '"amyotrophic sclerosis"',
        '"neurodegenerative diseases"',
        "ALS",
    )
)
CELLS = " OR ".join(
    (
        '"stem cell"',
        '"stem cells"',
        '"stromal cell"',
        '"stromal cells"',
        '"progenitor cells"',
        '"precursor cells"',
        '"mononuclear cells"',
        '"cell therapy"',
        '"cell transplantation"',
        '"cord blood"',
        '"bone marrow"',
        '"stromal vascular fraction"',
        '"regulatory T"',
        '"olfactory ensheathing"',
        '"extracellular vesicles"',
        '"conditioned medium"',
        "mesenchymal",
        "MSC",
        "MSC-NTF",
        "NurOwn",
        "lenzumestrocel",
        "iPSC",
        "pluripotent",
        "astrocytes",
        "adipose",
        "umbilical",
        "exosomes",
        "secretome",
        "autologous",
        "allogeneic",
        "G-CSF",
        "filgrastim",
    )
)


@dataclass(frozen=True, slots=True)
class Query:
    """What to ask `/studies` for. ``changed_since`` asks only for records updated then or later."""

    condition: str = CONDITION
    cells: str = CELLS
    changed_since: date | None = None

    def parameters(self) -> dict[str, str]:
        """As parameters of `/studies` (OpenAPI 2.0.5)."""
        parameters = {"query.cond": self.condition, "query.term": self.cells}
        if self.changed_since:
            parameters["filter.advanced"] = (
                f"AREA[LastUpdatePostDate]RANGE[{self.changed_since.isoformat()},MAX]"
            )
        return parameters
