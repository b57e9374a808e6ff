"""What the system's service manager is told, where one has started the supervisor.

The protocol is a datagram of lines to the socket that `NOTIFY_SOCKET` names; see sd_notify(3).
"""

import os
import socket
from collections.abc import Mapping
from contextlib import suppress


class Systemd:
    """Tells the service manager; where there is none, nothing happens.

    Args:
        environment: the variables of the process.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._address = environment.get("NOTIFY_SOCKET", "")
        self.watchdog_ms = _watchdog_ms(environment)

    def tell(self, *lines: str) -> None:
        """Sends lines such as `READY=1`; an answer is not expected, nor is success."""
        if not self._address.startswith(("/", "@")):
            return
        address = self._address
        if address.startswith("@"):
            address = "\0" + address[1:]
        flags = socket.SOCK_DGRAM | socket.SOCK_CLOEXEC
        with suppress(OSError), socket.socket(socket.AF_UNIX, flags) as sender:
            sender.setblocking(False)
            sender.sendto("\n".join(lines).encode(), address)


def _watchdog_ms(environment: Mapping[str, str]) -> float | None:
    """How often it wants to hear of us at least, in milliseconds; None for never."""
    told = environment.get("WATCHDOG_USEC", "")
    if not told.isdecimal() or environment.get("WATCHDOG_PID", str(os.getpid())) != str(
        os.getpid()
    ):
        return None
    return int(told) / 1000
