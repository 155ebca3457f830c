"""Widgets: one a file; each draws its own lines."""
