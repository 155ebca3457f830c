"""The function that tells contents apart, loaded without what comes with it.

``hashlib`` has it too, and loads OpenSSL besides: 10 ms before a page stands (2026-11).
"""

try:
    from _blake2 import blake2b
except ImportError:  # a Python that has it from elsewhere
    from hashlib import blake2b

__all__ = ["blake2b"]
