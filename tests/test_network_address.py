"""Where phones find the guide: the address on the network, and only when it lets them in."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from guide import network_address
from guide.network_address import for_other_devices, is_this_computer

# Another address of this same computer, standing for the one it has on the network.
ON_THE_NETWORK = "127.0.0.2"


@pytest.fixture(autouse=True)
def on_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_address, "network_address", lambda: ON_THE_NETWORK)


@contextmanager
def listening(host: str) -> Iterator[int]:
    with socket.create_server((host, 0)) as server:
        yield int(server.getsockname()[1])


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1", "[::1]:8501", "LOCALHOST"])
def test_an_address_of_this_computer_is_no_use_to_a_phone(host: str) -> None:
    assert is_this_computer(host)


def test_the_address_that_somebody_else_used_stays() -> None:
    assert for_other_devices("https", "gids.example", 443) == "https://gids.example"


def test_opened_on_this_computer_phones_get_the_address_on_the_network() -> None:
    with listening(ON_THE_NETWORK) as port:
        found = for_other_devices("http", f"localhost:{port}", port)
    assert found == f"http://{ON_THE_NETWORK}:{port}"


def test_a_server_that_lets_in_only_this_computer_has_no_address_for_phones() -> None:
    with listening("127.0.0.1") as port:
        assert for_other_devices("http", f"localhost:{port}", port) == ""


def test_without_a_network_there_is_none_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_address, "network_address", lambda: "")
    with listening(ON_THE_NETWORK) as port:
        assert for_other_devices("http", f"localhost:{port}", port) == ""


def test_asking_for_the_address_never_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()

    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "gethostbyname_ex", refuse)
    assert network_address.network_address() == ""
