"""A real Streamlit server in a process of its own, ours or a bare one, seen from outside."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60
BARE_PAGE = ROOT / "bench" / "bare_page.py"


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    port: int
    pid: int
    started: float

    def wait(self) -> None:
        """Until it listens."""
        while perf_counter() - self.started < PATIENCE:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            sleep(0.01)

    @property
    def memory(self) -> float:
        """Resident memory in KiB; 0 where the system does not tell (no /proc)."""
        try:
            lines = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii").splitlines()
        except OSError:
            return 0.0
        return next((float(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0.0)

    @property
    def processor_seconds(self) -> float:
        """Processor time used so far; 0 where the system does not tell."""
        try:
            stat = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return 0.0
        user, system = stat.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def our_server(database: Path) -> Iterator[Server]:
    """The guide itself, with its sessions in this SQLite file."""
    with _running(ROOT / "app.py", ROOT, {"GUIDE_DATABASE_URL": f"sqlite:///{database}"}) as server:
        yield server


@contextmanager
def bare_server(folder: Path, page: Path = BARE_PAGE) -> Iterator[Server]:
    """Bare Streamlit with the same settings; it draws the recipes in this folder."""
    (folder / ".streamlit").mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / ".streamlit" / "config.toml", folder / ".streamlit")
    more = {"PYTHONPATH": str(ROOT), "BENCH_RECIPES": str(folder)}
    with _running(page, folder, more) as server:
        yield server


@contextmanager
def _running(script: Path, folder: Path, more: dict[str, str]) -> Iterator[Server]:
    port = _free_port()
    started = perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script),
         "--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true"],
        cwd=folder, env={**os.environ, **more},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield Server(port, process.pid, started)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
