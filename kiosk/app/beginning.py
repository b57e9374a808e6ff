"""How it is before a visitor asks for something else, as the exhibition's defaults say."""

from kiosk.content.model import Exhibition
from kiosk.show.preferences import Preferences
from kiosk.show.visit import Timing
from kiosk.toolkit.wardrobe import Wardrobe


def timing(exhibition: Exhibition) -> Timing:
    """How patient it is."""
    defaults = exhibition.defaults
    return Timing(
        attract_ms=defaults.attract_s * 1000,
        idle_ms=defaults.idle_s * 1000,
        warning_ms=defaults.warning_s * 1000,
    )


def first_preferences(exhibition: Exhibition, wardrobe: Wardrobe) -> Preferences:
    """In which language and colours it is."""
    defaults = exhibition.defaults
    return wardrobe.first_preferences(defaults.language, defaults.theme)


def dress(preferences: Preferences) -> tuple[object, ...]:
    """What of the preferences everything has to be built anew for."""
    wanted = preferences
    return (
        wanted.language,
        wanted.large_text,
        wanted.high_contrast,
        wanted.daylight,
        wanted.reach,
    )
