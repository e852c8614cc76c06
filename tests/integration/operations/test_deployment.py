"""compose.yaml, Dockerfile, .env.example and the settings tell the same story."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import get_commands

from tests.integration.operations.site import ROOT
from trialfinder.launch.counts import VARIABLE as COUNTS
from trialfinder.launch.environment import read_setup
from trialfinder.launch.site_processes import beat_command, web_command, worker_command
from trialfinder.launch.terminal import Refusal

SETTING = re.compile(r"""(?:\benv|Env\(\))\.\w+\(\s*"([A-Z_]+)\"""")
NOT_FOR_OPERATORS = {"ACCEPT_TEST_STUDIES"}  # for tests alone
OF_THE_LAUNCHER = {"WEB_WORKERS", COUNTS}  # read before the settings, or by a library
OF_THE_IMAGE = {"PATH", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "DJANGO_SETTINGS_MODULE"}
# What the image or this file fixes, and what would show the site's insides to strangers
NOT_HANDED_ON = {"HOST", "PORT", "STATE_DIR", "WEB_WORKERS", COUNTS, "DEBUG", "SECRET_KEY_FILE"}
AS_FILES = {"SECRET_KEY", "SECRET_KEY_FALLBACKS", "METRICS_TOKEN", "EMAIL_URL"}
AS_FILES |= {"DATABASE_URL", "REDIS_URL", "PAGES_CACHE_URL"}
OF_A_PLACE = {"--app", "--host", "--schedule", "--pidfile"}
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
SITE = ("prepare", "web", "worker", "beat")
DOCKERFILE = (ROOT / "Dockerfile").read_text().replace("\\\n", " ")


def of_the_settings() -> set[str]:
    return set(SETTING.findall((ROOT / "trialfinder/settings.py").read_text()))


def of_the_example() -> set[str]:
    text = (ROOT / ".env.example").read_text()
    return set(re.findall(r"^#?([A-Z_]+)=", text, re.MULTILINE))


def test_every_setting_is_in_the_example_and_nothing_else() -> None:
    assert of_the_example() == (of_the_settings() - NOT_FOR_OPERATORS) | OF_THE_LAUNCHER


def of_the_image() -> set[str]:
    """Names that the image's own ENV gives a value."""
    before_the_key = DOCKERFILE.split("RUN SECRET_KEY")[0]
    return set(re.findall(r"(?:^ENV|\s)\s+([A-Z_]+)=", before_the_key))


def known(name: str) -> bool:
    wanted = of_the_settings() | OF_THE_LAUNCHER | OF_THE_IMAGE
    return name in wanted or name.removesuffix("_FILE") in wanted


def test_every_variable_of_the_deployment_is_read_by_somebody() -> None:
    given = {name for each in SITE for name in SERVICES[each]["environment"]}
    given |= of_the_image()
    taken = set(re.findall(r"\$\{([A-Z_]+)", json.dumps(SERVICES)))
    assert {name for name in given | taken if not known(name)} == set()
    assert {"SECRET_KEY_FILE", "DATABASE_URL_FILE", "STATE_DIR", COUNTS} <= given


@pytest.mark.parametrize("service", SITE)
def test_every_setting_of_the_operator_reaches_the_container(service: str) -> None:
    """By its name alone, which takes the image's own value away where it isn't set; or ${...}."""
    given = SERVICES[service]["environment"]
    by_name = {name for name, value in given.items() if value is None}
    asked = {name for name, value in given.items() if f"${{{name}:-" in f"{value}"}
    assert of_the_example() - NOT_HANDED_ON - AS_FILES == by_name | asked
    assert by_name & of_the_image() == set()


@pytest.mark.parametrize("service", SITE)
def test_secrets_and_addresses_of_servers_come_from_files_alone(service: str) -> None:
    given, mounted = SERVICES[service]["environment"], SERVICES[service]["secrets"]
    assert (AS_FILES | NOT_HANDED_ON) & set(given) <= {COUNTS, "SECRET_KEY_FILE"}
    assert {given[f"{name}_FILE"].removeprefix("/run/secrets/") for name in AS_FILES} == set(
        mounted
    )


@pytest.mark.parametrize("text", ["operations.md", "adr/0006-api-and-limits.md"])
def test_operators_are_told_of_no_setting_that_there_is_not(text: str) -> None:
    told = set(re.findall(r"`([A-Z]+_[A-Z_]+)(?:=[^`]*)?`", (ROOT / "docs" / text).read_text()))
    told -= {"NAME_FILE"}  # how each can be given, not one of them
    assert told
    assert told - of_the_example() == set()


def web_of_the_image() -> list[str]:
    found = re.findall(r"^CMD (\[.*\])", DOCKERFILE, re.MULTILINE)
    command: list[str] = json.loads(found[-1])
    return command


def flags(command: list[str]) -> dict[str, str]:
    """Each option with its value, "" where it has none; what belongs to a place left out."""
    words = [part for word in command for part in word.split("=", 1)]
    found = {}
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if word.startswith("--"):
            found[word] = "" if after.startswith("--") else after
    return {name: value for name, value in found.items() if name not in OF_A_PLACE}


def of_the_launcher(name: str) -> list[str]:
    setup, python = read_setup({}, with_env_file=False), Path(sys.executable)
    made = {"web": web_command(setup, python), "beat": beat_command(setup, python)}
    command = made.get(name) or worker_command(python)
    return [str(word) for word in command[3:]]


@pytest.mark.parametrize("name", ["web", "worker", "beat"])
def test_the_deployment_starts_what_the_launcher_starts(name: str) -> None:
    command = SERVICES[name].get("command") or web_of_the_image()
    assert flags(command) == flags(of_the_launcher(name))


def test_prepare_is_a_command() -> None:
    assert SERVICES["prepare"]["command"][:2] == ["python", "manage.py"]
    assert SERVICES["prepare"]["command"][2] in get_commands()


@pytest.mark.parametrize("name", SITE)
def test_the_sites_containers_can_do_little(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in service
    assert re.search(r"^USER 10001:10001$", DOCKERFILE, re.MULTILINE)


def test_only_the_site_can_be_reached_and_only_from_this_machine() -> None:
    published = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    assert published == {"web": ["127.0.0.1:8000:8000"]}
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert SERVICES["postgres"]["networks"] == SERVICES["broker"]["networks"] == ["inside"]


def test_the_broker_gives_up_nothing_and_the_pages_are_bounded() -> None:
    broker, pages = SERVICES["broker"]["command"], SERVICES["pages"]["command"]
    assert broker[broker.index("--maxmemory-policy") + 1] == "noeviction"
    assert broker[broker.index("--appendonly") + 1] == "yes"
    assert pages[pages.index("--maxmemory-policy") + 1] == "allkeys-lru"
    assert "--maxmemory" in pages


def test_one_timetable_and_tables_before_everything() -> None:
    assert "deploy" not in SERVICES["beat"]
    for name in ("web", "worker", "beat"):
        wanted = SERVICES[name]["depends_on"]["prepare"]
        assert wanted == {"condition": "service_completed_successfully"}


def test_no_secret_is_in_the_files_or_in_a_layer() -> None:
    assert not re.search(r"(?i)(password|token|secret)\w*:\s*[\"']?\w{8,}$", json.dumps(SERVICES))
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert "*" in ignored
    assert {line for line in ignored if "secret" in line or line == "!.env"} == set()
    assert "/secrets/" in (ROOT / ".gitignore").read_text().splitlines()


def test_the_image_copies_only_what_the_ignore_file_lets_in() -> None:
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    let_in = {line[1:] for line in ignored if line.startswith("!")}
    copied = set()
    for words in re.findall(r"^COPY (?!--from)(.*)$", DOCKERFILE, re.MULTILINE):
        copied |= {word.split("/")[0] for word in words.split()[:-1]}
    assert copied == let_in
    for each in copied:
        assert (ROOT / each).exists()


@pytest.fixture
def secrets(tmp_path: Path) -> Path:
    script = tmp_path / "deploy" / "make-secrets"
    script.parent.mkdir()
    script.write_bytes((ROOT / "deploy/make-secrets").read_bytes())
    subprocess.run(["sh", script], check=True, capture_output=True)
    return tmp_path / "secrets"


def test_every_secret_is_made_and_stays(secrets: Path) -> None:
    wanted = {Path(each["file"]).name for each in COMPOSE["secrets"].values()}
    assert wanted <= {each.name for each in secrets.iterdir()}
    assert secrets.stat().st_mode & 0o777 == 0o700
    before = {each.name: each.read_text() for each in secrets.iterdir()}
    subprocess.run(["sh", secrets.parent / "deploy/make-secrets"], check=True, capture_output=True)
    assert {each.name: each.read_text() for each in secrets.iterdir()} == before
    assert len(before["secret-key"].strip()) == 64


def test_the_settings_read_every_secret_from_its_file(secrets: Path) -> None:
    given = {
        name: value.replace("/run/secrets", str(secrets))
        for name, value in SERVICES["worker"]["environment"].items()
        if name.endswith("_FILE")
    }
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    asked = (
        "from trialfinder import settings as s; import json;"
        "print(json.dumps([s.SECRET_KEY, s.DATABASES['default']['PASSWORD'], s.REDIS_URL,"
        " s.PAGES_CACHE_URL, s.METRICS_TOKEN, s.HAS_MAIL_SERVER]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=ROOT,
        env={**kept, **given},
        capture_output=True,
        text=True,
        check=True,
    )
    names = ("secret-key", "postgres-password", "broker-url", "pages-url", "metrics-token")
    texts = [(secrets / name).read_text().strip() for name in names]
    assert json.loads(done.stdout) == [*texts, False]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"DATABASE_URL_FILE.*No such file"):
        read_setup({"DATABASE_URL_FILE": str(tmp_path / "gone")}, with_env_file=False)


def test_the_launcher_takes_the_servers_from_files(tmp_path: Path) -> None:
    (tmp_path / "url").write_text("postgres://here/there\n")
    setup = read_setup({"DATABASE_URL_FILE": str(tmp_path / "url")}, with_env_file=False)
    assert setup.variables["DATABASE_URL"] == "postgres://here/there"
    assert "DATABASE_URL_FILE" not in setup.variables
