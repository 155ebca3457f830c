"""``python -m tui``: the command ``dossier``, for what starts it again from within."""

from tui.start import main

if __name__ == "__main__":
    raise SystemExit(main())
