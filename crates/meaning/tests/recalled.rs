//! Mappings that are remembered, held against the next file with the same columns.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use explorer_meaning::country::{CodeList, Naming};
use explorer_meaning::mapping::{ColumnProfile, Contradiction, Mapping, Meaning, Recalled, Role};
use explorer_reader::date::{Century, Count, Order, Pairs};
use explorer_reader::number::Decimal;
use support::{countries, profiles};

fn propose(text: &str) -> (Mapping, Vec<ColumnProfile>) {
    let columns = profiles(text);
    (Mapping::propose(&columns, countries()), columns)
}

/// The next file, after one whose proposal a reader has changed.
fn next(first: &str, change: impl FnOnce(&mut Mapping), second: &str) -> Recalled {
    let then = propose(first).0;
    let mut settled = then.clone();
    change(&mut settled);
    let (now, profiles) = propose(second);
    settled.recall(Some(&then), &now, &profiles)
}

fn roles(recalled: &Recalled) -> Vec<Role> {
    recalled.mapping.columns.iter().map(|column| column.role).collect()
}

fn order(recalled: &Recalled) -> Order {
    match recalled.mapping.columns[0].role {
        Role::Date(form) => form.order,
        role => panic!("{role:?}"),
    }
}

const NOTHING: [(usize, Contradiction); 0] = [];

#[test]
fn another_order_and_another_mark_are_seen() {
    let first = "date,v\n13/04/2024,\"1,5\"\n03/04/2024,\"2,5\"\n";
    let second = "date,v\n04/13/2024,1.5\n03/04/2024,1.250\n05/06/2024,2.5\n";
    let recalled = next(first, |_| {}, second);
    assert_eq!(recalled.contradictions, [(0, Contradiction::Order), (1, Contradiction::Mark)]);
    assert_eq!(order(&recalled), Order::MonthFirst);
    assert_eq!(roles(&recalled)[1], Role::Number(Decimal::Point));
    // What was not known of the earlier file changes nothing about it.
    let (now, profiles) = propose(second);
    assert_eq!(propose(first).0.recall(None, &now, &profiles), recalled);
}

#[test]
fn an_answer_holds_where_the_next_file_leaves_it_open() {
    let day_first = |mapping: &mut Mapping| {
        if let Role::Date(form) = &mut mapping.columns[0].role {
            form.order = Order::DayFirst;
        }
    };
    let open = "when,v\n3/4/2024,1\n5/6/2024,2\n";
    let recalled = next(open, day_first, "when,v\n7/8/2024,1\n");
    assert_eq!((order(&recalled), &*recalled.contradictions), (Order::DayFirst, &NOTHING[..]));
    let recalled = next(open, day_first, "when,v\n25/8/2024,1\n");
    assert_eq!(recalled.contradictions, NOTHING);
    let recalled = next(open, day_first, "when,v\n7/25/2024,1\n");
    assert_eq!(recalled.contradictions, [(0, Contradiction::Order)]);
    // One that the file cannot have is no answer, and is asked again.
    let recalled = next(open, day_first, "when,v\n25/4/2024,1\n4/25/2024,1\n");
    assert_eq!(order(&recalled), Order::Ambiguous);
    assert_eq!(recalled.contradictions, [(0, Contradiction::Order)]);
    // With dots the day is first by custom, which contradicts nobody.
    let month_first = |mapping: &mut Mapping| {
        if let Role::Date(form) = &mut mapping.columns[0].role {
            form.order = Order::MonthFirst;
        }
    };
    let recalled = next("when\n03.04.2024\n", month_first, "when\n05.06.2024\n");
    assert_eq!((order(&recalled), &*recalled.contradictions), (Order::MonthFirst, &NOTHING[..]));
}

#[test]
fn what_nobody_has_said_is_asked() {
    // No date of the first file had an order, and no number a mark.
    let recalled = next("when,v\n2024-09-06,1\n", |_| {}, "when,v\n3/4/2024,\"1,234\"\n");
    assert_eq!(order(&recalled), Order::Ambiguous);
    assert_eq!(roles(&recalled)[1], Role::Number(Decimal::Ambiguous));
    assert_eq!(recalled.contradictions, [(1, Contradiction::Mark)]);
    // Whoever has answered is not asked twice.
    let recalled = next(
        "v\n\"1,234\"\n",
        |mapping| mapping.columns[0].role = Role::Number(Decimal::Point),
        "v\n\"5,678\"\n",
    );
    assert_eq!(roles(&recalled), [Role::Number(Decimal::Point)]);
    assert_eq!(recalled.contradictions, NOTHING);
}

#[test]
fn another_century_and_fiscal_years_are_seen() {
    let century = |recalled: &Recalled| match recalled.mapping.columns[0].role {
        Role::Date(form) => form.century,
        role => panic!("{role:?}"),
    };
    let recalled = next("when\n25-Apr-24\n", |_| {}, "when\n25-Apr-30\n");
    assert_eq!(century(&recalled), Century::Ambiguous);
    assert_eq!(recalled.contradictions, [(0, Contradiction::Century)]);
    let pairs = |recalled: &Recalled| match recalled.mapping.columns[0].role {
        Role::Date(form) => form.pairs,
        role => panic!("{role:?}"),
    };
    let recalled = next("year\n2008\n2009\n", |_| {}, "year\n2008-09\n2009-10\n");
    assert_eq!(pairs(&recalled), Pairs::FiscalYears);
    assert_eq!(recalled.contradictions, [(0, Contradiction::Pairs)]);
    let recalled = next("date\n45541\n45542\n", |_| {}, "date\n20240906\n12345\n20240907\n");
    assert_eq!(recalled.contradictions, [(0, Contradiction::Count)]);
    let Role::Date(form) = roles(&recalled)[0] else { panic!() };
    assert_eq!(form.count, Count::Nothing);
}

#[test]
fn another_separator_is_seen_and_a_choice_is_kept() {
    let topics = |separator: &str| {
        let row = |words: [&str; 2]| format!("\"{}\"\n", words.join(separator));
        let rows = [["drugs", "fraud"], ["fraud", "police"], ["police", "drugs"]].map(row);
        format!("topics\n{}", rows.concat())
    };
    let recalled = next(&topics("; "), |_| {}, &topics(" | "));
    assert_eq!(roles(&recalled), [Role::MultiValue('|')]);
    assert_eq!(recalled.contradictions, [(0, Contradiction::Separator)]);
    let as_one = |mapping: &mut Mapping| mapping.columns[0].role = Role::Category;
    let recalled = next(&topics("; "), as_one, &topics("; "));
    assert_eq!((roles(&recalled), &*recalled.contradictions), (vec![Role::Category], &NOTHING[..]));
}

#[test]
fn another_list_of_codes_is_seen() {
    let (iso, fips) = ("country\nCHE\nRUS\nAUS\nLAO\n", "country\nSZ\nRS\nAS\nVM\nGM\nLA\n");
    let recalled = next(iso, |_| {}, fips);
    assert_eq!(recalled.mapping.columns[0].naming, Naming::Codes(CodeList::Fips));
    assert_eq!(recalled.contradictions, [(0, Contradiction::Naming)]);
    // A mapping that was saved before lists were told apart has none.
    let (now, profiles) = propose(iso);
    let mut old = now.clone();
    old.columns[0].naming = Naming::Names;
    let recalled = old.recall(None, &now, &profiles);
    assert_eq!(recalled.mapping.columns[0].naming, now.columns[0].naming);
    assert_eq!(recalled.contradictions, [(0, Contradiction::Naming)]);
    assert_eq!(recalled.mapping.columns[0].meaning, Some(Meaning::Country));
}

#[test]
fn a_role_that_cannot_read_the_file_goes_with_its_meaning() {
    let recalled = next(
        "code,date\n1,2024-01-01\n2,2024-01-02\n",
        |_| {},
        "code,date\nA1,01/02/2024\nA2,03/02/2024\n",
    );
    assert_eq!(recalled.contradictions, [(0, Contradiction::Role)]);
    assert_eq!(roles(&recalled)[0], Role::Category);
    // What looks like a number and would lose its form.
    let recalled = next("zip\n10501\n20301\n", |_| {}, "zip\n00501\n00544\n");
    assert_ne!(roles(&recalled)[0], Role::Number(Decimal::Point));
    // A choice against the same proposal is the reader's.
    let numbers = |mapping: &mut Mapping| mapping.columns[0].role = Role::Number(Decimal::Point);
    let recalled = next("zip\n00501\n00544\n", numbers, "zip\n00602\n00501\n");
    assert_eq!(roles(&recalled)[0], Role::Number(Decimal::Point));
    assert_eq!(recalled.contradictions, NOTHING);
    // The same file again.
    for text in ["date,v\n2024,1\n", "country,when\nLaos,3/4/2024\n", "a\n\n", "a,b\n,\n"] {
        let recalled = next(text, |_| {}, text);
        assert_eq!(recalled.contradictions, NOTHING, "{text}");
        assert_eq!(recalled.mapping, propose(text).0);
    }
}
