"""The machine that the kiosk runs on: what it can do beside showing pictures. No Qt here."""
