"""What is seen while nothing can be touched, side by side, to be looked at.

    QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.notice_sheet build/notice-sheets

paints one sheet for each theme and orientation; `--language` names the one that the venue starts
with, `--theme` a single theme.
"""

import argparse
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QGraphicsScene

from kiosk.app import load_exhibition, open_wardrobe
from kiosk.content.language import LANGUAGES
from kiosk.content.model import Exhibition
from kiosk.resources import SCENES
from kiosk.stage.layout import Layout, layout_for
from kiosk.stage.night import shift_at
from kiosk.stage.notice import CleaningNotice, ClosedNotice, HoldingNotice, Notice
from kiosk.toolkit.look import Look
from tests.picture_sheet import picture_sheet

THEMES = ("ink-atlas", "paper-observatory", "high-contrast")
COLUMNS = {False: 2, True: 5}
SCALE = 0.5
NIGHT = datetime(2026, 9, 22, 21, 30)


def notices(exhibition: Exhibition, look: Look, layout: Layout) -> Iterator[tuple[str, Notice]]:
    """Each kind, the closed one with its shortest and its longest words."""
    for name, ahead in (("tomorrow", 1), ("on Wednesday, shifted", 8)):
        opens = NIGHT.replace(hour=10, minute=0) + timedelta(days=ahead)
        closed = ClosedNotice(exhibition, look, layout, NIGHT, opens)
        if ahead > 1:
            closed.shift(shift_at(2))
        yield f"closed, opens {name}", closed
    yield "closed for good", ClosedNotice(exhibition, look, layout, NIGHT, None)
    yield "held", HoldingNotice(exhibition, look, layout)
    cleaning = CleaningNotice(exhibition, look, layout)
    cleaning.set_seconds(41.4, 60)
    yield "being cleaned", cleaning


def picture(notice: Notice, layout: Layout) -> QImage:
    graphics = QGraphicsScene()
    graphics.addItem(notice)
    size = (layout.size / layout.unit_px).toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    graphics.render(painter, image.rect(), layout.rect)
    painter.end()
    graphics.removeItem(notice)
    return image


def main() -> None:
    """Writes the sheets into the folder that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--language", default="zh-Hant", choices=LANGUAGES)
    parser.add_argument("--theme", action="append")
    parser.add_argument("--large", action="store_true")
    asked = parser.parse_args()
    application = QApplication(["notice-sheet"])
    exhibition, wardrobe = load_exhibition(SCENES), open_wardrobe()
    asked.out.mkdir(parents=True, exist_ok=True)
    for theme in asked.theme or THEMES:
        look = wardrobe.look(asked.language, theme)
        for upright in (False, True):
            layout = layout_for(upright, asked.large, False)
            found = [
                (name, picture(notice, layout))
                for name, notice in notices(exhibition, look, layout)
            ]
            sheet = picture_sheet(found, COLUMNS[upright], SCALE, look.font("sans", 20))
            shape = "portrait" if upright else "landscape"
            sheet.save(str(asked.out / f"{theme}-{asked.language}-{shape}.png"))
    application.quit()


if __name__ == "__main__":
    main()
