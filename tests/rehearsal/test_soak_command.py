"""`main.py soak` as a whole, with a short morning."""

import json
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

from kiosk.soak_command import LOG, PAGE
from tests.processes import ROOT, environment


class Page(HTMLParser):
    """Everything that a page wants from elsewhere, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.wanted += [str(value) for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.text += data


def soak(out: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "main.py", "soak", "--out", str(out), *arguments],
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_short_soak_shows_scenes_and_ends_with_a_certificate(tmp_path: Path) -> None:
    ended = soak(tmp_path, "--hours", "0.3", "--speed", "60")
    assert "certificate" in ended.stdout, ended.stderr
    assert ended.returncode == 1, "it was too short to prove anything"
    told = [json.loads(line) for line in (tmp_path / LOG).read_text("utf-8").splitlines()]
    assert [one["what"] for one in told].count("begun") == 1
    assert not [one for one in told if one["what"] == "failure"]
    assert any(one["what"] == "shown" for one in told)
    page = Page()
    page.feed((tmp_path / PAGE).read_text("utf-8"))
    assert page.wanted == []
    for words in ("運行測試證明", "Certificate of a soak test", "Too short to judge", "wound"):
        assert words in page.text


def test_a_wrong_call_is_told_in_one_line(tmp_path: Path) -> None:
    ended = soak(tmp_path, "--hours", "never")
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1 and "never" in ended.stderr
