"""The exhibition kiosk: files become an exhibition, a clock says what is on, a stage draws it."""
