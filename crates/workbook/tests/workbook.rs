//! Workbooks as spreadsheet programs write them, and the text that is made of their sheets.
#![allow(clippy::unwrap_used)]

mod support;

use rust_xlsxwriter::{Format, Formula, Workbook as Made, Worksheet};
use support::{ods, replaced, sheets, text_cell, written};

/// A workbook with one sheet.
fn one(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut made = Made::new();
    fill(made.add_worksheet());
    made.save_to_buffer().unwrap()
}

/// The cells of a line, whose texts are without separators.
fn cells(text: &str) -> Vec<Vec<&str>> {
    text.lines().map(|line| line.split(',').map(|cell| cell.trim_matches('"')).collect()).collect()
}

/// A day, a moment, a time and a duration below their names.
fn moments() -> Vec<u8> {
    one(|sheet| {
        let format = |code: &str| Format::new().set_num_format(code);
        for (column, name) in ["day", "moment", "time", "duration", "share"].iter().enumerate() {
            sheet.write(0, column as u16, *name).unwrap();
        }
        sheet.write_with_format(1, 0, 44079, &format("dd/mm/yyyy")).unwrap();
        sheet.write_with_format(1, 1, 44079.4375, &format("d mmm yy h:mm")).unwrap();
        sheet.write_with_format(1, 2, 0.4375, &format("h:mm")).unwrap();
        sheet.write_with_format(1, 3, 1.5, &format("[h]:mm:ss")).unwrap();
        sheet.write_with_format(1, 4, 0.125, &format("0.0%")).unwrap();
    })
}

#[test]
fn dates_follow_the_epoch_of_the_workbook() {
    let of_1900 = moments();
    let text = written(&of_1900, 0).unwrap();
    let row = ["2020-09-05", "2020-09-05T10:30:00", "10:30:00", "36:00:00", "0.125"];
    assert_eq!(cells(&text)[1], row);
    let of_1904 =
        replaced(&of_1900, "xl/workbook.xml", "<workbookPr ", "<workbookPr date1904=\"1\" ");
    let text = written(&of_1904, 0).unwrap();
    let row = ["2024-09-06", "2024-09-06T10:30:00", "10:30:00", "36:00:00", "0.125"];
    assert_eq!(cells(&text)[1], row);
}

#[test]
fn values_are_what_they_are_in_the_spreadsheet() {
    let workbook = one(|sheet| {
        sheet.write(0, 0, "a \"quoted\", text\nof two lines").unwrap();
        sheet.write(0, 1, " blanks ").unwrap();
        sheet.write(0, 2, "00120").unwrap();
        sheet.write(1, 0, true).unwrap();
        sheet.write(1, 1, 1_234_567_890_123_f64).unwrap();
        sheet.write(1, 2, 0.1 + 0.2).unwrap();
        sheet.write(2, 0, Formula::new("=1+1").set_result("2")).unwrap();
        sheet.write(2, 1, Formula::new("=NA()").set_result("#N/A")).unwrap();
        sheet.write(2, 2, -1e-9).unwrap();
    });
    assert_eq!(
        written(&workbook, 0).unwrap(),
        "\"a \"\"quoted\"\", text\nof two lines\",\" blanks \",\"00120\"\r\n\
         TRUE,1234567890123,0.30000000000000004\r\n2,#N/A,-1e-9\r\n"
    );
}

#[test]
fn rows_keep_their_numbers_and_columns_begin_with_the_first_value() {
    let workbook = one(|sheet| {
        sheet.write(2, 3, "name").unwrap();
        sheet.write(2, 5, "number").unwrap();
        sheet.write(7, 3, "Laos").unwrap();
        // Formats without a value are no part of the table.
        sheet.write_blank(900, 40, &Format::new().set_bold()).unwrap();
        sheet.write(901, 1, "").unwrap();
    });
    let sheet = &sheets(&workbook).unwrap()[0];
    assert_eq!((sheet.rows, sheet.columns), (8, 3));
    let text = written(&workbook, 0).unwrap();
    assert_eq!(text, "\r\n\r\n\"name\",,\"number\"\r\n\r\n\r\n\r\n\r\n\"Laos\",,\r\n");
}

#[test]
fn sheets_are_listed_with_their_sizes() {
    let mut made = Made::new();
    made.add_worksheet().set_name("Notes & more").unwrap().write(0, 0, "words").unwrap();
    made.add_worksheet().set_name("Empty").unwrap();
    let hidden = made.add_worksheet().set_name("访问").unwrap();
    hidden.write(0, 0, 1).unwrap().write(9, 4, 2).unwrap();
    hidden.set_hidden(true);
    let workbook = made.save_to_buffer().unwrap();
    let found: Vec<_> = sheets(&workbook)
        .unwrap()
        .into_iter()
        .map(|sheet| (sheet.name, sheet.is_hidden, sheet.rows, sheet.columns))
        .collect();
    let expected = [("Notes & more", false, 1, 1), ("Empty", false, 0, 0), ("访问", true, 10, 5)];
    assert_eq!(
        found,
        expected.map(|(name, is, rows, columns)| (name.to_owned(), is, rows, columns))
    );
    assert_eq!(written(&workbook, 2).unwrap().lines().count(), 10);
    assert!(written(&workbook, 1).is_err(), "an empty sheet");
    assert!(written(&workbook, 3).is_err(), "no such sheet");
}

#[test]
fn a_merged_cell_holds_for_what_it_spans() {
    let workbook = one(|sheet| {
        let plain = Format::new();
        // A title, two rows of names, of which some span two columns and some both rows.
        sheet.merge_range(0, 0, 0, 4, "Visits", &plain).unwrap();
        sheet.merge_range(1, 0, 2, 0, "date", &plain).unwrap();
        sheet.merge_range(1, 1, 1, 2, "2023", &plain).unwrap();
        sheet.merge_range(1, 3, 1, 4, "2024", &plain).unwrap();
        for (column, name) in [(1, "visits"), (2, "cost"), (3, "visits"), (4, "cost")] {
            sheet.write(2, column, name).unwrap();
        }
        // A date for three rows, of which one has nothing else.
        sheet.merge_range(3, 0, 5, 0, "May", &plain).unwrap();
        sheet.write(3, 1, 1).unwrap();
        sheet.write(5, 2, 2).unwrap();
        sheet.merge_range(6, 0, 6, 1, "June", &plain).unwrap();
        sheet.write(6, 4, 3).unwrap();
        // A banner.
        sheet.merge_range(7, 0, 7, 4, "Later", &plain).unwrap();
        sheet.write(8, 0, "July").unwrap();
    });
    let text = written(&workbook, 0).unwrap();
    let rows: [&[&str]; 9] = [
        &["Visits", "", "", "", ""],
        &["date", "2023", "2023", "2024", "2024"],
        &["date", "visits", "cost", "visits", "cost"],
        &["May", "1", "", "", ""],
        &[""],
        &["May", "", "2", "", ""],
        &["June", "June", "", "", "3"],
        &["Later", "", "", "", ""],
        &["July", "", "", "", ""],
    ];
    assert_eq!(cells(&text), rows);
}

#[test]
fn ods_is_read_alike() {
    let mut tables = String::from("<table:table table:name=\"Visits\">");
    tables += "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    tables += &format!(
        "<table:table-row><table:table-cell/>{}{}{}{}</table:table-row>",
        text_cell("day"),
        text_cell("a &amp; b<text:s text:c=\"2\"/>c"),
        text_cell("share"),
        text_cell("time"),
    );
    let row = "<table:table-cell/>\
        <table:table-cell table:number-rows-spanned=\"2\" office:value-type=\"date\" office:date-value=\"2024-09-06\"><text:p>6. Sept.</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>\
        <table:table-cell office:value-type=\"percentage\" office:value=\"0.125\"/>\
        <table:table-cell office:value-type=\"time\" office:time-value=\"PT10H30M00S\"/>";
    tables += &format!("<table:table-row>{row}</table:table-row>");
    tables += "<table:table-row><table:table-cell/><table:covered-table-cell/><table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"3\"/></table:table-row>";
    tables += "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    tables += "</table:table><table:table table:name=\"Hidden\" table:style-name=\"hidden\"><table:table-row>";
    tables += &text_cell("x");
    tables += "</table:table-row></table:table>";
    let workbook = ods(&tables);
    let found = sheets(&workbook).unwrap();
    assert_eq!((found[0].rows, found[0].columns, found[0].is_hidden), (5, 4, false));
    assert_eq!((found[1].name.as_str(), found[1].is_hidden), ("Hidden", true));
    assert_eq!(
        written(&workbook, 0).unwrap(),
        "\r\n\r\n\"day\",\"a & b  c\",\"share\",\"time\"\r\n2024-09-06,TRUE,0.125,10:30:00\r\n\
         2024-09-06,3,3,\r\n"
    );
}
