"""Open every notebook in JupyterLab, in a real browser, and run it twice as its readers do.

    make browser-test        (python tests/browser/run_notebooks.py --shots FOLDER [NOTEBOOK ...])

Run > Run All Cells, from a fresh kernel; then Run > Restart Kernel and Run All Cells. Passes
where every cell has run in order without an error or a word to stderr, every figure is drawn and
has alt text, every marked-up story is on the page with its marks, and both runs gave the same
outputs. The browser may speak to this machine alone. Screenshots of each notebook are kept. Where
there is no Chromium or no driver for it, the script says so and ends well.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from pathlib import Path
from typing import Any, Literal

from lab_server import ROOT, served_study

HERE = Path(__file__).parent
FLAGS = [
    *("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"),
    *("--window-size=1200,1600", "--force-device-scale-factor=1", "--hide-scrollbars"),
    *("--no-first-run", "--disable-extensions", "--disable-background-networking"),
    *("--disable-component-update", "--no-proxy-server", "--lang=en-US"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
State = dict[str, Any]


def browser(chromium: str, driver: str) -> Any:  # noqa: ANN401 (selenium comes with an extra)
    """A Chromium without a window that no address but this machine's answers."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in FLAGS:
        options.add_argument(flag)
    return webdriver.Chrome(service=Service(driver), options=options)


class Page:
    """One notebook open in JupyterLab."""

    def __init__(self, driver: Any, address: str, patience: int) -> None:  # noqa: ANN401
        """Open it and wait until document and kernel are ready."""
        from selenium.webdriver.support.ui import WebDriverWait

        self.driver = driver
        self.wait = WebDriverWait(driver, patience, poll_frequency=0.2)
        self.reader = (HERE / "page.js").read_text("utf-8")
        driver.set_script_timeout(patience)
        driver.get(address)
        driver.execute_async_script((HERE / "ready.js").read_text("utf-8"))

    def state(self) -> State:
        """What the notebook holds and shows now."""
        found: State | None = self.driver.execute_script(self.reader)
        return found or {"counts": [None], "kernel": None, "errors": [], "dialogs": []}

    def choose(self, menu: str, item: str) -> None:
        """Click an item of a menu."""
        from selenium.webdriver.common.by import By

        for entry in self.driver.find_elements(By.CSS_SELECTOR, "#jp-MainMenu .lm-MenuBar-item"):
            if entry.text.strip() == menu:
                entry.click()
        self.wait.until(lambda _: self._click(".lm-Menu-itemLabel", item))

    def accept(self) -> None:
        """Say yes to the question that a restart asks."""
        self.wait.until(lambda _: self._click(".jp-Dialog .jp-mod-accept", None))

    def _click(self, selector: str, text: str | None) -> bool:
        from selenium.webdriver.common.by import By

        for element in self.driver.find_elements(By.CSS_SELECTOR, selector):
            label = element.text.strip().removesuffix("…").strip()
            if text is None or label == text:
                element.click()
                return True
        return False

    def after_running(self) -> State:
        """The state once the stored counts are gone and every cell has run, or one has failed."""
        self.wait.until(lambda _: not all(self.state()["counts"]))
        return dict(self.wait.until(lambda _: self._finished()))

    def _finished(self) -> State | Literal[False]:
        state = self.state()
        ran = all(state["counts"]) and state["kernel"] == "idle"
        drawn = all(image["drawn"] for image in state.get("shown", []))
        return state if state["errors"] or (ran and drawn) else False

    def photograph(self, folder: Path, stem: str) -> None:
        """The notebook from top to bottom, a windowful to a picture."""
        for old in folder.glob(f"{stem}-*.png"):
            old.unlink()
        pane = (
            "const pane = document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden) "
            ".jp-WindowedPanel-outer');"
        )
        height, seen = self.driver.execute_script(
            f"{pane} return [pane.scrollHeight, pane.clientHeight];"
        )
        for number, top in enumerate(range(0, int(height), int(seen)), start=1):
            self.driver.execute_script(f"{pane} pane.scrollTop = {top};")
            time.sleep(0.3)
            self.driver.save_screenshot(str(folder / f"{stem}-{number:02}.png"))


def faults(state: State) -> list[str]:
    """What a reader would complain of."""
    runs = list(range(1, len(state["counts"]) + 1))
    complaints = {
        f"cells ran as {state['counts']}": state["counts"] != runs,
        f"errors: {state['errors']}": state["errors"],
        f"words beside the results: {state['streams']}": state["streams"],
        f"dialogs: {state['dialogs']}": state["dialogs"],
        f"{len(state['shown'])} of {state['pictures']} figures on the page": (
            len(state["shown"]) < state["pictures"]
        ),
        "a figure without alt text": not all(image["alt"].strip() for image in state["shown"]),
        f"{state['stories']} of {state['expected_stories']} marked stories on the page": (
            state["stories"] != state["expected_stories"]
        ),
        "a marked story without marks": state["stories"] and not state["marks"],
    }
    return [complaint for complaint, present in complaints.items() if present]


def run(driver: Any, address: str, name: str, shots: Path, patience: int) -> list[str]:  # noqa: ANN401
    """Run a notebook, restart and run it again; what is wrong with it."""
    page = Page(driver, f"{address}/lab/tree/notebooks/{name}?reset", patience)
    page.choose("Run", "Run All Cells")
    first = page.after_running()
    page.photograph(shots, Path(name).stem)
    print(
        f"{name}: {len(first['counts'])} cells, {len(first['shown'])} figures, "
        f"{first['tables']} tables, {first['stories']} marked stories",
        flush=True,
    )
    if first["errors"]:
        return faults(first)
    page.choose("Run", "Restart Kernel and Run All Cells")
    page.accept()
    second = page.after_running()
    changed = ["a second run gave other outputs"] * (first["outputs"] != second["outputs"])
    return faults(first) + [f"on restart: {fault}" for fault in faults(second)] + changed


def main() -> int:
    """Run them all; 1 where one of them is not as it should be."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("notebooks", nargs="*")
    parser.add_argument("--shots", type=Path, default=ROOT / "build" / "screenshots")
    parser.add_argument("--patience", type=int, default=240, help="seconds for one notebook")
    given = parser.parse_args()
    names = given.notebooks or sorted(file.name for file in (ROOT / "notebooks").glob("*.ipynb"))
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not chromium or not driver:
        print("no Chromium with its driver on this machine: the notebooks were not tried in one")
        return 0
    given.shots.mkdir(parents=True, exist_ok=True)
    wrong = 0
    with served_study() as address:
        for name in names:
            window = browser(chromium, driver)
            try:
                found = run(window, address, name, given.shots, given.patience)
            finally:
                window.quit()
            wrong += bool(found)
            print("\n".join(f"  {fault}" for fault in found) or "  as it should be", flush=True)
    print(f"screenshots in {given.shots}")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
