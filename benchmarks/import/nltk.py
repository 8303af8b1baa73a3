"""`import nltk` in a process of its own."""

from contender import Clock, report

clock = Clock()
with clock.running():
    import nltk
report(clock, modules=nltk.__name__)
