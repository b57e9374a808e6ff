"""The session of an installed kiosk on a screen in memory, until its first frame is a picture."""

import gzip
from pathlib import Path

from PySide6.QtGui import QImage

FEWEST_COLOURS = 50
WIDE_PX, HIGH_PX = 1920, 1080
LOOKS = 60
"""As many seconds it may take: the disk is cold, and there is no graphics card."""

_HEAD = f"""
export XDG_RUNTIME_DIR=/run/kiosk KIOSK_VENUE=/var/lib/kiosk HOME=/var/lib/kiosk LANG=C.UTF-8
picture=/var/lib/kiosk/first-frame.png
look() {{
    for _ in $(seq {LOOKS}); do
        sleep 1
        shoot "$picture" 2>/dev/null
        [ "$(stat -c %s "$picture" 2>/dev/null || echo 0)" -gt 50000 ] && break
    done
    sleep 3; shoot "$picture"
}}
"""

SESSION = {
    "cage": _HEAD
    + """
export WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman
shoot() { WAYLAND_DISPLAY=wayland-0 grim "$1"; }
/opt/kiosk/bin/kiosk-session & session=$!
look
kill $session; wait
""",
    "x": _HEAD
    + """
export QT_QPA_PLATFORM=xcb
shoot() { DISPLAY=:0 xwd -silent -root | gzip -1 > "$1"; }
xinit /opt/kiosk/bin/kiosk-show -- /usr/bin/Xvfb :0 -screen 0 1920x1080x24 -nocursor & session=$!
look
kill $session; wait
""",
}
"""Scripts for the machine, run as the kiosk's user."""


def is_picture(file: Path) -> bool:
    """Whether an image, or a dump of X, shows more than a few colours."""
    image = QImage(str(file))
    if image.isNull() and file.exists():
        # A dump of X ends with its pixels, four bytes each.
        pixels = gzip.decompress(file.read_bytes())[-4 * WIDE_PX * HIGH_PX :]
        image = QImage(pixels, WIDE_PX, HIGH_PX, QImage.Format.Format_RGB32)
        image.save(str(file), "PNG")
    across, down = range(0, image.width(), 7), range(0, image.height(), 7)
    return len({image.pixel(x, y) for x in across for y in down}) >= FEWEST_COLOURS
