//! Names of a list in a text, by daachorse: byte-wise, leftmost-longest.

use contender::{run_whole, Span};
use daachorse::{DoubleArrayAhoCorasick, DoubleArrayAhoCorasickBuilder, MatchKind};
use std::fs;
use std::path::Path;

fn build(names: &[&str]) -> DoubleArrayAhoCorasick<u32> {
    DoubleArrayAhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .build(names)
        .expect("the names are distinct")
}

fn scan(automaton: &DoubleArrayAhoCorasick<u32>, text: &str) -> Vec<Span> {
    automaton
        .leftmost_find_iter(text)
        .map(|found| Span { begin: found.start() as u32, end: found.end() as u32 })
        .collect()
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let source = Path::new(&arguments[1]);
    let list = source.with_extension(format!("names-{}", arguments[3]));
    let lines = fs::read_to_string(list).expect("the first program of the task made the list");
    let names: Vec<&str> = lines.lines().collect();
    let read = || fs::read_to_string(source).expect("the input is UTF-8");
    if arguments[4] == "whole" {
        run_whole(|| scan(&build(&names), &read()));
    } else {
        let (automaton, text) = (build(&names), read());
        run_whole(|| scan(&automaton, &text));
    }
}
