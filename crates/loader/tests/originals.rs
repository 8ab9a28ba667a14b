//! Cells as they stand in the file, where the table shows something else.
#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use explorer_meaning::mapping::{Meaning, Role};
use support::{DATE, NUMBER, column, countries, csv, load, mapping};

#[test]
fn what_was_not_read_is_kept_and_found() {
    let columns = mapping(&[
        ("date", DATE, None),
        ("country", Role::Category, Some(Meaning::Country)),
        ("cost", NUMBER, None),
        ("until", DATE, None),
        ("who", Role::MultiValue(';'), Some(Meaning::Venue)),
        ("link", Role::Link, None),
    ]);
    let text = "date,country,cost,until,who,link\n\
                c. 2024,Atlantis,$7 or so,soon,Laos; Narnia,see https://a.example\n\
                2024-09-06, Viet Nam ,5,2024,Laos; Vietnam,https://a.example\n\
                2024-09-07,VNM,..,,,\n2024-09-08,,$1e3,,,\n";
    for size in [1, 7, 1000] {
        let mut loaded = load(text, size, &columns).unwrap();
        let written = |row: usize| -> Vec<Option<&str>> {
            (0..6).map(|column| loaded.as_written(row, column)).collect()
        };
        assert_eq!(written(0), [None, Some("Viet Nam"), None, None, None, None], "{size}");
        assert_eq!(written(1), [None, Some("VNM"), Some(".."), None, None, None]);
        assert_eq!((written(2)[2], loaded.cell(2, 2)), (Some("$1e3"), "1000".to_owned()));
        let link = "see https://a.example";
        let unread = ["c. 2024", "Atlantis", "$7 or so", "soon", "Laos; Narnia", link].map(Some);
        assert_eq!(written(3), unread);
        assert_eq!(written(9), [None; 6]);
        assert_eq!(loaded.not_kept(), 0);
        // It is shown, so it is found.
        for (query, rows) in
            [("narnia", 1), ("c. 2024", 1), ("atlantis $7", 1), ("2024-09", 3), ("$1", 1)]
        {
            loaded.search(query, &countries());
            assert_eq!(loaded.view.in_view(), rows, "{query}");
        }
        loaded.search("", &countries());
        assert_eq!(column(&mut loaded, 1), ["VNM", "VNM", "", ""]);
    }
}

#[test]
fn a_million_rows_stay_cheap() {
    const ROWS: usize = 200_000;
    let columns =
        mapping(&[("country", Role::Category, Some(Meaning::Country)), ("n", NUMBER, None)]);
    let bytes = |cell: &dyn Fn(usize) -> &'static str| {
        let mut text = String::from("country,n\n");
        (0..ROWS).for_each(|row| text += &format!("{},{row}\n", cell(row)));
        let mut loader = explorer_loader::Loader::new(csv(), columns.clone(), countries());
        loader.push(&text).unwrap();
        loader.memory() as f64 / ROWS as f64
    };
    let names = bytes(&|row| ["Laos", "Vietnam"][row % 2]);
    // Codes all the way take nothing per row; a cell that was not read takes its entry.
    assert!(bytes(&|row| ["LAO", "VNM"][row % 2]) - names < 0.1);
    let one_in_a_hundred = bytes(&|row| if row % 100 == 0 { "Atlantis" } else { "Laos" });
    assert!(one_in_a_hundred - names < 0.3, "{one_in_a_hundred} and {names}");
    assert!(bytes(&|_| "Atlantis") - names < 26.0);
}
