"""The app as people start it, with a port and a database of its own; it can be killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

from guide.sessions import Sessions, open_sessions
from tests.readers import ROOT

LONGEST_START = 60


class Server:
    """`streamlit run app.py` with a database in a folder of the test."""

    def __init__(self, folder: Path, options: Mapping[str, str] | None = None) -> None:
        self.database = f"sqlite:///{folder / 'gespreksleidraad.db'}"
        self.port = free_port()
        self.log = folder / "server.log"
        self._options = dict(options or {})
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def sessions(self) -> Sessions:
        """The same database from outside: what is really stored."""
        return open_sessions(self.database)

    def start(self) -> None:
        command = [sys.executable, "-m", "streamlit", "run", "app.py"]
        settings = {"server.headless": "true", "server.port": str(self.port), **self._options}
        for name, value in settings.items():
            command += [f"--{name}", value]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**os.environ, "GUIDE_DATABASE_URL": self.database},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self._wait_until_it_answers()

    def kill(self) -> None:
        """The plug is pulled: nothing gets the time to tidy up."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            self._process = None

    def restart(self) -> None:
        self.kill()
        self.start()

    def _wait_until_it_answers(self) -> None:
        end = time.monotonic() + LONGEST_START
        while time.monotonic() < end:
            assert self._process is not None
            assert self._process.poll() is None, self.log.read_text(errors="replace")
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2) as answer:  # noqa: S310
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise AssertionError(f"no answer in {LONGEST_START} s: {self.log.read_text()}")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
