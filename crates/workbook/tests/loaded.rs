//! The text of a sheet, read as any other table.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::rc::Rc;

use explorer_loader::{Beginning, Loaded, Loader};
use explorer_meaning::country::Countries;
use explorer_reader::Format;
use rust_xlsxwriter::{Format as CellFormat, Workbook as Made, Worksheet};
use support::written;

fn loaded(fill: impl FnOnce(&mut Worksheet)) -> (Beginning, Loaded) {
    let mut made = Made::new();
    fill(made.add_worksheet());
    let text = written(&made.save_to_buffer().unwrap(), 0).unwrap();
    let countries = Countries::from_json(include_str!("../../../data/countries.json")).unwrap();
    let countries = Rc::new(countries);
    let beginning = Beginning::of(&text, true, &countries).unwrap();
    let mut loader = Loader::new(beginning.format, beginning.mapping.clone(), countries);
    loader.push(&text).unwrap();
    (beginning, loader.finish().unwrap())
}

#[test]
fn a_title_merged_names_and_empty_rows_are_what_they_are() {
    let (beginning, loaded) = loaded(|sheet| {
        let plain = CellFormat::new();
        let date = CellFormat::new().set_num_format("d/m/yy");
        sheet.merge_range(0, 0, 0, 3, "Visits by year", &plain).unwrap();
        sheet.merge_range(2, 0, 3, 0, "date", &plain).unwrap();
        sheet.merge_range(2, 1, 3, 1, "country", &plain).unwrap();
        sheet.merge_range(2, 2, 2, 3, "held", &plain).unwrap();
        sheet.write(3, 2, "visits").unwrap().write(3, 3, "cost").unwrap();
        for row in 0..20_u32 {
            // Row 15 of the sheet has nothing in it.
            let at = 4 + row + row / 10;
            sheet.write_with_format(at, 0, 45_000 + row, &date).unwrap();
            sheet.write(at, 1, ["Laos", "Viet Nam"][row as usize % 2]).unwrap();
            sheet.write(at, 2, row).unwrap();
            sheet.write(at, 3, f64::from(row) / 4.0).unwrap();
        }
        sheet.write(25, 0, "soon").unwrap().write(25, 1, "Atlantis").unwrap();
    });
    assert_eq!(beginning.header, ["date", "country", "held visits", "held cost"]);
    let numbers: Vec<u64> = (0..21).map(|row| loaded.row_number(row)).collect();
    let expected: Vec<u64> = (5..15).chain(16..27).collect();
    assert_eq!(numbers.len(), 21);
    assert_eq!(ordered(numbers), expected);
    let wrong: Vec<u64> = loaded.problems.kept().iter().map(|problem| problem.row).collect();
    assert_eq!(wrong, [26, 26]);
}

fn ordered(mut numbers: Vec<u64>) -> Vec<u64> {
    numbers.sort_unstable();
    numbers
}

#[test]
fn no_text_is_taken_for_the_form_of_the_file() {
    for first in ["sep=;", "[{\"a\": 1}]", "{\"a\":1}", "<html>", "\u{feff}name", "a;b;c|d\te"] {
        let (beginning, loaded) = loaded(|sheet| {
            sheet.write(0, 0, first).unwrap().write(0, 1, "topics").unwrap();
            for row in 1..30 {
                sheet.write(row, 0, format!("{row}; {row}| \"{row}\", {row}\t\n{row}")).unwrap();
                sheet.write(row, 1, "a; b; c; d").unwrap();
            }
        });
        let Format::Delimited(dialect) = beginning.format else { panic!("{first} is JSON") };
        assert_eq!(dialect.delimiter, b',', "{first}");
        assert_eq!(beginning.header.len(), 2, "{first}");
        assert_eq!((loaded.row_number(0), loaded.problems.total()), (2, 0), "{first}");
    }
}
