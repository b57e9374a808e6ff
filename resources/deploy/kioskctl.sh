#!/bin/sh
# kioskctl status | install BUNDLE | rollback | uninstall: for IT, as root.
set -eu
# Any version that can run will do: the current one may be why somebody is here.
for app in /opt/kiosk/current/app /opt/kiosk/apps/*; do
    if "$$app/venv/bin/python" -Es -c 'import cryptography' 2>/dev/null; then
        PYTHONPATH="$$app/app" exec "$$app/venv/bin/python" -sB -m kiosk.deploy "$$@"
    fi
done
echo "kioskctl: no version in /opt/kiosk can run: install a bundle again" >&2
exit 1
