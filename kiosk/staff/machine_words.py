"""What the page «Machine» says, and how it says times and sizes."""

from collections.abc import Mapping
from datetime import datetime

from kiosk.content.frozen import Frozen
from kiosk.content.language import Localised
from kiosk.staff.words import PageWords
from kiosk.toolkit.look import Look
from kiosk.venue.machine import StartReason, Trouble, TroubleKind


class TroubleWords(Frozen):
    """A trouble: what it is, and what staff can do."""

    says: Localised
    advice: Localised


class TabWords(Frozen):
    """The parts of the page."""

    state: Localised
    problems: Localised
    tests: Localised
    actions: Localised


class MachineWords(PageWords):
    """`machine.yaml`."""

    tabs: TabWords
    all_well: Localised
    all_well_note: Localised
    concerns: Localised
    more_concerns: Localised
    clock_is_right: Localised
    concern: Localised
    today: Localised
    yesterday: Localised
    earlier: Localised
    times: Localised
    unknown: Localised
    uptime: Localised
    since: Localised
    days_hours: Localised
    hours_minutes: Localised
    minutes: Localised
    starts: Localised
    starts_count: Localised
    reasons: Mapping[StartReason, Localised]
    pace: Localised
    milliseconds: Localised
    pace_smooth: Localised
    pace_fair: Localised
    pace_slow: Localised
    pace_none: Localised
    memory: Localised
    memory_note: Localised
    temperature: Localised
    temperature_note: Localised
    temperature_hot: Localised
    temperature_none: Localised
    disk: Localised
    disk_note: Localised
    clock: Localised
    date: Localised
    clock_doubted: Localised
    version: Localised
    version_note: Localised
    troubles: Mapping[TroubleKind, TroubleWords]
    no_troubles: Localised
    newer: Localised
    older: Localised
    shown_of: Localised
    begin: Localised
    back: Localised
    touch_test: Localised
    touch_test_note: Localised
    touch_hint: Localised
    touch_count: Localised
    touch_done: Localised
    colour_test: Localised
    colour_test_note: Localised
    colour_hint: Localised
    clean: Localised
    clean_note: Localised
    guide: Localised
    guide_note: Localised
    suspend: Localised
    suspend_note: Localised
    change_pin: Localised
    change_pin_note: Localised
    change: Localised
    ending: Localised
    ending_note: Localised
    restart: Localised
    quit: Localised
    cancel: Localised
    sure_restart: Localised
    sure_restart_note: Localised
    sure_quit: Localised
    sure_quit_note: Localised


def said_when(look: Look, words: MachineWords, at: datetime, now: datetime) -> str:
    """When something was, seen from now."""
    days = (now.date() - at.date()).days
    template = {0: words.today, 1: words.yesterday}.get(days, words.earlier)
    return look.text(template).format(month=at.month, day=at.day, time=f"{at:%H:%M}")


def said_concern(look: Look, words: MachineWords, trouble: Trouble, now: datetime) -> str:
    """What staff have to know of, in a line."""
    says = look.text(words.troubles[trouble.kind].says)
    if trouble.at == now:
        return says
    return look.text(words.concern).format(when=said_when(look, words, trouble.at, now), says=says)


def said_date(look: Look, words: MachineWords, at: datetime, trusted: bool) -> str:
    """A day, with a doubt where the clock is not trusted."""
    template = words.date if trusted else words.clock_doubted
    return look.text(template).format(year=at.year, month=at.month, day=at.day)


def said_duration(look: Look, words: MachineWords, seconds: float) -> str:
    """How long something has lasted, in the two units that matter."""
    minutes = int(seconds // 60)
    hours, days = minutes // 60, minutes // (24 * 60)
    if days:
        return look.text(words.days_hours).format(days=days, hours=hours % 24)
    if hours:
        return look.text(words.hours_minutes).format(hours=hours, minutes=minutes % 60)
    return look.text(words.minutes).format(minutes=minutes)


def said_size(count: int) -> str:
    """So many bytes, in the unit that leaves at most three digits."""
    for unit, size in (("TB", 10**12), ("GB", 10**9)):
        if count >= size:
            amount = count / size
            return f"{amount:.1f} {unit}" if amount < 10 else f"{amount:.0f} {unit}"
    return f"{count / 10**6:.0f} MB"
