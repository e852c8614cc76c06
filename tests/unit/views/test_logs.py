"""No secret in a log line, whoever wrote it."""

import logging

import pytest

from trials.views.logs import WithoutSecrets, without_secrets


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Not Found: /trials/?near=boston-ma-us&q=ALS", "Not Found: /trials/?…"),
        ("GET /lists/AbCd-_1234567890/ 404", "GET /lists/…/ 404"),
        ("/saved/move/abcdefgh12345678/", "/saved/move/…/"),
        ("/saved/copy/abcdefgh12345678/", "/saved/copy/…/"),
        ("/follow/confirm/abcdefgh:12345678/", "/follow/confirm/…/"),
        ("Error: /follow/end/AbCd-_1234567890AbCd-_1234567890/", "Error: /follow/end/…/"),
        ("/follow/NCT90000001/ is a study's", "/follow/NCT90000001/ is a study's"),
        ("/trials/NCT90000001/ took 12 ms", "/trials/NCT90000001/ took 12 ms"),
        ("no mailbox for jane.doe+als@mail.example.org", "no mailbox for …@…"),
        ("a\nDETAIL:  Key (email)=(jane) already exists.\nb", "a\nDETAIL: …\nb"),
        ("LINE 1: SELECT 1 FROM trials_study WHERE q = 'ALS'", "LINE 1: …"),
        (
            "Invalid HTTP_HOST header: 'als.example'. You may need to add 'als.example' to it.",
            "Invalid HTTP_HOST header: … (see ALLOWED_HOSTS)",
        ),
        ("Is it up to date? Yes.", "Is it up to date? Yes."),
    ],
)
def test_query_strings_and_tokens_are_dots(line: str, kept: str) -> None:
    assert without_secrets(line) == kept


def test_a_traceback_is_cleaned_too() -> None:
    record = logging.makeLogRecord(
        {
            "msg": "Internal Server Error: %s",
            "args": ("/trials/?q=secret",),
            "exc_text": "ValueError: /lists/AbCd-_1234567890/",
        }
    )
    line = WithoutSecrets().format(record)
    assert "ValueError" in line
    assert "secret" not in line
    assert "AbCd" not in line
