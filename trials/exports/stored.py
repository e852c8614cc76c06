"""SQL for the text of cells whose value stands in a column; each says what ``as_text`` says."""


def listed(column: str) -> str:
    """The words of an array."""
    return f"array_to_string({column}, '; ')"


def yes_no(condition: str) -> str:
    """NULL where it is not known."""
    return f"CASE {condition} WHEN true THEN 'yes' WHEN false THEN 'no' END"


def day(moment: str) -> str:
    """The moment's day in UTC."""
    return f"to_char({moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD')"


def number(column: str) -> str:
    """As Python writes it within the degrees of a globe; there is no minus zero."""
    return f"{column} + 0"
