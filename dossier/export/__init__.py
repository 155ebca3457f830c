"""The form a dossier leaves in: one target format a file; the table stands here."""
