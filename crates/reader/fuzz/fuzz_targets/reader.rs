//! Any bytes as a file: rows, problems or a refusal, and the same in whatever pieces they come.

#![no_main]

use explorer_reader::encoding::{self, Encoding};
use explorer_reader::format::{self, Format};
use explorer_reader::json::JsonKind;
use explorer_reader::{Cells, Problem, Refusal, Sink, Summary, TableReader, Utf8Chunks};
use libfuzzer_sys::fuzz_target;

#[derive(Default, PartialEq, Debug)]
struct Kept {
    width: Option<usize>,
    rows: Vec<(u64, Vec<String>)>,
    bad: u64,
    problems: Vec<Problem>,
}

impl Sink for Kept {
    fn header(&mut self, names: &[String]) {
        assert!(self.width.is_none() && !names.is_empty());
        let mut sorted = names.to_vec();
        sorted.sort();
        sorted.dedup();
        assert_eq!(sorted.len(), names.len(), "names are unique");
        assert!(names.iter().all(|name| !name.is_empty()));
        self.width = Some(names.len());
    }
    fn row(&mut self, number: u64, cells: Cells<'_>) {
        assert_eq!(Some(cells.len()), self.width);
        self.rows.push((number, cells.iter().map(str::to_owned).collect()));
    }
    fn bad_row(&mut self, _: u64, _: Cells<'_>, problems: Vec<Problem>) {
        assert!(!problems.is_empty());
        self.bad += 1;
        self.problems.extend(problems);
    }
    fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }
}

fn read(format: Format, text: &str, size: usize) -> (Kept, Result<Summary, Refusal>) {
    let mut kept = Kept::default();
    let mut reader = TableReader::new(format);
    let mut rest = text;
    while !rest.is_empty() {
        let mut end = size.clamp(1, rest.len());
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        let (piece, after) = rest.split_at(end);
        if let Err(refusal) = reader.push(piece, &mut kept) {
            return (kept, Err(refusal));
        }
        rest = after;
    }
    let summary = reader.finish(&mut kept);
    (kept, summary)
}

fuzz_target!(|data: &[u8]| {
    let Some((&first, bytes)) = data.split_first() else { return };
    let size = usize::from(first % 67) + 1;
    let encoding = encoding::sniff(bytes);
    if let Err(refusal) = &encoding {
        assert!(!refusal.to_string().is_empty());
    }
    // Whatever was sniffed, any text has to be answered.
    let (mut text, mut chunks) = (String::new(), Utf8Chunks::default());
    for slice in bytes.chunks(size) {
        chunks.push(slice, &mut |piece| text.push_str(piece));
    }
    chunks.finish(&mut |piece| text.push_str(piece));
    if encoding == Ok(Encoding::Utf8) {
        assert_eq!(text, String::from_utf8_lossy(bytes));
    }
    let sniffed = format::sniff(&text, true).ok();
    let others = [JsonKind::List, JsonKind::Lines, JsonKind::Whole].map(Format::Json);
    let other = others[usize::from(first / 86)];
    for format in sniffed.into_iter().chain([other]) {
        let whole = read(format, &text, text.len());
        match &whole.1 {
            Ok(summary) => {
                assert_eq!(summary.rows, whole.0.rows.len() as u64);
                assert_eq!(summary.bad_rows, whole.0.bad);
                assert!(whole.0.width.is_some());
            }
            Err(refusal) => assert!(!refusal.to_string().is_empty()),
        }
        assert_eq!(read(format, &text, size), whole);
    }
});
