"""Looks a machine over before opening, and says what to do where something is wrong.

Each check reads files below a root and says one thing in one line. None changes anything.
"""
