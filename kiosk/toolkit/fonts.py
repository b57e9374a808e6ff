"""The bundled faces. Nothing on screen is ever set in a font of the system.

The Hong Kong faces carry traditional Chinese and English, the SC faces simplified Chinese: the same
character is drawn differently in the two. A character that the SC faces lack comes from the Hong
Kong ones.
"""

from pathlib import Path
from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase

from kiosk.content.language import Language

Face = Literal["sans", "sans-bold", "serif-bold"]

_FILES: dict[str, tuple[str, ...]] = {
    "HK": ("NotoSansHK-Regular.ttf", "NotoSansHK-Bold.ttf", "NotoSerifHK-Bold.ttf"),
    "SC": ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf", "NotoSerifSC-Bold.ttf"),
}


class Fonts:
    """Registers the faces of a folder and hands out fonts in design pixels.

    Raises:
        FileNotFoundError: a face is not in the folder, or is no font.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._registered: set[str] = set()
        self._register("HK")

    def font(self, face: Face, size_px: float, language: Language) -> QFont:
        """The face for `language` at `size_px` design pixels."""
        style = "Serif" if face == "serif-bold" else "Sans"
        families = [f"Noto {style} HK"]
        if language == "zh-Hans":
            self._register("SC")
            families.insert(0, f"Noto {style} SC")
        font = QFont(families)
        font.setPixelSize(round(size_px))
        font.setBold(face != "sans")
        # The stage is scaled by one transform: hinting for one size would be wrong at the others.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if language == "en":
            # Quotation marks and apostrophes are a Han character wide unless told not to.
            font.setFeature(QFont.Tag("pwid"), 1)
        else:
            # Behind Latin letters the faces lay …… on the baseline unless told not to.
            font.setFeature(QFont.Tag("locl"), 0)
        return font

    def _register(self, region: str) -> None:
        """Registered when first needed: reading a set of faces costs start-up time."""
        if region in self._registered:
            return
        for name in _FILES[region]:
            if QFontDatabase.addApplicationFont(str(self._folder / name)) < 0:
                raise FileNotFoundError(f"{self._folder / name}: the font is missing or damaged")
        self._registered.add(region)
