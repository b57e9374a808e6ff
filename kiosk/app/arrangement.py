"""The exhibition as the venue shows it: what the settings make of what the curators wrote."""

from kiosk.content.model import Exhibition
from kiosk.content.poll import with_poll
from kiosk.content.programme import ProgrammeName
from kiosk.settings.model import Settings
from kiosk.show.programme import programmed


def arranged(exhibition: Exhibition, settings: Settings, programme: ProgrammeName) -> Exhibition:
    """`exhibition` with the round and the defaults that hold now.

    Args:
        exhibition: all there is, as its files describe it.
        settings: what counts.
        programme: the one that is on; where there is none of that name it is A.
    """
    named = settings.programmes
    chosen = named.named(programme) or named.A
    shown = programmed(exhibition, chosen) if chosen else exhibition
    defaults = exhibition.defaults.model_copy(
        update={
            "language": settings.start.language,
            "theme": settings.start.theme,
            "attract_s": settings.timing.attract_s,
            "idle_s": settings.timing.idle_s,
            "warning_s": settings.timing.warning_s,
        }
    )
    shown = with_poll(shown, settings.poll.place)
    return shown.model_copy(update={"defaults": defaults})
