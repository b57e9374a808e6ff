#!/bin/sh
# The exhibition, in whichever version is current, under its supervisor.
set -eu
if [ "$${QT_QPA_PLATFORM:-}" = xcb ]; then
    xset s off s noblank -dpms
    # Touch belongs to the screen it lies on, where the installer was told which.
    output="$output"
    [ -z "$$output" ] || xinput list --id-only | while read -r id; do
        ! xinput list-props "$$id" | grep -q 'libinput Calibration Matrix' ||
            xinput map-to-output "$$id" "$$output" || true
    done
fi
# By the link: whatever is started again is of the version that is current by then.
exec /opt/kiosk/current/app/venv/bin/python -Es /opt/kiosk/current/app/app/main.py \
    supervise --content /opt/kiosk/current/content
