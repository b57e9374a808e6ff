"""How much is left of what cannot be used now: it recedes, and its words can still be read."""

FAINT = 0.65
"""Leaves words a contrast of 4.5 or more on the ground of every theme."""
