"""The terminal: how a key press becomes a picture.

``start.main`` decides between a sub-command (``dossier.cli``) and the screen, and imports only what
that needs. ``app.DossierApp`` holds theme and keymap, and pushes ``screens.reader.ReaderScreen``.
"""
