"""Names of a list in a text, by pyahocorasick: characters, the longest of what overlaps."""

import ahocorasick
import numpy as np
from contender import Clock, call, report
from gazetteer.names import names_of


def build(names):
    """Return the automaton of a list."""
    automaton = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
    for name in names:
        automaton.add_word(name)
    automaton.make_automaton()
    return automaton


def main():
    """Build, read and scan once and report, or write where the names are."""
    called = call()
    names = names_of(called.input, int(called.arguments[0]))
    clock = Clock()
    with clock.running():
        automaton = build(names)
        text = called.input.read_text(encoding="utf-8")
        found = list(automaton.iter_long(text))
    if called.result is None:
        report(clock, found=len(found))
        return
    begins = np.cumsum([0] + [len(character.encode()) for character in text])
    spans = [(begins[last + 1 - length], begins[last + 1]) for last, length in found]
    np.array(spans, dtype="<u4").tofile(called.result)


main()
