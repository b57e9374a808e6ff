"""The pictures in docs/staff.md and docs/staff.zh-Hant.md, painted anew when the panel has changed.

QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.staff_pictures docs/pictures/staff
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QGraphicsScene

from kiosk.app import load_exhibition, open_wardrobe
from kiosk.app.bulletin import THUMBNAIL_PX
from kiosk.content.hours import DAYS, Span
from kiosk.content.language import Language
from kiosk.content.model import Exhibition
from kiosk.resources import SCENES
from kiosk.staff.gate import GateStatus
from kiosk.stage.layout import LANDSCAPE
from kiosk.stage.notice import ClosedNotice
from kiosk.stage.preview import thumbnail
from kiosk.toolkit.look import Look
from tests.staff.conftest import NOW
from tests.staff_sheet import DRAFTED, EDITED, STATES, State, paint, paint_gate, render

LANGUAGES: tuple[Language, ...] = ("en", "zh-Hant")
"""Those that the pages for staff are written in."""

WIDE_PX = 1200
GATE = QRect(620, 60, 680, 960)
"""Where the number pad stands in the picture; around it there is nothing."""

COLOURS = 256
FLAT = Qt.ImageConversionFlag.ThresholdDither

BY_DAY, LATE = Span((600, 1080)), Span((600, 1260))
OPENED = {
    "hours.kept": True,
    "hours.week": dict.fromkeys(DAYS[1:], (BY_DAY,)) | {"friday": (LATE,), "saturday": (LATE,)},
    "hours.exceptions": {date(2026, 12, 25): ()},
}
PAGES = {
    "programme": State("programme", {"programmes.A": EDITED}, DRAFTED),
    "hours": State("hours", OPENED, DRAFTED | {"changes": 1, "can_redo": False}),
    "visitors": State("visitors", changed=DRAFTED),
    "machine": replace(STATES["well"], changed=STATES["well"].changed | DRAFTED),
    "actions": replace(STATES["actions"], changed=STATES["actions"].changed | DRAFTED),
    "wall": State("start", STATES["wall"].venue, DRAFTED | {"changes": 2}, touched=(1,)),
}


def pictures(exhibition: Exhibition, look: Look, out: Path) -> Iterator[Path]:
    """Paints every page as large as a screen, and yields its file."""
    scenes = {
        scene.id: thumbnail(exhibition, scene.id, look, THUMBNAIL_PX) for scene in exhibition.scenes
    }
    for name, state in PAGES.items():
        file = out / f"{name}.png"
        with_scenes = replace(state, changed={**state.changed, "thumbnails": scenes})
        paint(look, LANDSCAPE.size, exhibition, with_scenes, file)
        yield file
    file = out / "gate.png"
    paint_gate(look, LANDSCAPE.size, GateStatus("new"), 4, file)
    yield file


def paint_closed(exhibition: Exhibition, look: Look, file: Path) -> None:
    """Paints what is seen outside the opening hours, which is the same in every language."""
    graphics = QGraphicsScene()
    evening = datetime.combine(NOW, datetime.min.time()) + timedelta(hours=21)
    notice = ClosedNotice(exhibition, look, LANDSCAPE, evening, evening + timedelta(hours=13))
    graphics.addItem(notice)
    render(graphics, look, LANDSCAPE.size, file)
    graphics.removeItem(notice)


def keep(painted: Path, file: Path) -> None:
    """Makes a small file of a large picture."""
    image = QImage(str(painted))
    if painted.stem == "gate":
        image = image.copy(GATE)
        wide_px = GATE.width() * WIDE_PX // round(LANDSCAPE.size.width())
    else:
        wide_px = WIDE_PX
    small = image.scaledToWidth(wide_px, Qt.TransformationMode.SmoothTransformation)
    few = small.convertToFormat(QImage.Format.Format_Indexed8, commonest(small), FLAT)
    few.save(str(file), "PNG", 0)


def commonest(image: QImage) -> list[int]:
    """The colours that most of a picture has, as many as a byte can name."""
    pixels = image.convertToFormat(QImage.Format.Format_RGB32).constBits().cast("I")
    return [colour for colour, _ in Counter(pixels).most_common(COLOURS)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    application = QApplication(["staff-pictures"])
    exhibition, wardrobe = load_exhibition(SCENES), open_wardrobe()
    with TemporaryDirectory() as folder:
        for language in LANGUAGES:
            look = wardrobe.look(language, "ink-atlas")
            for painted in pictures(exhibition, look, Path(folder)):
                keep(painted, out / f"{painted.stem}-{language}.png")
        closed = Path(folder) / "closed.png"
        paint_closed(exhibition, look, closed)
        keep(closed, out / closed.name)
    application.quit()


if __name__ == "__main__":
    main()
