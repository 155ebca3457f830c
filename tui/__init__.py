"""The terminal: how a key press becomes a picture.

``start.main`` decides between a sub-command (``dossier.cli``) and the screen, and imports only what
that needs. ``app.DossierApp`` holds theme, keys and settings, and shows ``screens.reader``.

How a key becomes a picture::

    key ──keying──▶ action of the pane, of what holds it, of the screen or the app (``commands``)
    action ──▶ the guide: the choice (``reading``), the search (``lens``), the trail (``places``)
    guide ──▶ panes: rows, a page (``pages``), marks over it (``marks``)
    page ──layout, typesetting──▶ lines: spans of an article's text; those in sight (``window``)
    lines + marks ──rendering, inks──▶ strips, drawn when the key is done, kept until they change
    strips ──painting, canvas──▶ the cells that differ, written at once by the driver (``thrifty``)

- What holds the three panes, each widget the next, with the keys of what it does: ``finding``,
  ``going``, ``sorting``, ``cuttings``, the ``desk``.
- The guide owns what is chosen and is no widget; panes know rows or a page, and say what the reader
  did. They say it at once (``Pane.listener``), so that one key is one paint.
- What stands before the program does is the frame that was kept when it was left (``first_frame``,
  ``standing``): true, or not shown.
- A pane draws its own lines and keeps its own place; nothing is laid out again on a key. Rows that
  look as before are not sent again.
- Every offset is one of code points in an article's text. Words become cells in ``glyphs`` alone,
  and what a terminal could take for an order becomes harmless there.
- What the program says itself is said through ``wording`` and drawn so that it is told apart from
  the sources' words.
- What can wait waits: clippings, search, the other screens and what they import come after the
  first paint, topics and entities from a thread.
"""
