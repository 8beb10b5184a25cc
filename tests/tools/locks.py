"""Compiles the two requirements files from pyproject.toml, or checks that they still follow from it.

    python -m tests.tools.locks [--upgrade]     `make lock`
    python -m tests.tools.locks --check         part of `make lint`

The files name versions and hashes, never the place they came from: the same lock serves every
mirror (docs/decisions/0002-two-lock-files.md).
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNTIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"
# The runtime file bounds the development file: what is tested is what runs.
SOURCES = {RUNTIME: [], DEVELOPMENT: ["--group", "dev", "--constraints", RUNTIME]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--upgrade", action="store_true", help="take newer releases where pyproject.toml allows")
    parser.add_argument("--check", action="store_true", help="change nothing, fail when a file is out of date")
    chosen = parser.parse_args()
    if chosen.check:
        sys.exit("\n".join(filter(None, map(_out_of_date, SOURCES))) or 0)
    for name in SOURCES:
        result = _compile(name, ROOT / name, ["--generate-hashes", *(["--upgrade"] if chosen.upgrade else [])])
        if result.returncode:
            sys.exit(result.stderr)


def _compile(name: str, output: Path, options: list[str]) -> subprocess.CompletedProcess[str]:
    """Versions in an existing `output` are kept as long as pyproject.toml allows them."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *SOURCES[name], "--universal"]
    command += ["--python-version", "3.11", "--no-emit-index-url", "--no-emit-find-links", "--quiet"]
    command += ["--custom-compile-command", "make lock", "--output-file", str(output), *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def _out_of_date(name: str) -> str:
    """What is wrong with the file `name`, or nothing.

    Only versions are compared: a mirror may hold fewer wheels, and a release may gain some later.
    """
    text = (ROOT / name).read_text()
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / name
        fresh.write_text(text)
        result = _compile(name, fresh, [])
        if "Failed to fetch" in result.stderr:
            print(f"{name}: the package registry does not answer; tests/house/test_locks.py checks what it can alone.")
            return ""
        if result.returncode:
            return f"{name} cannot be compiled:\n{result.stderr}"
        changed = _pins(text) ^ _pins(fresh.read_text())
    return f"{name} does not follow from pyproject.toml (make lock): {', '.join(sorted(changed))}" if changed else ""


def _pins(text: str) -> set[str]:
    return {line.strip().removesuffix("\\").strip() for line in re.findall(r"^[a-z0-9].*$", text, re.MULTILINE)}


if __name__ == "__main__":
    main()
