//! A file beside known interactions.
#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use explorer_loader::{SideBySide, side_by_side};
use explorer_meaning::agency::Agencies;
use explorer_meaning::mapping::{Meaning, Role};
use explorer_meaning::side_by_side::Interaction;
use explorer_reader::date::PartialDate;
use support::{DATE, load, mapping};

fn agencies() -> Agencies {
    let mps: &[&str] = &["Ministry of Public Security", "公安部"];
    Agencies::new([("MPS", mps), ("MSS", &[])])
}

fn known(list: &[(i16, u8, u8, &'static str, &'static str)]) -> Vec<Interaction<'static>> {
    let known = |&(year, month, day, agency, country): &(i16, u8, u8, _, _)| Interaction {
        date: PartialDate::from_day(year, month, day).unwrap(),
        agency,
        country,
    };
    list.iter().map(known).collect()
}

#[test]
fn each_row_is_in_both_or_only_here_or_not_compared() {
    let columns = mapping(&[
        ("when", DATE, Some(Meaning::Date)),
        ("who", Role::MultiValue(';'), Some(Meaning::Agency)),
        ("whom", Role::MultiValue(';'), Some(Meaning::Country)),
    ]);
    // In order of their dates, so that rows of the table are those of the file.
    let text = "when,who,whom\n\
        2024-09,公安部,Viet Nam\n\
        2024-09-06,mps; MSS,Laos; Fiji\n\
        2024-09-07,MPS,Atlantis\n\
        2024-09-08,somebody,Laos\n\
        2024-09-09,,Laos\n\
        ,MPS,Laos\n";
    let loaded = load(text, 7, &columns).unwrap();
    let known = known(&[
        (2024, 9, 6, "MSS", "LAO"),
        (2024, 9, 6, "MPS", "FJI"),
        (2024, 9, 20, "MPS", "VNM"),
        (2024, 9, 8, "MPS", "LAO"),
        (2024, 9, 9, "", "LAO"),
    ]);
    assert_eq!(
        side_by_side(&loaded, &agencies(), &known),
        SideBySide {
            both: vec![(0, 2), (1, 0), (1, 1), (4, 4)],
            only_here: vec![3],
            only_there: vec![3],
            not_compared: 2,
        }
    );
    assert_eq!(
        side_by_side(&loaded, &agencies(), &[]),
        SideBySide { only_here: vec![0, 1, 3, 4], not_compared: 2, ..Default::default() }
    );
}

#[test]
fn without_agencies_on_one_side_they_do_not_count() {
    let columns = mapping(&[
        ("date", DATE, Some(Meaning::Date)),
        ("country", Role::Category, Some(Meaning::Country)),
    ]);
    let loaded = load("date,country\n2024-09-06,Laos\n2024-09-06,Laos\n", 7, &columns).unwrap();
    let list = known(&[(2024, 9, 6, "MPS", "LAO"), (2024, 9, 6, "MSS", "LAO")]);
    let result = side_by_side(&loaded, &agencies(), &list);
    assert_eq!(result.both, [(0, 0), (1, 1)]);

    let with = mapping(&[
        ("date", DATE, Some(Meaning::Date)),
        ("country", Role::Category, Some(Meaning::Country)),
        ("agency", Role::MultiValue(';'), Some(Meaning::Agency)),
    ]);
    let loaded = load("date,country,agency\n2024-09-06,Laos,MPS; MSS\n", 7, &with).unwrap();
    let list = known(&[(2024, 9, 6, "", "LAO"), (2024, 9, 6, "", "LAO")]);
    let result = side_by_side(&loaded, &agencies(), &list);
    assert_eq!((result.both, result.only_there), (vec![(0, 0)], vec![1]));
}

#[test]
fn a_file_without_dates_or_countries_is_not_compared() {
    let columns = mapping(&[("a", Role::Category, Some(Meaning::Country))]);
    let loaded = load("a\nLaos\nFiji\n", 7, &columns).unwrap();
    let list = known(&[(2024, 9, 6, "MPS", "LAO")]);
    let expected = SideBySide { only_there: vec![0], not_compared: 2, ..SideBySide::default() };
    assert_eq!(side_by_side(&loaded, &agencies(), &list), expected);
}
