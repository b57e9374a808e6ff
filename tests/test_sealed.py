"""The kiosk speaks to no network, and what an exhibition says is never carried out."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QApplication

from kiosk.toolkit.pictures import _objection, load_picture
from tests.processes import ROOT, environment

WATCHED = """
import json, os, sys
noted = {"sockets": [], "started": [], "asked": []}

def note(event, given):
    if event == "socket.__new__":
        noted["sockets"].append(int(given[1]))
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.connect", "socket.bind"):
        noted["asked"].append([event, repr(given[1:])])
    elif event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork"):
        noted["started"].append(str(given[0]))

sys.addaudithook(note)
from kiosk.cli import main
code = main(sys.argv[1:])
import psutil
noted["inet"] = len(psutil.Process().net_connections("inet"))
noted["modules"] = sorted(name for name in sys.modules if name.startswith("PySide6.Qt"))
print(json.dumps(noted), flush=True)
os._exit(code)
"""


def test_a_whole_round_opens_no_network_socket(tmp_path: Path) -> None:
    arguments = ["run", "--silent", "--windowed", "640x360", "--cycles", "1", "--speed", "60"]
    run = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments, "--venue", str(tmp_path)],
        cwd=ROOT,
        env=environment(QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    noted = json.loads(run.stdout.splitlines()[-1])
    assert set(noted["sockets"]) <= {1}, "a pair within the process, of the family AF_UNIX"
    assert noted["asked"] == []
    assert noted["inet"] == 0, "and none that Qt has opened"
    assert "PySide6.QtNetwork" not in noted["modules"], "what could open one is not even there"


HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"'
SCRIPTS = {
    "script": HEAD
    + '><script>fetch("http://127.0.0.1:9")</script><rect width="9" height="9"/></svg>',
    "onload": HEAD + ' onload="alert(1)"><rect width="9" height="9"/></svg>',
    "entity": '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    + HEAD
    + "><text>&x;</text></svg>",
    "foreign": HEAD + '><foreignObject><iframe src="file:///etc/passwd"/></foreignObject></svg>',
}
REFUSED = {
    "image": HEAD + '><image href="file:///etc/passwd" width="9" height="9"/></svg>',
    "remote": HEAD + '><image href="http://127.0.0.1:9/a.png" width="9" height="9"/></svg>',
    "laughs": '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "'
    + "&a;" * 100
    + '"><!ENTITY c "'
    + "&b;" * 100
    + '"><!ENTITY d "'
    + "&c;" * 100
    + '">]>'
    + HEAD
    + "><text>&d;</text></svg>",
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_in_a_drawing_is_only_not_drawn(
    qapp: QApplication, tmp_path: Path, name: str
) -> None:
    drawing = tmp_path / "a.svg"
    drawing.write_text(SCRIPTS[name])
    before = set(Path("/proc/self/fd").iterdir())
    assert load_picture(drawing, QSizeF(40, 40), 1.0, 0.0)
    assert set(Path("/proc/self/fd").iterdir()) <= before


@pytest.mark.parametrize("name", REFUSED)
def test_a_drawing_that_wants_something_from_outside_is_refused(tmp_path: Path, name: str) -> None:
    drawing = tmp_path / "a.svg"
    drawing.write_text(REFUSED[name])
    assert _objection(drawing)
