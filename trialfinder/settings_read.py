"""How the settings are read: one that can't be used is told in a line, and nothing starts."""

from __future__ import annotations

from environs import EnvError, FileAwareEnv, validate


class Misset(SystemExit):
    """Ends the program that was starting: its line goes to standard error, with no traceback.

    Whatever reads the settings is starting, so that none has to catch this: web, worker, beat
    and every command.
    """


class SettingsEnv(FileAwareEnv):
    """Environment variables, and what may stand in them. Each method names that in its word."""

    def number(self, name: str, default: float, *, least: float, most: float) -> float:
        try:
            return self.float(name, default, validate=validate.Range(least, most))
        except EnvError as error:
            raise self.misset(name, f"a number from {least:g} to {most:g}") from error

    def misset(self, name: str, wanted: str) -> Misset:
        return Misset(f"{name} is {self.str(name, '')!r}; it must be {wanted}.")
