"""How the settings are read: one that can't be used is told in a line, and nothing starts."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import dj_email_url  # type: ignore[import-untyped]
from environs import EnvError, FileAwareEnv, validate
from redis.connection import parse_url

from trialfinder import settings_forms as forms


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

    def whole(self, name: str, default: int, *, least: int, most: int) -> int:
        try:
            return self.int(name, default, validate=validate.Range(least, most))
        except EnvError as error:
            raise self.misset(name, f"a whole number from {least} to {most}") from error

    def switch(self, name: str, *, default: bool) -> bool:
        try:
            return self.bool(name, default)
        except EnvError as error:
            raise self.misset(name, "true or false") from error

    def one_of(self, name: str, default: str, *choices: str) -> str:
        """The choice, as it is written here; in the environment small and capital are one."""
        typed = self.str(name, default).strip().lower()
        for choice in choices:
            if typed == choice.lower():
                return choice
        raise self.misset(name, f"one of {', '.join(choices)}")

    def rate(self, name: str, default: str) -> str:
        """'120/m', as the throttle reads it (trials/exports/rates.py)."""
        wanted = "requests and a time, such as 120/m or 20/h (s, m, h or d)"
        return self._formed(name, default, forms.is_rate, wanted)

    def origin(self, name: str, default: str) -> str:
        """'https://host:8443', without a slash at its end."""
        wanted = "http:// or https:// and a host, without a path"
        return self._formed(name, default, forms.is_origin, wanted, end="/")

    def address(self, name: str, default: str) -> str:
        """An address with or without a path, without a slash at its end."""
        wanted = "an address that begins with https://"
        return self._formed(name, default, forms.is_address, wanted, end="/")

    def names(self, name: str) -> list[str]:
        """What stands between commas, without the spaces around it."""
        return _parted(self.str(name, ""))

    def hosts(self, name: str, default: list[str]) -> list[str]:
        wanted = "names of hosts without scheme, port or path, commas between"
        found = _parted(self.str(name, ",".join(default)))
        if not found or not all(map(forms.is_host, found)):
            raise self.misset(name, wanted)
        return found

    def origins(self, name: str, default: list[str]) -> list[str]:
        """Each as ``origin`` has it; '*.' stands for any name before a host."""
        wanted = "http:// or https:// and a host, without a path, commas between"
        found = [each.rstrip("/") for each in _parted(self.str(name, ",".join(default)))]
        if not all(forms.is_origin(each.replace("://*.", "://")) for each in found):
            raise self.misset(name, wanted)
        return found

    def line(self, name: str) -> str:
        """What a header of a request can hold."""
        return self._formed(name, "", forms.is_line, "one line of Latin letters and signs")

    def contact(self, name: str) -> str:
        wanted = "a mail address, or an address with https://"
        return self._formed(name, "", forms.is_contact, wanted)

    def sender(self, name: str) -> str:
        wanted = "a mail address, or a name and <a mail address>"
        return self._formed(name, "", forms.is_sender, wanted)

    def folder(self, name: str) -> str:
        """It need not be there yet; "" for none."""
        return self._formed(name, "", lambda path: not path or not Path(path).is_file(), "a folder")

    def token(self, name: str, *, least: int) -> str:
        found = self.str(name, "")
        if 0 < len(found) < least:
            raise Misset(f"{name} must have at least {least} characters.")
        return found

    def redis(self, name: str, default: str, *, may_be_empty: bool = False) -> str:
        found = self.str(name, default).strip()
        if may_be_empty and not found:
            return ""
        try:
            parse_url(found)  # type: ignore[no-untyped-call]
        except ValueError as error:
            raise Misset(f"{name} must begin with redis://{forms.REST}") from error
        return found

    def postgres(self, name: str, default: str, **options: object) -> dict[str, Any]:
        """One of Django's DATABASES."""
        word = f"{name} must begin with postgres://{forms.REST}"
        try:
            found = dict(self.dj_db_url(name, default, **options))
        except EnvError as error:
            raise Misset(word) from error
        if found["ENGINE"] != "django.db.backends.postgresql":
            raise Misset(word)
        return found

    def mail_server(self, name: str) -> dict[str, Any]:
        """Django's settings EMAIL_*; those of a server that sends nothing where none is set."""
        word = f"{name} must begin with submission:// or smtp://{forms.REST}"
        try:
            found: dict[str, Any] = dj_email_url.parse(self.str(name, "") or "dummy://")
        except ValueError as error:
            raise Misset(word) from error
        if "EMAIL_BACKEND" not in found:
            raise Misset(word)
        return found

    def misset(self, name: str, wanted: str) -> Misset:
        return Misset(f"{name} is {self.str(name, '')!r}; it must be {wanted}.")

    def _formed(
        self, name: str, default: str, is_formed: forms.Form, wanted: str, *, end: str = ""
    ) -> str:
        found = self.str(name, default).strip().rstrip(end or None)
        if not is_formed(found):
            raise self.misset(name, wanted)
        return found

    def _get_value(self, env_key: str, default: Any) -> Any:
        try:
            return super()._get_value(env_key, default)
        except (OSError, ValueError) as error:
            name = f"{env_key}{self.file_suffix}"
            wanted = "a file of text that can be read"
            raise Misset(f"{name} is {os.environ[name]!r}; it must be {wanted}.") from error


def _parted(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
