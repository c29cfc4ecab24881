"""Where other devices on the network find this computer, and whether they are let in there."""

from __future__ import annotations

import socket

_LOOPBACK = ("localhost", "127.", "[::1]", "::1")
# An address for documentation: nothing is sent, the system only says which way it would go.
_ELSEWHERE = ("192.0.2.1", 9)
_PATIENCE = 0.3


def is_this_computer(host: str) -> bool:
    """Whether an address only works on this computer itself."""
    return host.lower().startswith(_LOOPBACK)


def network_address() -> str:
    """The address of this computer on its network; '' when it is on none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
            return str(probe.getsockname()[0])
        except OSError:
            return _by_name()


def _by_name() -> str:
    """The same on a network that leads nowhere else, such as a router without internet."""
    try:
        _, _, found = socket.gethostbyname_ex(socket.gethostname())
    except OSError:
        return ""
    return next((each for each in found if not is_this_computer(each)), "")


def for_other_devices(scheme: str, host: str, port: int) -> str:
    """Where other devices reach the server that is opened here as `host` and listens at `port`.

    At that same host, unless it only works on this computer; '' when the server lets nobody in
    from the network.
    """
    if not is_this_computer(host):
        return f"{scheme}://{host}"
    found = network_address()
    return f"{scheme}://{found}:{port}" if found and _answers(found, port) else ""


def _answers(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), timeout=_PATIENCE):
            return True
    except OSError:
        return False
