"""How much longer the first words of a page take than those of a bare page, on a slow line and with an empty cache.

    make demo                                    in another window
    .venv/bin/python -m benchmarks.first_visit   or with --url http://localhost:9000 and the pages to visit

The bare page is one heading without style sheet or font, served beside the product. Both are measured in the same run,
so that the ratio says something on any machine; the least of several visits, because everything else only adds to it.
"""

import argparse
import http.server
import threading

from playwright.sync_api import sync_playwright

from tests.e2e.slow_line import first_text, slow_page
from tests.tools.chromium import find_chromium

BARE = b"<!doctype html><html lang=de><title>Nackt</title><h1>Treffen, lernen, mitmachen</h1>"
VISITS = 5


class BarePage(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(BARE)))
        self.end_headers()
        self.wfile.write(BARE)

    def log_message(self, *_: object) -> None:
        pass


def visit(browser, url: str) -> tuple[float, dict[str, int]]:
    """Milliseconds until the first words, and the bytes by kind."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="de-DE")
    page = slow_page(context)
    page.goto(url, wait_until="networkidle")
    found = first_text(page), dict(page.weight)
    context.close()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--url", default="http://localhost:8000")
    parser.add_argument("pages", nargs="*", default=["/", "/ar/", "/termine/"])
    chosen = parser.parse_args()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), BarePage)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"])
        bare = min(visit(browser, f"http://127.0.0.1:{server.server_port}/")[0] for _ in range(VISITS))
        print(f"bare page: {bare:.0f} ms")
        for address in chosen.pages:
            visits = [visit(browser, chosen.url + address) for _ in range(VISITS)]
            weight = ", ".join(f"{kind} {count / 1000:.1f} KB" for kind, count in sorted(visits[-1][1].items()))
            first = min(time for time, _ in visits)
            print(f"{address}: {first:.0f} ms, {first / bare:.1f} × the bare page; {weight}")
    server.shutdown()


if __name__ == "__main__":
    main()
