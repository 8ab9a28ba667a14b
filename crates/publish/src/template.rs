//! An empty table as a workbook, with what its columns hold and the words that the explorer knows.

use explorer_archive::Problem;
use explorer_intake::template::COLUMNS;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::{File, Source};

/// Its path.
pub const PATH: &str = "data/template.xlsx";

/// The workbook; the same bytes for the same dataset.
///
/// # Errors
/// If it cannot be written.
pub fn template(source: &Source) -> Result<File, Problem> {
    let bytes = workbook(source)
        .map_err(|error| Problem::new(format!("{PATH} cannot be made: {error}")))?;
    Ok(File { path: PATH.to_owned(), bytes })
}

fn workbook(source: &Source) -> Result<Vec<u8>, XlsxError> {
    let codebook = &source.dataset().codebook;
    let mut workbook = Workbook::new();
    // Not when it was made: nothing else of it depends on that.
    let released = ExcelDateTime::parse_from_str(&codebook.released)?;
    let title = format!("Template, codebook of version {}", codebook.version);
    workbook
        .set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&released));
    let columns: Vec<&str> = COLUMNS.iter().map(|(name, _)| *name).collect();
    // The first sheet is the one that is opened.
    write(workbook.add_worksheet(), "Interactions", &columns, &[])?;
    let about = COLUMNS.map(|(name, holds)| [name.to_owned(), holds.to_owned()]);
    let about: Vec<_> =
        about.iter().map(|[name, holds]| vec![name.clone(), holds.clone()]).collect();
    write(workbook.add_worksheet(), "Columns", &["column", "what it holds"], &about)?;
    let words = words(source);
    write(workbook.add_worksheet(), "Codebook", &["column", "word", "what it means"], &words)?;
    workbook.save_to_buffer()
}

/// The words of each column, in the order of the codebook.
fn words(source: &Source) -> Vec<Vec<String>> {
    let dataset = source.dataset();
    let lists = &dataset.codebook.vocabularies;
    let row = |column: &str, word: &str, meaning: &str| {
        vec![column.to_owned(), word.to_owned(), meaning.to_owned()]
    };
    let mut rows: Vec<_> =
        dataset.agencies.iter().map(|agency| row("agency", &agency.id, &agency.name_en)).collect();
    rows.extend(dataset.officials.iter().map(|official| row("official", &official.name_en, "")));
    rows.extend(dataset.countries.iter().map(|of| row("counterpart", &of.name_en, &of.iso3)));
    for (column, words) in [
        ("counterpart", &lists.organizations),
        ("format", &lists.formats),
        ("rank", &lists.ranks),
        ("channel", &lists.channels),
        ("forum", &lists.forums),
        ("counterpart_office", &lists.offices),
        ("topics", &lists.topics),
        ("confidence", &lists.confidences),
    ] {
        rows.extend(words.iter().map(|word| row(column, &word.word, &word.definition)));
    }
    rows
}

/// A sheet of text under a heading that stays in sight.
fn write(
    sheet: &mut Worksheet,
    name: &str,
    headings: &[&str],
    rows: &[Vec<String>],
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 0)?;
    // A day stays as it is typed.
    let (bold, text) = (Format::new().set_bold(), Format::new().set_num_format("@"));
    for (heading, at) in headings.iter().zip(0..) {
        let wide = rows.iter().filter_map(|row| row.get(usize::from(at))).map(String::len).max();
        sheet.set_column_width(at, wide.unwrap_or(14).clamp(14, 70) as f64)?;
        sheet.set_column_format(at, &text)?;
        sheet.write_string_with_format(0, at, *heading, &bold)?;
    }
    for (row, line) in rows.iter().zip(1..) {
        for (cell, at) in row.iter().zip(0..) {
            sheet.write_string(line, at, cell)?;
        }
    }
    Ok(())
}
