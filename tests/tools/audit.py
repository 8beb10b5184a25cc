"""Asks for known holes in the pinned packages: fails on a finding, says so when nobody could be asked."""

import json
import subprocess
import sys

COMMAND = ["--requirement", "requirements-dev.txt", "--require-hashes", "--disable-pip", "--progress-spinner", "off"]


def main() -> None:
    """Exit with 1 when a hole is known. A service that cannot be reached stops nobody from working."""
    command = [sys.executable, "-m", "pip_audit", *COMMAND, "--format", "json", "--timeout", "15"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        packages = json.loads(result.stdout)["dependencies"]
    except (json.JSONDecodeError, KeyError):
        reason = result.stderr.strip().splitlines()[-1:] or ["no answer"]
        print(f"pip-audit: not done, its service cannot be reached ({reason[0][:200]})")
        return
    holes = [
        f"{package['name']} {package['version']}: {hole['id']}, fixed in {', '.join(hole['fix_versions']) or '–'}"
        for package in packages
        for hole in package.get("vulns", [])
    ]
    unknown = sum("skip_reason" in package for package in packages)
    print(
        f"pip-audit: {len(packages) - unknown} of {len(packages)} packages could be asked for, {len(holes)} known holes"
    )
    if holes:
        sys.exit("\n".join(holes))


if __name__ == "__main__":
    main()
