"""Days of exhibition in an hour: visitors and staff who are none, and a certificate of how it went.

The kiosk is the real one, with its window, its venue's folder and its journal. Only time is wound
forward, and only the fingers are made up.
"""
