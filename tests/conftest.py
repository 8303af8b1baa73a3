"""What holds for every test in Python."""

from hypothesis import settings

# The same examples in every run, and no clock: a slow machine is no failure.
settings.register_profile("wortfeld", derandomize=True, deadline=None)
settings.load_profile("wortfeld")
