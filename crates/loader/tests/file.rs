//! What becomes of whole files.
#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use explorer_engine::Kind;
use explorer_loader::{Beginning, Failure, FormatChoice, Loader};
use explorer_meaning::mapping::{Meaning, Role};
use explorer_reader::csv::Header;
use explorer_reader::{Format, Refusal};
use support::{DATE, NUMBER, column, countries, csv, load, load_as_proposed, mapping};

#[test]
fn dates_are_as_exact_as_they_are_written() {
    let columns =
        mapping(&[("a", NUMBER, None), ("until", DATE, None), ("day", DATE, Some(Meaning::Date))]);
    let text = "a,until,day\n\
                1,2025,2024-09-06\n2,2024-10-01,2024-09\n3,,2024\n4,2024-09,\n5,never,9/1/2024\n";
    for size in [1, 5, 100] {
        let mut loaded = load(text, size, &columns).unwrap();
        // Sorted by first days, those that are equal as they stand in the file, none last.
        assert_eq!(
            column(&mut loaded, 2),
            ["2024", "2024-09", "2024-09-01", "2024-09-06", ""],
            "{size}"
        );
        assert_eq!(column(&mut loaded, 1), ["", "2024-10-01", "", "2025", "2024-09"]);
        assert_eq!(column(&mut loaded, 0), ["3", "2", "5", "1", "4"]);
        // The date that has the meaning is the table's, and the other one a number of days.
        let kinds = loaded.columns.iter().map(|column| loaded.view.table().kind(column.dimension));
        let kinds: Vec<Kind> = kinds.map(Option::unwrap).collect();
        assert_eq!(kinds, [Kind::Number, Kind::Number, Kind::Date]);
        assert_eq!((loaded.date_column(), loaded.column_of(Meaning::Date)), (Some(2), Some(2)));
        let dates: Vec<Option<String>> =
            (0..5).map(|row| loaded.date(row).map(|date| date.to_string())).collect();
        assert_eq!(dates[1].as_deref(), Some("2024-09"));
        assert_eq!((dates[4].as_deref(), loaded.date(5)), (None, None));
        assert_eq!(loaded.values(0, 2), ["2024"]);
        assert!(loaded.values(0, 1).is_empty() && loaded.values(9, 9).is_empty());
        assert_eq!(loaded.problems.total(), 1);
    }
}

#[test]
fn several_countries_in_a_cell_each_count() {
    let columns = mapping(&[
        ("who", Role::MultiValue(';'), Some(Meaning::Country)),
        ("where", Role::Category, Some(Meaning::Venue)),
    ]);
    let mut columns_chosen = columns.clone();
    columns_chosen.countries.insert("Atlantis".into(), "FJI".into());
    let text = "who,where\nLaos; Viet Nam; LAO,Thailand\nAtlantis; 老挝,Nowhere\n; ;,\n";
    let mut loaded = load(text, 3, &columns).unwrap();
    assert_eq!(column(&mut loaded, 0), ["LAO; VNM", "LAO", ""]);
    assert_eq!(column(&mut loaded, 1), ["THA", "", ""]);
    assert_eq!(loaded.values(0, 0), ["LAO", "VNM"]);
    let laos = loaded.view.table().dictionary(0).unwrap().code("LAO").unwrap();
    assert_eq!(loaded.view.counts(0), [2, 1, 1]);
    loaded.view.toggle(0, laos);
    assert_eq!(loaded.rows(0, 9), [0, 1]);
    assert_eq!(loaded.problems.total(), 2);

    let mut loaded = load(text, 3, &columns_chosen).unwrap();
    assert_eq!(column(&mut loaded, 0), ["LAO; VNM", "FJI; LAO", ""]);
    assert_eq!(loaded.problems.total(), 1);
}

#[test]
fn fifty_thousand_values_are_counted_and_a_hundred_thousand_texts_are_not() {
    let rows = 100_000;
    let mut text = String::from("kind,title,link\n");
    for row in 0..rows {
        let kind = row % 50_000;
        text += &format!("kind {kind},Title {row},https://a.example/{row} https://b.example\n");
    }
    let columns = mapping(&[
        ("kind", Role::Category, None),
        ("title", Role::Text, None),
        ("link", Role::Link, None),
    ]);
    let mut loaded = load(&text, 1 << 16, &columns).unwrap();
    let table = loaded.view.table();
    assert_eq!((table.bins(0), table.bins(1), table.bins(2)), (50_001, 0, 0));
    assert_eq!((table.kind(1), table.kind(2)), (Some(Kind::Text), Some(Kind::Text)));
    assert!(loaded.view.counts(0)[..50_000].iter().all(|&count| count == 2));
    assert!(loaded.view.counts(1).is_empty() && loaded.view.totals(2).is_empty());
    let memory = loaded.view.memory();
    assert!(memory.counts < 500_000, "{memory:?}");
    // A filter by bins does nothing to a text, and a search finds it.
    loaded.view.toggle(1, 0);
    loaded.view.select(1, &[0, 1, 2]);
    assert!(loaded.view.start_brush(1).is_err());
    assert_eq!(loaded.view.in_view(), rows);
    loaded.view.search(&[], "title 77777");
    assert_eq!(loaded.view.in_view(), 1);
    let row = loaded.rows(0, 2)[0];
    assert_eq!(loaded.row_number(row), 77_779);
    assert_eq!(loaded.cell(row, 1), "Title 77777");
    assert_eq!(loaded.cell(row, 2), "https://a.example/77777; https://b.example");
    assert_eq!(loaded.values(row, 2), ["https://a.example/77777", "https://b.example"]);
    loaded.view.search(&[1], "kind");
    assert_eq!(loaded.view.in_view(), 0);
    loaded.view.search(&[], "");
    loaded.view.toggle(0, 7);
    loaded.view.start_brush(0).unwrap();
    loaded.view.brush(7, 9);
    assert_eq!(loaded.view.in_view(), 4);
}

#[test]
fn rows_have_the_numbers_of_a_spreadsheet() {
    let text = "kind,date\n\
                a,2024-01-03\n\na,2024-01-02,too many\n,\n\"b\nb\",2024-01-01\nc,2024-01-04\n";
    let columns = mapping(&[("kind", Role::Category, None), ("date", DATE, None)]);
    let mut loaded = load(text, 4, &columns).unwrap();
    let rows = loaded.rows(0, 10);
    let numbers: Vec<u64> = rows.iter().map(|&row| loaded.row_number(row)).collect();
    assert_eq!(numbers, [6, 2, 7]);
    assert_eq!(loaded.bad_rows.len(), 1);
    assert_eq!(loaded.rows(1, 1), [1]);
    assert_eq!(loaded.header, ["kind", "date"]);
    assert_eq!(loaded.summary.rows, 3);
}

#[test]
fn a_mapping_of_another_file_is_refused() {
    let other = mapping(&[("a", Role::Category, None), ("b", Role::Category, None)]);
    for (text, words) in [
        ("a,b,c\n1,2,3\n", "for 2, and this one has 3"),
        ("b,a\n1,2\n", "other names, or another order"),
        ("[{\"b\": 1}]", "for 2, and this one has 1"),
    ] {
        let failure = load(text, 3, &other).unwrap_err();
        assert!(failure.to_string().contains(words), "{failure}");
    }
    let mut loader = Loader::new(csv(), other.clone(), countries());
    assert_eq!(loader.push("a,b\n1,2\n3,4\n5,6,7"), Ok(()));
    assert_eq!((loader.rows_so_far(), loader.problems_so_far()), (2, 0));
    assert_eq!(loader.finish().map(|loaded| loaded.bad_rows.len()).ok(), Some(1));
    let mut loader = Loader::new(csv(), other, countries());
    assert!(loader.push("x,y\n1,2\n").is_err());
    // It stays so.
    assert!(loader.push("1,2\n").is_err() && loader.rows_so_far() == 0);
    assert!(loader.finish().is_err());
    let nothing = mapping(&[("a", Role::Ignored, None)]);
    assert_eq!(load("a\n1\n", 9, &nothing).unwrap_err(), Failure::NoColumn);
    assert_eq!(load("", 9, &nothing).unwrap_err(), Failure::Refused(Refusal::Empty));
}

#[test]
fn a_file_without_rows_or_dates_is_a_table_too() {
    let columns = mapping(&[("a", Role::Category, None), ("b", DATE, None), ("c", NUMBER, None)]);
    let mut loaded = load("a,b,c\n", 2, &columns).unwrap();
    assert_eq!((loaded.rows(0, 9), loaded.view.in_view()), (vec![], 0));
    assert_eq!((loaded.cell(0, 0), loaded.date(0), loaded.row_number(0)), ("".into(), None, 0));
    assert_eq!(loaded.cell(7, 7), "");
    let columns = mapping(&[("a", Role::Category, None)]);
    let mut loaded = load("a\nx\ny", 2, &columns).unwrap();
    assert_eq!((column(&mut loaded, 0), loaded.date(0)), (vec!["x".into(), "y".into()], None));
}

#[test]
fn numbers_are_shown_in_their_shortest_form() {
    let columns = mapping(&[("a", NUMBER, None)]);
    let text = "a\n\"1,234.50\"\n-0\n1e300\n0.1\n1e-9\n1e20\nmany\n";
    let mut loaded = load(text, 2, &columns).unwrap();
    let cells = column(&mut loaded, 0);
    assert_eq!(cells, ["1234.5", "0", "1e300", "0.1", "1e-9", "100000000000000000000", ""]);
    assert_eq!(loaded.problems.total(), 1);
}

#[test]
fn json_of_all_kinds_is_loaded() {
    let list = r#"[{"day": "2024-09-06", "country": "Laos", "topics": ["a", "b"]},
                   {"day": "2024-09", "country": "Fiji", "topics": ["b"], "place": {"city": "Suva"}}]"#;
    let lines = "{\"day\": \"2024-09-06\", \"country\": \"Laos\", \"topics\": [\"a\", \"b\"]}\n\
                 {\"day\": \"2024-09\", \"country\": \"Fiji\", \"topics\": [\"b\"], \"place\": {\"city\": \"Suva\"}}\n";
    let whole = format!("{{\"about\": 1, \"events\": {list}}}");
    for text in [list, lines, &whole] {
        let mut loaded = load_as_proposed(text).unwrap();
        assert_eq!(loaded.header, ["day", "country", "topics", "place.city"]);
        assert_eq!(column(&mut loaded, 0), ["2024-09", "2024-09-06"]);
        assert_eq!(column(&mut loaded, 1), ["FJI", "LAO"]);
        assert_eq!(column(&mut loaded, 2), ["b", "a; b"]);
        assert_eq!(column(&mut loaded, 3), ["Suva", ""]);
        assert_eq!(loaded.row_number(0), 2);
    }
}

#[test]
fn the_beginning_says_what_a_file_is() {
    let mut text = String::from("date;country;title\n");
    (0..20_000).for_each(|row| text += &format!("2024-09-{:02};Laos;No. {row}\n", 1 + row % 30));
    let countries = countries();
    let beginning = Beginning::of(&text[..100_000], false, &countries).unwrap();
    assert!(matches!(beginning.format, Format::Delimited(dialect) if dialect.delimiter == b';'));
    assert_eq!(beginning.header, ["date", "country", "title"]);
    assert_eq!((beginning.rows.len(), &beginning.rows[11][2]), (12, &"No. 11".to_owned()));
    assert_eq!(beginning.columns[1].countries, beginning.columns[1].filled);
    // The row that is cut in the end is not judged.
    assert!(beginning.columns[0].dates == beginning.columns[0].filled);
    assert!(beginning.mapping.fits(&beginning.header));
    assert_eq!(beginning.mapping.columns[1].meaning, Some(Meaning::Country));
    let of_all = Beginning::of(&text, true, &countries).unwrap();
    assert_eq!(of_all.columns[0].filled, 5_000);
    assert_eq!(Beginning::wanted(&text, true), Ok(1 << 20));
    // JSON whose columns nobody knows yet, and whose last object is cut.
    let beginning = Beginning::of("[{\"a\": 1}, {\"b\": 2}, {\"a\"", false, &countries).unwrap();
    assert_eq!((beginning.header.len(), beginning.rows.len()), (2, 2));
    assert!(Beginning::wanted("[{\"a\": 1}", false).unwrap() > 4 << 20);
    for (text, complete) in [("", true), (" \n ", true), ("\u{feff}", false)] {
        assert_eq!(Beginning::of(text, complete, &countries).unwrap_err(), Refusal::Empty);
    }
    // A header alone, or with a row that is bad.
    assert_eq!(Beginning::of("a,b", true, &countries).unwrap_err(), Refusal::NoRows);
    assert!(Beginning::of("a,b\n1,2,3\n", true, &countries).is_ok());
    // Somebody says which row has the names.
    let text = "x,y\na,b\nc,d\n";
    let beginning = Beginning::of(text, true, &countries).unwrap();
    assert_eq!((beginning.top.len(), &beginning.top[1]), (3, &(2, vec!["a".into(), "b".into()])));
    for (header, names, rows) in
        [(Header::row(2), ["a", "b"], 1), (Header::none(), ["Column 1", "Column 2"], 3)]
    {
        let choice = FormatChoice { header: Some(header), ..FormatChoice::default() };
        let beginning = Beginning::chosen(text, true, choice, &countries).unwrap();
        assert_eq!(
            (beginning.header.as_slice(), beginning.rows.len()),
            (&names.map(str::to_owned)[..], rows)
        );
        assert_eq!(beginning.notes.len(), 1);
    }
    // And what separates the cells; the names are then looked for anew.
    let choice = FormatChoice { delimiter: Some(b':'), ..FormatChoice::default() };
    let times = "a title\ndate:n\n2024-01-02:1\n2024-01-03:2\n";
    let beginning = Beginning::chosen(times, true, choice, &countries).unwrap();
    assert_eq!((beginning.header, beginning.rows.len()), (vec!["date".into(), "n".into()], 2));
    // More blank lines than the format is judged by.
    let blank = format!("{}a,b\n1,2\n", "\n".repeat(100_000));
    assert_eq!(Beginning::of(&blank, true, &countries).unwrap().rows, [["1", "2"]]);
}

#[test]
fn pieces_may_be_empty_and_a_text_that_is_no_table_has_words() {
    let columns = mapping(&[("a", Role::Category, None)]);
    let mut loader = Loader::new(csv(), columns, countries());
    for piece in ["", "a", "", "\n", "", "1\n", ""] {
        assert_eq!(loader.push(piece), Ok(()));
    }
    assert_eq!(loader.finish().map(|loaded| loaded.view.in_view()).ok(), Some(1));
    let words = load_as_proposed("{\"a\": 1, \"b\"").unwrap_err().to_string();
    assert!(!words.is_empty());
}

#[test]
fn a_cell_may_have_very_many_values() {
    let columns = mapping(&[
        ("a", Role::MultiValue(';'), None),
        ("who", Role::MultiValue(';'), Some(Meaning::Country)),
    ]);
    let values: Vec<String> = (0..100_000).map(|value| (value % 50_000).to_string()).collect();
    let values = values.join(";");
    let mut loaded = load(&format!("a,who\n{values},{values};Laos\n"), 1 << 16, &columns).unwrap();
    assert_eq!(loaded.values(0, 0).len(), 50_000);
    assert_eq!(column(&mut loaded, 1), ["LAO"]);
    // What is wrong is told of the first thousand, and then that there is more.
    assert_eq!(loaded.problems.total(), 1_001);
}
