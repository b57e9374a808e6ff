"""The staff panel: it shows what it is told and says what staff want, and decides nothing."""
