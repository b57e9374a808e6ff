"""Puts the kiosk on a machine, brings it up to date, and takes it off again.

It runs as root, on a machine without a network, and on its first day without the kiosk's packages:
so it imports the standard library, what the venue's bundles need, and nothing else.
"""
