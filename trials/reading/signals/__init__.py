"""What a record states that is worth a question. Facts, never verdicts.

Which published signs of a study that asks people to pay are read here, and which are not:

- People pay (only said outright, not denied); a US site with "not FDA-regulated" (only with a
  US site: studies abroad are normally "no", old records don't say); phase N/A together with a
  treatment listed as a procedure (hospital pilots do this too: so a question); no comparison
  group (not for phase 1, follow-up or extension studies); several unrelated conditions (not for
  registries and sample collections); a planned end that has passed; a status unknown or not
  verified for two years (this is about freshness); no results a year after the end; registered
  more than 60 days late; outcomes that the patient chooses (not quality of life); a claim or a
  web link in the text; a paper retracted; an observational study that lists a cell treatment.
- No safety board: a row of the oversight panel only, since a fifth of stem-cell trials say no.
- Sponsor and only site are the same: left out. Two of three trials have one site, and the
  sponsor's class doesn't tell a clinic from a developer; both are rows of the panel.
- A very large planned number: no limit of ours; the number stands in the fact "no comparison".
- Dates that keep moving: needs earlier versions of a record, so it belongs to the history.
- Few criteria about the disease, and a product hardly described: left out. That we read nothing
  is not a fact of the record; the criteria stand on the page, and the panel asks who makes the
  cells.
- Reviews by experts: not in the record. They belong to the guide.
- Signs that a study is well run (regulator, manufacture, control, results): rows of the panel,
  never a tick that clears a study.
"""

from datetime import date

from trials.reading.signals.design import design_signals
from trials.reading.signals.oversight import read_oversight
from trials.reading.signals.signal import (
    OversightCode,
    OversightRow,
    Signal,
    SignalCode,
    Stated,
)
from trials.reading.signals.text import text_signals
from trials.reading.signals.timing import timing_signals
from trials.records import StudyRecord

__all__ = [
    "OversightCode",
    "OversightRow",
    "Signal",
    "SignalCode",
    "Stated",
    "read_oversight",
    "read_signals",
]


def read_signals(record: StudyRecord, *, today: date) -> tuple[Signal, ...]:
    """Stated facts to ask about, in the order of the registry's fields; often none."""
    found = (*timing_signals(record, today), *design_signals(record), *text_signals(record))
    order = list(SignalCode)
    return tuple(sorted(found, key=lambda signal: order.index(signal.code)))
