"""Ids of requests and tasks on lines of text."""

import logging

from trialfinder.watching import ids


def shown() -> str:
    record = logging.makeLogRecord({"msg": "x"})
    ids.Ids().filter(record)
    return str(record.__dict__["ids"])


def test_a_line_shows_what_it_belongs_to() -> None:
    assert shown() == ""
    with ids.of_request("from-a-balancer") as made:
        assert shown() == " [from-a-balancer]"
        with ids.of_request("bad id") as inner:
            assert shown() == f" [{inner}]"
        assert made == "from-a-balancer"
        assert shown() == " [from-a-balancer]"
    assert shown() == ""


def test_every_request_has_an_id_of_its_own() -> None:
    def made() -> str:
        with ids.of_request("") as request_id:
            return request_id

    assert len({made() for _ in range(100)}) == 100
