//! Tables of other people, one line per case: what their columns are taken for, the rows, and what
//! is wrong. The inputs in `cases/` were made after bug reports of other programs.
#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use std::path::Path;

use explorer_loader::{Beginning, Loader};
use explorer_meaning::mapping::Role;
use explorer_reader::encoding::{self, Encoding};
use explorer_reader::number::Decimal;
use support::countries;

/// What becomes of a file: columns with their roles, rows with their cells, problems; or why it is
/// refused.
fn outcome(bytes: &[u8]) -> String {
    let encoding = match encoding::sniff(bytes) {
        Ok(encoding) => encoding,
        Err(refusal) => return refusal.to_string(),
    };
    let text = match encoding {
        Encoding::Utf16Le => {
            let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            String::from_utf16_lossy(&units.collect::<Vec<_>>())
        }
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    let countries = countries();
    let beginning = match Beginning::of(&text, true, &countries) {
        Ok(beginning) => beginning,
        Err(refusal) => return refusal.to_string(),
    };
    let mut loader = Loader::new(beginning.format, beginning.mapping, countries);
    let loaded = loader.push(&text).and_then(|()| loader.finish());
    let loaded = match loaded {
        Ok(loaded) => loaded,
        Err(failure) => return failure.to_string(),
    };
    let columns = loaded.mapping.columns.iter().map(|column| {
        let mark = match column.role {
            Role::Number(Decimal::Point) => " .".to_owned(),
            Role::Number(Decimal::Comma) => " ,".to_owned(),
            Role::Number(Decimal::Ambiguous) => " ?".to_owned(),
            Role::MultiValue(separator) => format!(" {separator}"),
            _ => String::new(),
        };
        format!("{}: {}{mark}", column.name.replace('\n', " "), column.role.word())
    });
    let columns: Vec<String> = columns.collect();
    let all = loaded.view.table().len();
    let mut rows: Vec<(u64, String)> = (0..all)
        .map(|row| {
            let cells: Vec<String> =
                (0..loaded.columns.len()).map(|at| loaded.cell(row, at)).collect();
            (loaded.row_number(row), cells.join(", "))
        })
        .collect();
    rows.sort();
    let shown: Vec<&str> = rows.iter().take(5).map(|(_, cells)| cells.as_str()).collect();
    let notes: Vec<String> = loaded.summary.notes.iter().map(|note| format!("{note:?}")).collect();
    let notes = if notes.is_empty() { String::new() } else { format!(" + {}", notes.join(", ")) };
    format!(
        "{} = {all}: {} ! {}{notes}",
        columns.join(", "),
        shown.join(" / "),
        loaded.problems.total()
    )
}

/// One line per case: the file, columns with their roles and marks (`?` is asked), the number of rows,
/// the first five of them, `!` with the number of problems, `+` with what else is told.
const TABLE: &str = include_str!("cases/shapes.txt");

#[test]
fn every_case_is_read_as_the_table_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/shapes");
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    let lines: Vec<String> = names
        .iter()
        .map(|name| {
            let outcome = outcome(&std::fs::read(folder.join(name)).unwrap());
            format!("{name} -> {}", outcome.replace('\n', "\u{23ce}"))
        })
        .collect();
    if std::env::var_os("WRITE_CASES").is_some() {
        std::fs::write(folder.with_extension("txt"), lines.join("\n") + "\n").unwrap();
        return;
    }
    assert_eq!(lines, TABLE.lines().collect::<Vec<_>>());
}
