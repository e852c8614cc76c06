"""A port that can't be had is told before anything is started."""

import socket

import pytest

from trialfinder.launch.ports import other_port, refuse_busy_port
from trialfinder.launch.terminal import Refusal


def test_a_taken_port_is_refused_with_another_one() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Refusal, match=f"PORT={other_port(port)} ./run"):
            refuse_busy_port("127.0.0.1", port, letting_go=0)


def test_a_free_port_is_not_refused_and_stays_free() -> None:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port = asked.getsockname()[1]
    for _ in range(2):
        refuse_busy_port("127.0.0.1", port, letting_go=0)


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(Refusal, match=r"HOST is '192\.0\.2\.1'"):
        refuse_busy_port("192.0.2.1", 8000, letting_go=0)


def test_no_port_beyond_the_last_is_suggested() -> None:
    assert other_port(65535) == 8000
