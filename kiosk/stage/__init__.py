"""The screen: one view on one scene. State comes in by setters, wishes go out as signals."""
