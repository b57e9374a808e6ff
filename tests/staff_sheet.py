"""Every page of the staff panel, to be looked at.

    QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.staff_sheet build/staff-sheets

`--page`, `--language`, `--theme` and `--landscape` or `--portrait` choose.
"""

import argparse
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QGraphicsScene

from kiosk.app import load_exhibition, open_wardrobe
from kiosk.content.language import LANGUAGES
from kiosk.resources import SCENES, STAFF_STRINGS
from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.staff.pages import PAGES
from kiosk.staff.panel import Panel
from kiosk.staff.words import Phrasebook
from kiosk.stage.backdrop import Backdrop
from kiosk.stage.view import View
from tests.staff.conftest import LANDSCAPE, PORTRAIT, sample_status

SIZES = {"landscape": LANDSCAPE, "portrait": PORTRAIT}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--page", action="append", choices=[page.name for page in PAGES])
    parser.add_argument("--language", action="append", choices=LANGUAGES)
    parser.add_argument("--theme", default="ink-atlas")
    parser.add_argument("--landscape", action="append_const", dest="shapes", const="landscape")
    parser.add_argument("--portrait", action="append_const", dest="shapes", const="portrait")
    asked = parser.parse_args()
    application = QApplication(["staff-sheet"])
    exhibition, wardrobe = load_exhibition(SCENES), open_wardrobe()
    asked.out.mkdir(parents=True, exist_ok=True)
    for language in asked.language or LANGUAGES:
        look = wardrobe.look(language, asked.theme)
        for shape in asked.shapes or SIZES:
            for page in asked.page or [page.name for page in PAGES]:
                graphics = QGraphicsScene()
                animator = Animator(ManualClock())
                view = View(graphics, Backdrop(look.palette, animator, lambda: None))
                size = SIZES[shape]
                status = sample_status(exhibition)
                panel = Panel(look, size, Phrasebook(STAFF_STRINGS), status, animator, page)
                graphics.addItem(panel)
                image = QImage(size.toSize(), QImage.Format.Format_RGB32)
                image.fill(look.palette.background)
                painter = QPainter(image)
                area = QRectF(0, 0, size.width(), size.height())
                graphics.render(painter, area, area)
                painter.end()
                image.save(str(asked.out / f"{page}-{language}-{shape}.png"))
                graphics.removeItem(panel)
                view.close()
    application.quit()


if __name__ == "__main__":
    main()
