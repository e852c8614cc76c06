"""The values that the rules of this room pass to each other."""

from dataclasses import dataclass

from trials.reading.fit.result import Looks, Reason, Window


@dataclass(frozen=True, slots=True)
class Judgement:
    """A result with its reason, before it is put beside its criterion."""

    looks: Looks
    reason: Reason
    window: Window | None = None


def ask(reason: Reason) -> Judgement:
    return Judgement(Looks.ASK, reason)


MET = Judgement(Looks.MET, Reason.AGREES)
NOT_MET = Judgement(Looks.NOT_MET, Reason.DISAGREES)
NOT_SAID = Judgement(Looks.NOT_STATED, Reason.YOU_DID_NOT_SAY)
UNCLEAR = ask(Reason.UNCLEAR_IN_RECORD)
MORE = ask(Reason.DEPENDS_ON_MORE)
NOT_ASKED = ask(Reason.NOT_ASKED_HERE)


def met_if(holds: bool | None, *, otherwise: Reason = Reason.AT_THE_LIMIT) -> Judgement:
    """Met or not; where it can't be told, to be asked for the reason ``otherwise``."""
    if holds is None:
        return ask(otherwise)
    return MET if holds else NOT_MET
