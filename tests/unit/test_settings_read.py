"""A setting that can't be used is told in one line when the site starts, not later to readers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest
from ninja.throttling import SimpleRateThrottle

ROOT = Path(__file__).parents[2]


def settings_with(monkeypatch: pytest.MonkeyPatch, **variables: str) -> dict[str, Any]:
    """What the settings' file makes of the environment and these variables."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return run_path(str(ROOT / "trialfinder/settings.py"))


def told(monkeypatch: pytest.MonkeyPatch, **variables: str) -> str:
    """The word with which the start ends."""
    with pytest.raises(SystemExit) as ended:
        settings_with(monkeypatch, **variables)
    return str(ended.value)


@pytest.mark.parametrize("share", ["10", "1.01", "-0.1", "nan", "a tenth", "10%", ""])
def test_a_share_is_no_per_cent(monkeypatch: pytest.MonkeyPatch, share: str) -> None:
    word = told(monkeypatch, SYNC_MAX_LOST_SHARE=share)
    assert word == f"SYNC_MAX_LOST_SHARE is {share!r}; it must be a number from 0 to 1."


@pytest.mark.parametrize("share", ["0", "0.1", "1"])
def test_a_share_is_read(monkeypatch: pytest.MonkeyPatch, share: str) -> None:
    found = settings_with(monkeypatch, SYNC_MAX_LOST_SHARE=share)
    assert found["SYNC_MAX_LOST_SHARE"] == float(share)


def test_a_program_ends_with_that_line_alone() -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env={**os.environ, "SYNC_MAX_LOST_SHARE": "10"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == "SYNC_MAX_LOST_SHARE is '10'; it must be a number from 0 to 1.\n"


RATE = "requests and a time, such as 120/m or 20/h (s, m, h or d)"
LEVELS = "one of DEBUG, INFO, WARNING, ERROR, CRITICAL"
ORIGIN = "http:// or https:// and a host, without a path"
CANNOT_BE_USED = [
    *(("API_RATE", rate, RATE) for rate in ("120", "", "0/m", "-1/m", "1.5/m", "120/m/m")),
    *(("WRITE_RATE", rate, RATE) for rate in ("120/x", "120/", "120/0m", "/m", "1_0/m")),
    ("EXPORT_RATE", "20/minute", RATE),
    ("FOLLOW_RATE", "20", RATE),
    ("SIGNIN_RATE", "20 per hour", RATE),
    ("STATEMENT_TIMEOUT_MS", "-1", "a whole number from 0 to 3600000"),
    ("STATEMENT_TIMEOUT_MS", "2s", "a whole number from 0 to 3600000"),
    ("TRUSTED_PROXIES", "-1", "a whole number from 0 to 100"),
    ("DATA_MAX_AGE_DAYS", "0", "a whole number from 1 to 3650"),
    ("DATA_MAX_AGE_DAYS", "-3", "a whole number from 1 to 3650"),
    ("DATA_MAX_AGE_DAYS", "9999999999", "a whole number from 1 to 3650"),
    ("EMAIL_TIMEOUT", "0", "a whole number from 1 to 3600"),
    ("PORT", "65536", "a whole number from 1 to 65535"),
    ("SEARCH_INDEX_FROM", "-1", "a whole number from 0 to 1000000000"),
    ("SEARCH_INDEX_FOLDER", __file__, "a folder"),
    ("CTGOV_PACE_SECONDS", "-1", "a number from 0 to 3600"),
    ("CTGOV_BACKOFF_SECONDS", "nan", "a number from 0 to 3600"),
    ("CTGOV_BASE_URL", "clinicaltrials.gov/api/v2", "an address that begins with https://"),
    ("CTGOV_BASE_URL", "", "an address that begins with https://"),
    ("CTGOV_CONTACT", "a\nb", "one line of Latin letters and signs"),
    ("CTGOV_USER_AGENT", "\N{SNOWMAN}", "one line of Latin letters and signs"),
    ("SITE_URL", "trials.example.org", ORIGIN),
    ("SITE_URL", "", ORIGIN),
    ("SITE_URL", "https://", ORIGIN),
    ("SITE_URL", "https://trials.example.org/als", ORIGIN),
    ("SITE_URL", "https://trials.example.org?a", ORIGIN),
    ("SITE_URL", "https://trials.example.org:x", ORIGIN),
    ("SITE_URL", "https://a b", ORIGIN),
    ("SITE_URL", "ftp://trials.example.org", ORIGIN),
    ("MAIL_FROM", "Updates", "a mail address, or a name and <a mail address>"),
    ("MAIL_FROM", "a@b@c", "a mail address, or a name and <a mail address>"),
    ("SECURITY_CONTACT", "http://example.org", "a mail address, or an address with https://"),
    ("LOG_LEVEL", "chatty", LEVELS),
    ("LOG_LEVEL", "", LEVELS),
    ("LOG_FORMAT", "xml", "one of text, json"),
    *((name, "maybe", "true or false") for name in ("DEBUG", "HTTPS", "HSTS_PRELOAD")),
    ("ACCESS_LOG", "", "true or false"),
]
SECRETS = [
    ("METRICS_TOKEN", "guess-me", "METRICS_TOKEN must have at least 16 characters."),
    ("EMAIL_URL", "mail://guess-me", "EMAIL_URL must begin with submission:// or smtp://"),
    ("EMAIL_URL", "smtp://u:guess-me@host:x", "EMAIL_URL must begin with submission:// or smtp://"),
    ("DATABASE_URL", "mysql://u:guess-me@host/db", "DATABASE_URL must begin with postgres://"),
    ("DATABASE_URL", "guess-me", "DATABASE_URL must begin with postgres://"),
    ("REDIS_URL", "http://:guess-me@host", "REDIS_URL must begin with redis://"),
    ("REDIS_URL", "redis://:guess-me@host:x/0", "REDIS_URL must begin with redis://"),
    ("REDIS_URL", "", "REDIS_URL must begin with redis://"),
    ("PAGES_CACHE_URL", "guess-me", "PAGES_CACHE_URL must begin with redis://"),
]


@pytest.mark.parametrize(("name", "value", "wanted"), CANNOT_BE_USED)
def test_what_would_fail_later_is_told_at_the_start(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, wanted: str
) -> None:
    word = told(monkeypatch, **{name: value})
    assert word == f"{name} is {value!r}; it must be {wanted}."


@pytest.mark.parametrize(("name", "value", "word"), SECRETS)
def test_a_secret_is_not_told(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, word: str
) -> None:
    found = told(monkeypatch, **{name: value})
    assert found.startswith(word)
    assert "guess-me" not in found
    assert "\n" not in found


@pytest.mark.parametrize("path", ["/no/such/file", str(ROOT)])
def test_a_file_that_holds_no_setting_is_named(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    word = told(monkeypatch, METRICS_TOKEN_FILE=path)
    assert word == f"METRICS_TOKEN_FILE is {path!r}; it must be a file of text that can be read."


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("SITE_URL", "https://trials.example.org/", "https://trials.example.org"),
        ("SITE_URL", " https://trials.example.org:8443", "https://trials.example.org:8443"),
        ("SITE_URL", "http://[::1]:8000", "http://[::1]:8000"),
        ("CTGOV_BASE_URL", "http://127.0.0.1:8099/api/v2/", "http://127.0.0.1:8099/api/v2"),
        ("HOST", "", "127.0.0.1"),
        ("STATEMENT_TIMEOUT_MS", "0", 0),
        ("PAGES_CACHE_URL", "", ""),
        ("REDIS_URL", "unix:///run/redis.sock", "unix:///run/redis.sock"),
        ("MAIL_FROM", "News <news@example.org>", "News <news@example.org>"),
        ("SECURITY_CONTACT", "https://example.org/holes", "https://example.org/holes"),
    ],
)
def test_what_can_be_used_is_read(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, read: object
) -> None:
    assert settings_with(monkeypatch, **{name: value})[name] == read


@pytest.mark.parametrize("level", ["debug", "Warning", "ERROR"])
def test_a_level_in_small_letters_is_one(monkeypatch: pytest.MonkeyPatch, level: str) -> None:
    logging = settings_with(monkeypatch, LOG_LEVEL=level)["LOGGING"]
    assert logging["root"]["level"] == level.upper()


@pytest.mark.parametrize("rate", ["120/m", "1/s", "20/h", "5/d", "1000000/s", "20/10m", "20/min"])
def test_a_rate_is_one_that_the_throttle_reads(monkeypatch: pytest.MonkeyPatch, rate: str) -> None:
    found = settings_with(monkeypatch, API_RATE=rate)["RATES"]["api"]
    requests, seconds = SimpleRateThrottle(found).parse_rate(found)
    assert requests == int(rate.split("/", maxsplit=1)[0])
    assert seconds


HOSTS = "names of hosts without scheme, port or path, commas between"
ORIGINS = "http:// or https:// and a host, without a path, commas between"


@pytest.mark.parametrize("typed", ["a.example, .b.example", " a.example ,.b.example,"])
def test_spaces_are_no_part_of_a_name(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    found = settings_with(
        monkeypatch,
        ALLOWED_HOSTS=typed,
        CSRF_TRUSTED_ORIGINS="https://a.example/, https://*.b.example:8443 ",
        SECRET_KEY_FALLBACKS="one, two",
    )
    assert found["ALLOWED_HOSTS"] == ["a.example", ".b.example"]
    assert found["CSRF_TRUSTED_ORIGINS"] == ["https://a.example", "https://*.b.example:8443"]
    assert found["SECRET_KEY_FALLBACKS"] == ["one", "two"]


@pytest.mark.parametrize(
    "typed",
    [
        "https://a.example",
        "a.example/als",
        "a.example:8000",
        "a.example b.example",
        "::1",
        "*.a.example",
        "",
        ",",
    ],
)
def test_what_is_no_host_is_told(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    word = told(monkeypatch, ALLOWED_HOSTS=typed)
    assert word == f"ALLOWED_HOSTS is {typed!r}; it must be {HOSTS}."


@pytest.mark.parametrize(
    "typed", ["a.example", "https://a.example/als", "https://a.example b", "*"]
)
def test_what_is_no_origin_is_told(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    word = told(monkeypatch, CSRF_TRUSTED_ORIGINS=typed)
    assert word == f"CSRF_TRUSTED_ORIGINS is {typed!r}; it must be {ORIGINS}."


@pytest.mark.parametrize("typed", ["*", "[::1]", "127.0.0.1", "Trials.Example"])
def test_what_is_a_host_is_read(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    assert settings_with(monkeypatch, ALLOWED_HOSTS=typed)["ALLOWED_HOSTS"] == [typed]
