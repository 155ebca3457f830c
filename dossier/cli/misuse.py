"""What the caller got wrong."""


class Misuse(Exception):  # noqa: N818 - said of the call, in the house's words
    """The arguments do not mean anything: one sentence for the caller."""
