"""`import wortfeld` in a process of its own."""

from contender import Clock, report

clock = Clock()
with clock.running():
    import wortfeld
report(clock, modules=wortfeld.__name__)
