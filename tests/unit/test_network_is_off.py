"""No test reaches the network: this proves that the guard is on."""

import socket

import pytest
from pytest_socket import SocketConnectBlockedError

DOCUMENTATION_ONLY = "192.0.2.1"  # RFC 5737: never anybody's address


@pytest.mark.filterwarnings("ignore:A test tried to use socket:UserWarning")
def test_a_connection_to_the_outside_is_refused_before_it_is_made() -> None:
    with pytest.raises(SocketConnectBlockedError), socket.socket() as outside:
        outside.connect((DOCUMENTATION_ONLY, 443))
