"""What a browser shows of a page, against what medlint reads of it.

    python benchmarks/rendered.py [--browser chromium] [PAGE.html …]

Each page is opened in headless Chromium with its details unfolded and its notes' marks taken out; the sentences of its ``innerText`` that
hold a figure are looked for in the document that the reader makes of the file. Without pages: those of
``tests/readers/pages``, which say of themselves what is no copy (the figures from 90% on). Exit status 1 if
a figure shows and is not read, 2 if there is no browser.
"""

from __future__ import annotations

import argparse
import html
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from linter.readers import read

PAGES = Path(__file__).parent.parent / "tests" / "readers" / "pages"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
SCRIPT = """<script>
addEventListener("load", () => {
  document.querySelectorAll("details").forEach((each) => { each.open = true; });
  document.querySelectorAll("sup > a").forEach((mark) => mark.remove());
  const shown = document.createElement("textarea");
  shown.id = "medlint-shown";
  shown.textContent = document.body.innerText;
  document.body.append(shown);
});
</script>"""
SHOWN = re.compile(r'<textarea id="medlint-shown">(.*?)</textarea>', re.DOTALL)
FIGURE = re.compile(r"\d[\d.,]*\s?%?")
NO_COPY = re.compile(r"9\d(?:%|$)")


def rendered(browser: str, source: str) -> str:
    """The text that the browser shows of a page."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(source + SCRIPT, encoding="utf-8")
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", page.as_uri()]
        dom = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    found = SHOWN.search(dom)
    if found is None:
        raise SystemExit(f"{browser} shows nothing of the page")
    return html.unescape(found.group(1))


def unread(shown: str, path: Path, source: str) -> list[str]:
    """The lines of ``shown`` with a figure that no block says."""
    document = read(path.name, source.encode())
    said = [squeezed(block.text) for block in document.blocks]
    lines = [line for line in re.split(r"[\n\t]+", shown) if FIGURE.search(line)]
    return [line for line in lines if not any(squeezed(line) in text for text in said)]


def squeezed(text: str) -> str:
    """The letters, digits and signs alone: where white space and notes' marks stand is no matter here."""
    return re.sub(r"[\s\u200b“”\"]+", "", text)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", type=Path)
    parser.add_argument("--browser", default=next(filter(shutil.which, BROWSERS), ""))
    options = parser.parse_args()
    if not options.browser:
        print(f"no browser: NOT COMPARED. Install one of {', '.join(BROWSERS)}", file=sys.stderr)
        return 2
    failed = compared = 0
    for path in options.pages or sorted(PAGES.glob("*.htm*")):
        source = path.read_text(encoding="utf-8")
        shown = rendered(options.browser, re.sub(r"\A---.*?\n---\n", "", source, flags=re.DOTALL))
        lines = unread(shown, path, source)
        if not options.pages:
            lines = [line for line in lines if not NO_COPY.search(line)]
        compared += len(FIGURE.findall(shown))
        for line in lines:
            print(f"{path.name}: shown, not read: {line.strip()}")
        failed += len(lines)
    print(f"{compared} figures shown, {failed} lines of them not read")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
