"""Looks by what a visitor prefers; what they are made of is read once, when it is first wanted."""

from functools import cache
from pathlib import Path

from kiosk.content.language import Language
from kiosk.content.strings import load_strings
from kiosk.content.theme import load_theme, theme_for
from kiosk.show.preferences import Preferences
from kiosk.toolkit.fonts import Fonts
from kiosk.toolkit.icons import Icons
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import Palette


class Wardrobe:
    """Makes looks from files; it needs a QGuiApplication for the fonts.

    Args:
        themes: the folder of the themes.
        fonts: the folder of the faces.
        icons: the folder of the icons.
        strings: the file of the interface's words.

    Raises:
        ContentError: something in a file is wrong.
    """

    def __init__(self, themes: Path, fonts: Path, icons: Path, strings: Path) -> None:
        self._themes = themes
        self._fonts = Fonts(fonts)
        self._icons = Icons(icons)
        self._strings = load_strings(strings)
        self._palette = cache(lambda theme: Palette(load_theme(themes, theme)))

    def look(self, language: Language, theme: str) -> Look:
        """The look in a language and a theme.

        Raises:
            ContentError: there is no such theme, or something in it is wrong.
        """
        return Look(
            palette=self._palette(theme),
            fonts=self._fonts,
            icons=self._icons,
            strings=self._strings,
            language=language,
        )

    def preferred(self, preferences: Preferences, default_theme: str) -> Look:
        """The look that a visitor prefers, in `default_theme` where it is what they ask for."""
        theme = theme_for(
            self._themes, default_theme, preferences.daylight, preferences.high_contrast
        )
        return self.look(preferences.language, theme)

    def first_preferences(self, language: Language, theme: str) -> Preferences:
        """What nobody has asked for yet: a language and a theme as they are."""
        worn = load_theme(self._themes, theme)
        return Preferences(language, high_contrast=worn.high_contrast, daylight=worn.daylight)
