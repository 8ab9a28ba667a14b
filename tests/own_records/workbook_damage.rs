//! Damage in the cells of a workbook with somebody's records: each kind is told by row and column, or stays
//! visible as it stands, and all other rows are the records that they were.

use explorer_dataset::event::Event;
use explorer_reader::header::Note;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

use crate::opened::{Opened, opened};
use crate::sound;

/// What is written in the place of a cell.
type Write = fn(&mut Worksheet, u32, u16);

/// A word that stands nowhere else.
const MARK: &str = "zqx7";

/// Kinds of cells, with what has to be found again of each.
const CELLS: [(&str, Write, Option<&str>); 42] = [
    ("true", |sheet, row, column| put(sheet.write(row, column, true)), Some("TRUE")),
    ("false", |sheet, row, column| put(sheet.write(row, column, false)), Some("FALSE")),
    ("a number", |sheet, row, column| put(sheet.write(row, column, 70_707_077)), Some("70707077")),
    ("zero", |sheet, row, column| put(sheet.write(row, column, 0)), Some("0")),
    ("a fraction", |sheet, row, column| put(sheet.write(row, column, -7070.25)), Some("7070.25")),
    (
        "a large number",
        |sheet, row, column| put(sheet.write(row, column, 7.5e300)),
        Some("7.5e300"),
    ),
    (
        "a small number",
        |sheet, row, column| put(sheet.write(row, column, 7.5e-300)),
        Some("7.5e-300"),
    ),
    (
        "a number of many digits",
        |sheet, row, column| put(sheet.write(row, column, 0.1 + 0.2)),
        Some("0.30000000000000004"),
    ),
    (
        "a share",
        |sheet, row, column| put(sheet.write_with_format(row, column, 0.75, &form("0%"))),
        Some("0.75"),
    ),
    (
        "money",
        |sheet, row, column| {
            put(sheet.write_with_format(row, column, 7071.5, &form("[$$-409]#,##0.00")))
        },
        Some("7071.5"),
    ),
    (
        "a day",
        |sheet, row, column| put(sheet.write_with_format(row, column, 45_111, &form("dd/mm/yyyy"))),
        Some("2023-07-04"),
    ),
    (
        "a moment",
        |sheet, row, column| {
            put(sheet.write_with_format(row, column, 45_111.75, &form("yyyy-mm-dd hh:mm")))
        },
        Some("2023-07-04"),
    ),
    (
        "a time",
        |sheet, row, column| put(sheet.write_with_format(row, column, 0.75, &form("hh:mm"))),
        Some("18:00:00"),
    ),
    (
        "a duration",
        |sheet, row, column| put(sheet.write_with_format(row, column, 3.5, &form("[h]:mm:ss"))),
        Some("84:00:00"),
    ),
    (
        "a day before all",
        |sheet, row, column| put(sheet.write_with_format(row, column, -7071, &form("yyyy-mm-dd"))),
        Some("7071"),
    ),
    (
        "a day after all",
        |sheet, row, column| {
            put(sheet.write_with_format(row, column, 7_071_077, &form("yyyy-mm-dd")))
        },
        Some("7071077"),
    ),
    (
        "a day that never was",
        |sheet, row, column| put(sheet.write_with_format(row, column, 60, &form("yyyy-mm-dd"))),
        Some("1900-02-29"),
    ),
    (
        "a month",
        |sheet, row, column| {
            put(sheet.write_with_format(
                row,
                column,
                ExcelDateTime::from_ymd(2023, 7, 1).unwrap(),
                &form("mmm yy"),
            ))
        },
        Some("2023-07"),
    ),
    (
        "no such value",
        |sheet, row, column| put(sheet.write(row, column, error("#N/A"))),
        Some("#N/A"),
    ),
    (
        "a wrong reference",
        |sheet, row, column| put(sheet.write(row, column, error("#REF!"))),
        Some("#REF!"),
    ),
    (
        "a wrong name",
        |sheet, row, column| put(sheet.write(row, column, error("#NAME?"))),
        Some("#NAME?"),
    ),
    (
        "a division by zero",
        |sheet, row, column| put(sheet.write(row, column, error("#DIV/0!"))),
        Some("#DIV/0!"),
    ),
    (
        "a wrong value",
        |sheet, row, column| put(sheet.write(row, column, error("#VALUE!"))),
        Some("#VALUE!"),
    ),
    (
        "a formula that was not computed",
        |sheet, row, column| put(sheet.write(row, column, Formula::new("=A1").set_result(""))),
        None,
    ),
    (
        "a formula of a number",
        |sheet, row, column| {
            put(sheet.write(row, column, Formula::new("=7*1").set_result("70707077")))
        },
        Some("70707077"),
    ),
    (
        "a formula of a text",
        |sheet, row, column| put(sheet.write(row, column, Formula::new("=A1").set_result(MARK))),
        Some(MARK),
    ),
    (
        "a formula of a truth",
        |sheet, row, column| put(sheet.write(row, column, Formula::new("=1=1").set_result("TRUE"))),
        Some("TRUE"),
    ),
    ("nothing", |_, _, _| (), None),
    (
        "a blank with a look",
        |sheet, row, column| put(sheet.write_blank(row, column, &form("0.00"))),
        None,
    ),
    ("an empty text", |sheet, row, column| put(sheet.write_string(row, column, "")), None),
    ("blanks", |sheet, row, column| put(sheet.write_string(row, column, "  \u{a0} ")), None),
    (
        "an unknown word",
        |sheet, row, column| put(sheet.write_string(row, column, MARK)),
        Some(MARK),
    ),
    (
        "a number as a text",
        |sheet, row, column| put(sheet.write_string(row, column, "0070707077")),
        Some("70707077"),
    ),
    (
        "a formula as a text",
        |sheet, row, column| put(sheet.write_string(row, column, "=zqx7()")),
        Some("=zqx7()"),
    ),
    (
        "quotes, lines and tabs",
        |sheet, row, column| put(sheet.write_string(row, column, "\"zqx7\",\n'a'\tb")),
        Some(MARK),
    ),
    (
        "separators",
        |sheet, row, column| put(sheet.write_string(row, column, "a;zqx7|b,c")),
        Some(MARK),
    ),
    (
        "another script",
        |sheet, row, column| put(sheet.write_string(row, column, "zqx7 水上安全 é\u{301}")),
        Some(MARK),
    ),
    (
        "a damaged letter",
        |sheet, row, column| put(sheet.write_string(row, column, "zqx7\u{fffd}")),
        Some(MARK),
    ),
    (
        "a control character",
        |sheet, row, column| put(sheet.write_string(row, column, "zqx7\u{1}\u{b}")),
        Some(MARK),
    ),
    (
        "markup",
        |sheet, row, column| put(sheet.write_string(row, column, "<b>zqx7</b>&amp;")),
        Some(MARK),
    ),
    (
        "a long text",
        |sheet, row, column| {
            put(sheet.write_string(row, column, format!("{MARK}{}", " long".repeat(6_000))))
        },
        Some(MARK),
    ),
    (
        "an address",
        |sheet, row, column| put(sheet.write_url(row, column, "https://example.org/zqx7")),
        Some("https://example.org/zqx7"),
    ),
];

fn put<T>(written: Result<T, rust_xlsxwriter::XlsxError>) {
    assert!(written.is_ok());
}

fn form(code: &str) -> Format {
    Format::new().set_num_format(code)
}

fn error(words: &str) -> Formula {
    Formula::new("=1/0").set_result(words)
}

/// Where a row and a column of the sound table stand in the sheet.
type Place = fn(u32, u16) -> (u32, u16);

/// Writes the sound records into a sheet; `instead` says whether a cell is written in another way.
fn fill(sheet: &mut Worksheet, place: Place, instead: &dyn Fn(&mut Worksheet, u32, u16) -> bool) {
    let (header, rows) = sound();
    for (column, name) in (0..).zip(&header) {
        let (row, column) = place(0, column);
        if !instead(sheet, row, column) {
            sheet.write_string(row, column, *name).unwrap();
        }
    }
    for (row, cells) in (1..).zip(&rows) {
        for (column, cell) in (0..).zip(cells) {
            let is_day = column == 1 && cell.len() == 10;
            let (row, column) = place(row, column);
            if instead(sheet, row, column) || cell.is_empty() {
                continue;
            }
            // Days are days, as in most workbooks; a month is a text.
            match ExcelDateTime::parse_from_str(cell) {
                Ok(day) if is_day => {
                    sheet.write_with_format(row, column, &day, &form("yyyy-mm-dd")).unwrap()
                }
                _ => sheet.write_string(row, column, cell).unwrap(),
            };
        }
    }
}

fn text(fill: &dyn Fn(&mut Worksheet)) -> String {
    let mut made = Workbook::new();
    fill(made.add_worksheet());
    crate::sheet(made.save_to_buffer().unwrap())
}

fn whole() -> Opened {
    let whole = opened(&text(&|sheet| fill(sheet, |row, column| (row, column), &|_, _, _| false)));
    let whole = whole.unwrap();
    assert_eq!((whole.intake.events.len(), whole.problems().count()), (5, 0));
    whole
}

/// The events but that of an id, which may be another one now.
fn others(opened: &Opened, whole: &Opened, id: &str) -> Vec<Event> {
    let mut events = opened.intake.events.clone();
    events.retain(|event| {
        event.id != id && whole.intake.events.iter().any(|known| known.id == event.id)
    });
    events
}

#[test]
fn a_cell_of_any_other_kind_is_told_or_seen() {
    let whole = whole();
    let (header, rows) = sound();
    let mut kinds = 0;
    for (column, name) in (0..).zip(&header) {
        for (kind, write, found) in CELLS {
            for row in [1, 5] {
                kinds += 1;
                let name = format!("{kind} as {name} of row {}", row + 1);
                let instead = |sheet: &mut Worksheet, at: u32, beside: u16| {
                    let is_it = (at, beside) == (row, column);
                    if is_it {
                        write(sheet, row, column);
                    }
                    is_it
                };
                let text = text(&|sheet| fill(sheet, |row, column| (row, column), &instead));
                let opened = opened(&text).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
                let id = &rows[row as usize - 1][0];
                assert_eq!(others(&opened, &whole, id), others(&whole, &whole, id), "{name}");
                let number = u64::from(row) + 1;
                for problem in opened.problems() {
                    assert_eq!(problem.row, number, "{name}: {problem:?}");
                }
                // An id stands in links, where it has letters and digits alone.
                let is_seen = |found| opened.shows(found) || (column == 0 && opened.has(found));
                assert!(found.is_none_or(is_seen), "{name} is neither told nor seen");
                let is_there = opened.intake.events.len() == 5;
                assert!(is_there || opened.problems().count() > 0, "{name} is gone");
            }
        }
    }
    assert!(kinds >= 700, "{kinds}");
}

/// A name, and what is done to a sheet.
type Named<F> = (&'static str, F);
type Fill = Box<dyn Fn(&mut Worksheet)>;

/// What is done to a sheet that changes no record.
fn harmless() -> Vec<Named<Fill>> {
    fn with(besides: fn(&mut Worksheet)) -> Fill {
        Box::new(move |sheet| {
            fill(sheet, |row, column| (row, column), &|_, _, _| false);
            besides(sheet);
        })
    }
    fn at(place: Place) -> Fill {
        Box::new(move |sheet| fill(sheet, place, &|_, _, _| false))
    }
    fn titled(besides: fn(&mut Worksheet)) -> Fill {
        Box::new(move |sheet| {
            fill(sheet, |row, column| (row + 3, column), &|_, _, _| false);
            besides(sheet);
        })
    }
    vec![
        ("empty rows between", at(|row, column| (row * 3, column))),
        ("an empty row below the header", at(|row, column| (row + u32::from(row > 0), column))),
        ("empty columns between", at(|row, column| (row, column * 2))),
        ("empty columns before", at(|row, column| (row, column + 5))),
        ("empty rows before", at(|row, column| (row + 40, column))),
        ("columns the other way around", at(|row, column| (row, 8 - column))),
        ("far to the right", at(|row, column| (row, column + 16_000))),
        ("a row without height", with(|sheet| _ = sheet.set_row_hidden(2).unwrap())),
        ("a column without width", with(|sheet| _ = sheet.set_column_hidden(3).unwrap())),
        ("a filter", with(|sheet| _ = sheet.autofilter(0, 0, 6, 8).unwrap())),
        ("a frozen header", with(|sheet| _ = sheet.set_freeze_panes(1, 0).unwrap())),
        ("a protected sheet", with(|sheet| _ = sheet.protect())),
        ("right to left", with(|sheet| _ = sheet.set_right_to_left(true))),
        (
            "looks without values below",
            with(|sheet| {
                for row in 7..60 {
                    sheet.write_blank(row, 3, &form("0.00")).unwrap();
                }
            }),
        ),
        (
            "looks without values beside",
            with(|sheet| {
                for column in 9..60 {
                    sheet.write_blank(2, column, &form("0.00")).unwrap();
                }
            }),
        ),
        (
            "a note at a cell",
            with(|sheet| {
                _ = sheet.insert_note(1, 1, &rust_xlsxwriter::Note::new("zqx7")).unwrap();
            }),
        ),
        ("a title above", titled(|sheet| _ = sheet.write(0, 0, "All visits").unwrap())),
        (
            "a merged title above",
            titled(|sheet| {
                _ = sheet.merge_range(0, 0, 1, 8, "All visits", &Format::new()).unwrap();
            }),
        ),
        (
            "a title and a date above",
            titled(|sheet| {
                sheet.write(0, 0, "All visits").unwrap();
                sheet.write_with_format(1, 0, 45_111, &form("yyyy-mm-dd")).unwrap();
            }),
        ),
        (
            "a look of the header",
            with(|sheet| {
                let bold = Format::new().set_bold().set_text_wrap();
                _ = sheet.write_string_with_format(0, 1, "date", &bold).unwrap();
            }),
        ),
        ("a header with blanks", with(|sheet| _ = sheet.write(0, 1, "  date\n").unwrap())),
        (
            "merged ids of one event",
            with(|sheet| {
                _ = sheet.merge_range(3, 0, 4, 0, "m3", &Format::new()).unwrap();
            }),
        ),
        (
            "merged agencies",
            with(|sheet| {
                _ = sheet.merge_range(3, 2, 4, 2, "MPS", &Format::new()).unwrap();
            }),
        ),
        (
            "a merged cell over two columns",
            with(|sheet| {
                _ = sheet.merge_range(7, 9, 8, 10, "", &Format::new()).unwrap();
            }),
        ),
        (
            "a header of two rows",
            Box::new(|sheet| {
                fill(sheet, |row, column| (row + u32::from(row > 0), column), &|_, _, _| false);
                for (column, name) in (0..).zip(sound().0) {
                    sheet.merge_range(0, column, 1, column, name, &Format::new()).unwrap();
                }
            }),
        ),
    ]
}

#[test]
fn what_is_done_to_a_sheet_besides_changes_no_record() {
    let whole = whole();
    let kinds = harmless();
    assert!(kinds.len() >= 25);
    for (name, write) in kinds {
        let opened = opened(&text(&*write)).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
        assert_eq!(opened.intake.events, whole.intake.events, "{name}: {:?}", opened.loaded.header);
        assert_eq!(opened.problems().count(), 0, "{name}: {:?}", opened.intake.overview.problems);
    }
}

#[test]
fn rows_that_are_no_records_are_told() {
    let whole = whole();
    let rows: [Named<fn(&mut Worksheet)>; 8] = [
        ("a total", |sheet| {
            sheet.write(7, 0, "Total").unwrap().write(7, 6, 6).unwrap();
        }),
        ("a sum", |sheet| {
            _ = sheet.write(7, 6, Formula::new("=COUNTA(G2:G7)").set_result("6")).unwrap()
        }),
        ("the header again", |sheet| {
            for (column, name) in (0..).zip(sound().0) {
                sheet.write(7, column, name).unwrap();
            }
        }),
        ("a remark", |sheet| _ = sheet.write(8, 0, "zqx7: a remark below the table").unwrap()),
        ("a remark beside", |sheet| _ = sheet.write(7, 12, "zqx7").unwrap()),
        ("a value far below", |sheet| _ = sheet.write(5_000, 2, "MPS").unwrap()),
        ("units", |sheet| {
            sheet.write(7, 1, "day").unwrap().write(7, 6, "name").unwrap();
        }),
        ("a merged remark", |sheet| {
            _ = sheet.merge_range(9, 0, 9, 8, "zqx7", &Format::new()).unwrap();
        }),
    ];
    for (name, besides) in rows {
        let text = text(&|sheet| {
            fill(sheet, |row, column| (row, column), &|_, _, _| false);
            besides(sheet);
        });
        let opened = opened(&text).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
        assert_eq!(opened.intake.events, whole.intake.events, "{name}");
        assert!(opened.problems().count() > 0, "{name}");
        assert!(opened.problems().all(|problem| problem.row > 7), "{name}");
    }
}

#[test]
fn a_name_of_a_column_of_any_other_kind_costs_no_other_column() {
    let whole = whole();
    for (column, _) in (0..9).zip(sound().0) {
        for (kind, write, _) in CELLS {
            let instead = |sheet: &mut Worksheet, row: u32, at: u16| {
                let is_it = (row, at) == (0, column);
                if is_it {
                    write(sheet, row, at);
                }
                is_it
            };
            let text = text(&|sheet| fill(sheet, |row, column| (row, column), &instead));
            let Ok(opened) = opened(&text) else { panic!("{kind} for the name of {column}") };
            // A day above days is no name: then no row has the names, which is told, and this one is data.
            let is_data = opened.loaded.summary.notes.contains(&Note::NoHeader);
            if is_data {
                assert!(column == 1 && opened.loaded.view.table().len() == 7, "{kind}");
                assert!(opened.has("official"), "{kind}");
                continue;
            }
            // All rows are there, and all cells of the other columns.
            assert_eq!(opened.loaded.view.table().len(), 6, "{kind} for the name of {column}");
            assert_eq!(opened.loaded.header.len(), 9, "{kind} for the name of {column}");
            for place in (0..9).filter(|place| *place != usize::from(column)) {
                let names = (&opened.loaded.header[place], &whole.loaded.header[place]);
                assert_eq!(names.0, names.1, "{kind} for the name of {column}");
            }
        }
    }
}
