//! Words by icu_segmenter (ICU4X).

use contender::{run_splitter, Span};
use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::WordSegmenter;

fn main() {
    let segmenter = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
    run_splitter(|line, spans| {
        let mut boundaries = segmenter.segment_str(line);
        let Some(first) = boundaries.next() else { return };
        let mut begin = first as u32;
        for boundary in boundaries {
            let end = boundary as u32;
            spans.push(Span { begin, end });
            begin = end;
        }
    });
}
