"""A JupyterLab of its own on a copy of the study, with settings nobody else sees."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]

SETTINGS = {
    "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none", "recordTiming": False},
}
"""No question at the start, and every cell on the page from the beginning."""


@contextmanager
def served_study() -> Iterator[str]:
    """The address of a JupyterLab on a copy of the study; both are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="newslib-lab-") as folder:
        home, study = Path(folder) / "home", Path(folder) / "study"
        for name in ("notebooks", "data"):
            shutil.copytree(ROOT / name, study / name)
        for plugin, value in SETTINGS.items():
            file = home / "settings" / f"{plugin}.jupyterlab-settings"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(value), encoding="utf-8")
        port = _free_port()
        with (home / "lab.log").open("w", encoding="utf-8") as log:
            server = subprocess.Popen(
                _command(port, study), env=_environment(home), cwd=study, stdout=log, stderr=log
            )
            try:
                _wait_for(f"http://127.0.0.1:{port}/api/status", server, home / "lab.log")
                yield f"http://127.0.0.1:{port}"
            finally:
                server.terminate()
                server.wait(30)


def _command(port: int, study: Path) -> list[str]:
    return [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
        *("--ip=127.0.0.1", f"--port={port}", "--ServerApp.port_retries=0"),
        *("--IdentityProvider.token=", "--ServerApp.password=", f"--ServerApp.root_dir={study}"),
        "--LabApp.expose_app_in_browser=True",
    ]


def _environment(home: Path) -> dict[str, str]:
    """The user's environment, with none of the user's Jupyter in it."""
    own = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
        "MPLCONFIGDIR": "matplotlib",
    }
    return {**os.environ, **{name: str(home / place) for name, place in own.items()}}


def _free_port() -> int:
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _wait_for(
    address: str, server: subprocess.Popen[bytes], log: Path, patience: int = 120
) -> None:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + patience
    while True:
        try:
            direct.open(address, timeout=2).read()
        except OSError:
            if server.poll() is not None or time.monotonic() > end:
                raise SystemExit(f"JupyterLab did not start:\n{log.read_text()[-3000:]}") from None
            time.sleep(0.2)
        else:
            return
