"""What can go wrong with the registry, without a type of the HTTP library in sight."""


class RegistryError(Exception):
    """The registry could not be asked, or its answer not be used. The words say what to do."""


class Unreachable(RegistryError):
    """No answer: no network, time-out, connection dropped, or a server error after all tries."""


class Refused(RegistryError):
    """The registry said no: 400, 403, 404, 429. ``status`` and ``words`` are its own."""

    def __init__(self, message: str, *, status: int, words: str) -> None:
        super().__init__(message)
        self.status = status
        self.words = words


class Unreadable(RegistryError):
    """An answer came, but it is not the JSON that the registry documents."""
