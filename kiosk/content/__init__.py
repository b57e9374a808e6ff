"""Files become one frozen exhibition, or a list of problems with their places. No Qt in here."""
