"""Where the browser tests find a Chromium, and `make browser`, which installs one.

A system's own Chromium is preferred to Playwright's download: it gets its security updates with
the system, and a machine behind a package mirror can install it.
"""

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
MAC_APPLICATIONS = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]
# Noto covers every script the pages are offered in; without it screenshots show empty boxes.
DEBIAN_PACKAGES = ["chromium", "fonts-noto-core", "fonts-noto-color-emoji"]


def find_chromium() -> str | None:
    """The path of a Chromium that can be started, or None.

    The environment variable CHROMIUM wins; a wrong path there is an error, not a reason to search on.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        if not os.access(named, os.X_OK):
            sys.exit(f"CHROMIUM={named} cannot be started.")
        return named
    found = filter(None, map(shutil.which, COMMANDS))
    installed = (path for path in MAC_APPLICATIONS if Path(path).exists())
    return next(found, None) or next(installed, None) or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def main() -> None:
    """Install Chromium with apt where that is possible, else say what to type."""
    packages = " ".join(DEBIAN_PACKAGES)
    if not shutil.which("apt-get"):
        if not find_chromium():
            sys.exit(f"The browser tests need Chromium: {Path(sys.executable).parent}/playwright install chromium")
    elif os.geteuid() == 0:
        _install_with_apt()
    elif not find_chromium():
        sys.exit(f"The browser tests need Chromium: sudo apt-get install {packages}")
    path = find_chromium() or sys.exit("No Chromium that can be started, although it is installed.")
    version = subprocess.run([path, "--version", "--no-sandbox"], capture_output=True, text=True, check=False)
    print(f"Browser tests will use {path} ({version.stdout.strip() or platform.system()}).")


def _install_with_apt() -> None:
    missing = [name for name in DEBIAN_PACKAGES if not _is_installed(name)]
    if not missing:
        return
    print(f"Installing with apt: {' '.join(missing)}", flush=True)
    install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *missing]
    for command in (["apt-get", "update", "-qq"], install):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=True)


def _is_installed(package: str) -> bool:
    status = subprocess.run(["dpkg-query", "-W", "-f=${Status}", package], capture_output=True, text=True, check=False)
    return status.stdout.endswith("ok installed")


if __name__ == "__main__":
    main()
