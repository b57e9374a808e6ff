"""Every kind of exhibit in every difficult case, side by side, to be looked at.

    QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.contact_sheet build/contact-sheets

paints one picture for each kind and theme (`--kind`, `--theme` and `--language` choose).
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QGraphicsScene

from kiosk.app import open_wardrobe
from kiosk.resources import ICONS
from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.stage.backdrop import Backdrop
from kiosk.stage.view import View
from kiosk.toolkit.look import Look
from tests.exhibits import test_figures as numbers
from tests.exhibits import test_pictogram as counted
from tests.exhibits.cases import CASES as CHARTS
from tests.exhibits.cases import Said
from tests.exhibits.hung import AREA, Hung
from tests.exhibits.test_image import image
from tests.exhibits.test_network import star, tangle, town
from tests.exhibits.test_prototype import prototype
from tests.exhibits.test_timeline import timeline
from tests.picture_sheet import picture_sheet
from tests.toolkit.drawn import picture

COLUMNS = 4
SCALE = 0.5
THEMES = ("ink-atlas", "paper-observatory", "high-contrast")

FIGURES = (numbers.PROJECTS, numbers.LINES, numbers.TRADES, numbers.HEADSETS)
LARGE = numbers.figure("1234567.89", "艘遠洋貨輪", "一個很長的標籤，要分成好幾行才放得下", "萬")
GROUPS = (counted.PROJECTS, counted.LINES, counted.TRADES, counted.MANY)

CASES: dict[str, dict[str, Said]] = CHARTS | {
    "figures": {
        "one": numbers.figures(FIGURES[0]),
        "four": numbers.figures(*FIGURES),
        "one huge value": numbers.figures(LARGE),
        "huge beside small": numbers.figures(LARGE, *FIGURES[:2]),
        "nought": numbers.figures(numbers.figure("0", "個", "無")),
        "negative": numbers.figures(numbers.figure("-57.9", "%", "按年")),
    },
    "pictogram": {
        "none": counted.projects(0),
        "one": counted.projects(1),
        "a hundred and twenty": counted.projects(120),
        "four groups": counted.pictogram(*GROUPS),
        "each stands for 25": counted.projects(1230, each=25),
    },
    "timeline": {f"{count} events": timeline(count) for count in (2, 3, 4, 5, 6)},
    "network": {
        "two": star(2),
        "a town": town(),
        "a star of fourteen": star(14),
        "a tangle of fourteen": tangle(14),
    },
    "prototype": {"a robot arm": prototype()},
    "image": {
        "a drawing": image(ICONS / "new-energy.svg"),
        "several": image(ICONS / "new-energy.svg", ICONS / "network.svg"),
        "one that is gone": image(ICONS / "gone.png"),
    },
}


def pictures(kind: str, look: Look) -> Iterator[tuple[str, QImage]]:
    """Each case of a kind, settled."""
    graphics = QGraphicsScene()
    view = View(graphics, Backdrop(look.palette, Animator(ManualClock()), lambda: None))
    for name, said in CASES[kind].items():
        hung = Hung(graphics, look, ManualClock(), said)
        yield name, picture(graphics, AREA, look.palette.background)
        hung.take_down()
    view.close()


def main() -> None:
    """Writes the sheets into the folder that is named."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kind", choices=CASES, action="append")
    parser.add_argument("--theme", choices=THEMES, action="append")
    parser.add_argument("--language", default="zh-Hant")
    asked = parser.parse_args()
    application = QApplication(["contact-sheet"])
    wardrobe = open_wardrobe()
    asked.folder.mkdir(parents=True, exist_ok=True)
    for theme in asked.theme or THEMES:
        look = wardrobe.look(asked.language, theme)
        for kind in asked.kind or CASES:
            found = list(pictures(kind, look))
            image = picture_sheet(found, COLUMNS, SCALE, look.font("sans", 20))
            image.save(str(asked.folder / f"{kind}-{theme}-{asked.language}.png"))
    application.quit()


if __name__ == "__main__":
    main()
