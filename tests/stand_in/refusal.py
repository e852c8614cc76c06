"""What the registry says no with: a status and a line of plain text."""


class Refusal(Exception):
    """The request is answered with `status` and `text` as text/plain."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.text = text


def bad_request(text: str) -> Refusal:
    return Refusal(400, text)


def not_found(text: str) -> Refusal:
    return Refusal(404, text)


def not_played(what: str) -> Refusal:
    """For what the registry can do and the stand-in can't: never a silent wrong answer."""
    return Refusal(501, f"The stand-in registry does not play {what}.")
