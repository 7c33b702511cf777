"""The surroundings of the tests themselves: a test must not reach the network nor see the user's settings."""

import os
import socket

import pytest


def test_the_network_is_shut() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as outside, pytest.raises(RuntimeError, match="wanted the"):
        outside.connect(("192.0.2.1", 80))
    with pytest.raises(RuntimeError, match=r"example\.org"):
        socket.getaddrinfo("example.org", 80)


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        assert server.accept()


def test_no_setting_of_the_user_is_seen() -> None:
    assert [name for name in os.environ if name.startswith("FOGLINE_")] == ["FOGLINE_CACHE"]
