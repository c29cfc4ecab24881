"""The wifi between a browser and the server: it can be cut, and come back."""

from __future__ import annotations

import contextlib
import socket
import threading


class Wire:
    """Passes every byte on, unless it is cut; then nothing gets through and nobody is told why."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._cut = threading.Event()
        self._swallowing = threading.Event()
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        self._cut.set()
        self._drop_all()

    def swallow(self) -> None:
        """From now on nothing arrives, and neither side notices: a dead spot, before it shows."""
        self._swallowing.set()

    def repair(self) -> None:
        self._cut.clear()
        self._swallowing.clear()

    def close(self) -> None:
        self.cut()
        self._door.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._door.accept()
                threading.Thread(target=self._join, args=(near,), daemon=True).start()

    def _join(self, near: socket.socket) -> None:
        try:
            if self._cut.is_set():
                raise ConnectionRefusedError
            far = socket.create_connection(("127.0.0.1", self._target), timeout=5)
            far.settimeout(None)
        except OSError:
            near.close()
            return
        with self._lock:
            self._open |= {near, far}
        threading.Thread(target=self._carry, args=(near, far), daemon=True).start()
        self._carry(far, near)

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if not self._swallowing.is_set():
                    sink.sendall(data)
        for end in (source, sink):
            _shut(end)
        with self._lock:
            self._open -= {source, sink}

    def _drop_all(self) -> None:
        with self._lock:
            ends, self._open = self._open, set()
        for end in ends:
            _shut(end)


def _shut(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
