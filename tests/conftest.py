"""What holds for every test: no property is failed for the time a busy machine took."""

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")
