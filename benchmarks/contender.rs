//! What the Rust programs of the benchmarks share; the protocol is that of contender.hpp.

use std::fs;
use std::time::Instant;

/// Bytes of a text, half-open.
pub struct Span {
    pub begin: u32,
    pub end: u32,
}

/// Seconds of the processor that this process has used.
fn processor_seconds() -> f64 {
    let mut now = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the call writes into the timespec it is given and nowhere else.
    unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut now) };
    now.tv_sec as f64 + now.tv_nsec as f64 * 1e-9
}

/// Clocks a splitter, which appends the spans of a line, or writes what it finds.
pub fn run_splitter(mut split: impl FnMut(&str, &mut Vec<Span>)) {
    let arguments: Vec<String> = std::env::args().collect();
    let text = fs::read_to_string(&arguments[1]).expect("the input is UTF-8");
    let lines: Vec<&str> = text.lines().collect();
    let mut spans = Vec::new();
    if arguments[2] == "-" {
        let processor = processor_seconds();
        let start = Instant::now();
        let mut found = 0;
        for line in &lines {
            spans.clear();
            split(line, &mut spans);
            found += spans.len();
        }
        let wall = start.elapsed().as_secs_f64();
        let used = processor_seconds() - processor;
        println!(r#"{{"seconds": {wall}, "processor_seconds": {used}, "found": {found}}}"#);
        return;
    }
    let mut bytes = Vec::new();
    for line in &lines {
        spans.clear();
        split(line, &mut spans);
        let offset = (line.as_ptr() as usize - text.as_ptr() as usize) as u32;
        for span in &spans {
            bytes.extend((offset + span.begin).to_le_bytes());
            bytes.extend((offset + span.end).to_le_bytes());
        }
    }
    fs::write(&arguments[2], bytes).expect("the result can be written");
}

/// Clocks one call that returns all spans of a text, or writes what it finds.
pub fn run_whole(find: impl FnOnce() -> Vec<Span>) {
    let arguments: Vec<String> = std::env::args().collect();
    let processor = processor_seconds();
    let start = Instant::now();
    let spans = find();
    let wall = start.elapsed().as_secs_f64();
    let used = processor_seconds() - processor;
    if arguments[2] == "-" {
        let found = spans.len();
        println!(r#"{{"seconds": {wall}, "processor_seconds": {used}, "found": {found}}}"#);
        return;
    }
    let bytes: Vec<u8> =
        spans.iter().flat_map(|span| [span.begin, span.end]).flat_map(u32::to_le_bytes).collect();
    fs::write(&arguments[2], bytes).expect("the result can be written");
}
