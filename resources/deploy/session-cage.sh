#!/bin/sh
# The session: cage shows one program over the whole screen and has no other. It lets nobody switch
# to another console, and shows no pointer where there is no mouse.
set -eu
export XDG_RUNTIME_DIR=/run/kiosk
export LIBSEAT_BACKEND=seatd
export QT_QPA_PLATFORM=wayland
# Without `-m last`: in Debian 12's version, 0.1.4, that ends it with a segmentation fault.
exec /usr/bin/cage -d -- /opt/kiosk/bin/kiosk-show
