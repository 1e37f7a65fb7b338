"""pyproject.toml, environment.yml, requirements.lock and CITATION.cff say the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import licences
import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

import newslib

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")


def ranges(lines: list[str]) -> dict[str, SpecifierSet]:
    requirements = map(Requirement, lines)
    return {canonicalize_name(each.name): each.specifier for each in requirements}


def declared() -> dict[str, SpecifierSet]:
    extras = PROJECT["optional-dependencies"].values()
    return ranges([*PROJECT["dependencies"], *(line for extra in extras for line in extra)])


def conda() -> dict[str, SpecifierSet]:
    entries = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))["dependencies"]
    plain = [entry for entry in entries if isinstance(entry, str)]
    by_pip = [line for entry in entries if isinstance(entry, dict) for line in entry["pip"]]
    return ranges(plain + by_pip)


def pinned() -> dict[str, list[Version]]:
    pins: dict[str, list[Version]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", LOCK, re.MULTILINE):
        pins.setdefault(canonicalize_name(name), []).append(Version(version))
    return pins


def test_conda_and_pip_get_the_same_names_and_ranges() -> None:
    python = {"python": SpecifierSet(PROJECT["requires-python"])}
    assert conda() == python | declared()


@pytest.mark.parametrize("name", sorted(declared()))
def test_every_range_has_both_ends(name: str) -> None:
    assert {each.operator for each in declared()[name]} == {">=", "<"}


@pytest.mark.parametrize("name", sorted(declared()))
def test_the_lock_pins_every_dependency_within_its_range(name: str) -> None:
    assert pinned()[name]
    assert all(version in declared()[name] for version in pinned()[name])


def test_the_lock_has_hashes_for_every_package_and_nothing_else() -> None:
    entries = re.split(r"^(?=\S)", LOCK, flags=re.MULTILINE)[1:]
    package = r"[\w.-]+==[^\s;]+(?: ; [^\\\n]+)?"
    for entry in entries:
        assert re.fullmatch(package + r"(?: \\\n    --hash=sha256:[0-9a-f]{64})+\n", entry), entry


def test_the_lock_names_no_address_and_no_place() -> None:
    assert not re.search(r"://|/|@|--index|--find-links", LOCK)


def test_everything_gives_the_same_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert citation["version"] == newslib.__version__ == PROJECT["version"]
    assert f"## [{PROJECT['version']}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_binder_installs_what_the_lock_pins_and_newslib_itself() -> None:
    binder = ROOT / "binder"
    assert (binder / "requirements.txt").read_text("utf-8") == "-r ../requirements.lock\n"
    python = (binder / "runtime.txt").read_text("utf-8").strip().removeprefix("python-")
    assert python in SpecifierSet(PROJECT["requires-python"])
    assert (binder / "postBuild").stat().st_mode & 0o100, "postBuild cannot be executed"
    assert "--no-deps --no-build-isolation --editable ." in (binder / "postBuild").read_text(
        "utf-8"
    )


def test_every_locked_package_has_its_licence_listed() -> None:
    rows = licences.listed()
    assert list(rows) == licences.locked(), "run make licences"
    assert "not stated" not in rows.values()
