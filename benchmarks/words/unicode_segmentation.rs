//! Words by unicode-segmentation.

use contender::{run_splitter, Span};
use unicode_segmentation::UnicodeSegmentation;

fn main() {
    run_splitter(|line, spans| {
        for (offset, word) in line.split_word_bound_indices() {
            let begin = offset as u32;
            spans.push(Span { begin, end: begin + word.len() as u32 });
        }
    });
}
