#!/bin/sh
# The session: a bare X server with one program, without a pointer and without a way out of it.
# Not through Debian's wrapper, which would need to become root: logind opens the devices.
set -eu
[ -w "$${XDG_RUNTIME_DIR:-/}" ] || export XDG_RUNTIME_DIR=/run/kiosk
export QT_QPA_PLATFORM=xcb
exec /usr/bin/xinit /opt/kiosk/bin/kiosk-show -- \
    /usr/lib/xorg/Xorg :0 vt1 -keeptty -nocursor -nolisten tcp -noreset
