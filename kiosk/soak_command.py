"""`main.py soak`: days of exhibition wound forward, and a certificate of how they went.

The rehearsal runs in a process of its own. Should it die, that is written down, another one goes
on from there, and the certificate says so.
"""

import argparse
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.arguments import number
from kiosk.resources import CERTIFICATE, CERTIFICATE_STRINGS, SCENES, THEMES

if TYPE_CHECKING:
    from kiosk.content.model import Exhibition

LOG = "soak.jsonl"
PAGE = "certificate.html"
PAPER_THEME = "paper-observatory"
MOST_RESTARTS = 20
NOT_MET = 1
DAY_H = 24.0
SPEED = 30.0


def add_soak_arguments(soak: argparse.ArgumentParser) -> None:
    """Lets `soak` be told how long, how fast, and where to write."""
    soak.add_argument("--content", type=Path, default=SCENES, metavar="DIR", help="the exhibition")
    soak.add_argument(
        "--hours", type=number(0.1, 10_000.0), default=DAY_H, help="how long, by the exhibition"
    )
    soak.add_argument("--out", type=Path, default=Path("soak"), help="a folder for all it writes")
    pace = soak.add_mutually_exclusive_group()
    pace.add_argument(
        "--speed",
        type=number(1.0, 60.0),
        default=SPEED,
        help="while something moves, go on by so many frames from picture to picture",
    )
    pace.add_argument("--real", action="store_true", help="go by the machine's own clock")
    soak.add_argument("--go-on-at", type=float, default=None, help=argparse.SUPPRESS)


def carry_out_soak(options: argparse.Namespace, exhibition: "Exhibition") -> int:
    """Rehearses the exhibition, writes the certificate, and says where it is.

    Returns:
        0 if all criteria were met, else 1.

    Raises:
        OSError: the folder cannot be written.
    """
    if options.go_on_at is not None:
        return _rehearse(options)
    log = options.out / LOG
    options.out.mkdir(parents=True, exist_ok=True)
    log.unlink(missing_ok=True)
    began = datetime.now()
    _run_processes(options, log)
    return _certify(options, exhibition, log, (datetime.now() - began).total_seconds())


def _run_processes(options: argparse.Namespace, log: Path) -> None:
    """Lets one process after another rehearse, until one comes to the end."""
    from kiosk.rehearsal.readings import Failure, read_lines, write_line
    from kiosk.rehearsal.verdict import record

    hour = 0.0
    for _ in range(1 + MOST_RESTARTS):
        call = [sys.executable, "-X", "faulthandler", *sys.orig_argv[1:], "--go-on-at", str(hour)]
        code = subprocess.run(call, check=False).returncode
        if code == 0:
            return
        hour = record(read_lines(log)).hours
        write_line(log, Failure(hour, f"the process ended with {code}"))


def _rehearse(options: argparse.Namespace) -> int:
    if not options.real:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from kiosk.rehearsal.rehearsal import Rehearsal

    application = QApplication(["kiosk"])
    speed = None if options.real else options.speed
    venue = options.out / "venue"
    rehearsal = Rehearsal(options.content, venue, options.out / LOG, options.go_on_at, speed)
    rehearsal.run(options.hours)
    rehearsal.close()
    application.quit()
    return 0


def _certify(
    options: argparse.Namespace, exhibition: "Exhibition", log: Path, real_s: float
) -> int:
    from kiosk.content.document import read_model
    from kiosk.content.theme import load_theme
    from kiosk.content.version import version
    from kiosk.rehearsal.certificate import Certificate, CertificateWords, Circumstances
    from kiosk.rehearsal.readings import read_lines
    from kiosk.rehearsal.rehearsal import OPEN, REST_MS
    from kiosk.rehearsal.verdict import findings, record
    from kiosk.release import VERSION
    from kiosk.toolkit.ticker import FRAME_MS

    found = record(read_lines(log))
    scenes = [*exhibition.scenes, *filter(None, [exhibition.prologue])]
    judged = findings(found, {(one.id, code) for one in scenes for code in exhibition.languages})
    words = read_model(CertificateWords, CERTIFICATE_STRINGS.parent, CERTIFICATE_STRINGS.name)
    certificate = Certificate(
        words, load_theme(THEMES, PAPER_THEME), CERTIFICATE.read_text("utf-8")
    )
    how = Circumstances(
        exhibition=exhibition.title,
        app_version=VERSION,
        content_version=version(options.content),
        ended=datetime.now(),
        real_s=real_s,
        rest_s=0.0 if options.real else REST_MS / 1000,
        moving_ms=0.0 if options.real else options.speed * FRAME_MS,
        open=str(OPEN),
    )
    page = options.out / PAGE
    page.write_text(certificate.html(found, judged, how), "utf-8")
    for one in judged:
        figures = ", ".join(f"{figure:.2f}" for figure in one.figures)
        print(f"{one.criterion}: {one.mark} ({figures})")
    print(f"certificate: {page}")
    return 0 if all(one.mark == "met" for one in judged) else NOT_MET
