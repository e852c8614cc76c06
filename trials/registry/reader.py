"""Reading single fields of one study, with a note on each that can't be read."""

from pydantic.alias_generators import to_camel

from trials.records import Age, DateStruct, PartialDate, Problem


class FieldReader:
    """Reads dates and ages of one study and collects its problems."""

    def __init__(self, nct_id: str) -> None:
        self.nct_id = nct_id
        self.problems: list[Problem] = []

    def date(self, field: str, text: str) -> PartialDate | None:
        """The date, or None where there is none or (with a problem noted) it is no date."""
        if not text:
            return None
        try:
            return PartialDate.parse(text[:10])
        except ValueError as error:
            self._note(field, text, str(error))
            return None

    def date_struct(self, field: str, module: object, name: str) -> DateStruct | None:
        """``<name>_date_struct`` of the module, as a DateStruct."""
        struct = getattr(module, f"{name}_date_struct")
        date = struct and self.date(field, struct.date)
        return DateStruct(date, struct.type) if date else None

    def age(self, field: str, text: str) -> Age | None:
        """The age; None for no limit ("" and "N/A") or, with a problem noted, no age."""
        if text in ("", "N/A"):
            return None
        try:
            return Age.parse(text)
        except ValueError as error:
            self._note(field, text, str(error))
            return None

    def _note(self, field: str, text: str, reason: str) -> None:
        path = ".".join(to_camel(part) for part in field.split("."))
        self.problems.append(Problem(self.nct_id, path, reason, text[:200]))
