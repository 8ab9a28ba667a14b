//! What columns are taken for, and mappings as documents.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::collections::BTreeMap;

use explorer_meaning::country::{CodeList, Naming};
use explorer_meaning::mapping::{
    ColumnMapping, ColumnProfile, Mapping, Meaning, NumberHint, Role, Value,
};
use explorer_reader::date::{Century, Count, DateForm, Order, Pairs};
use explorer_reader::json::{JsonKind, JsonReader};
use explorer_reader::number::Decimal;
use proptest::prelude::*;
use support::{Sample, countries, profiles};

fn propose(text: &str) -> Mapping {
    Mapping::propose(&profiles(text), countries())
}

#[test]
fn what_is_odd_about_numbers_is_told() {
    let text = "a,b,c,d\n1,12%,$5,3\nNA,5 %,\u{20ac}7,4\n..,,3,5\n..,1%,,6\n";
    let hints: Vec<Vec<NumberHint>> =
        profiles(text).iter().map(ColumnProfile::number_hints).collect();
    assert_eq!(
        hints,
        [
            vec![NumberHint::Missing(3, vec!["..".into(), "NA".into()])],
            vec![NumberHint::Percent],
            vec![NumberHint::Currencies(vec!["$".to_owned(), "\u{20ac}".to_owned()])],
            vec![],
        ]
    );
}

#[test]
fn codes_are_those_of_any_list_once_a_column_is_said_to_have_countries() {
    let [place, few] =
        <[ColumnProfile; 2]>::try_from(profiles("place,note\nUS;GM,Laos\nRS,Fiji\nAU;CH,UK\n,\n"))
            .unwrap();
    let fits = place.code_fits(Some(';'), countries());
    let fit = |list| fits.iter().find(|fit| fit.list == list).map(|fit| (fit.known, fit.all));
    assert_eq!((fit(CodeList::Fips), fit(CodeList::Iso2)), (Some((5, 5)), Some((5, 5))));
    assert_eq!(fit(CodeList::M49), Some((0, 5)));
    assert_eq!(place.naming_of_countries(Some(';'), countries()), Naming::Unsure);
    assert_eq!(few.code_fits(None, countries()), []);
    assert_eq!(few.naming_of_countries(None, countries()), Naming::Names);
}

fn said(mapping: &Mapping) -> Vec<(&str, Role, Option<Meaning>)> {
    mapping.columns.iter().map(|c| (c.name.as_str(), c.role, c.meaning)).collect()
}

const ISO: Role = Role::Date(DateForm::of(Order::Ambiguous));

#[test]
fn a_table_of_visits_is_understood() {
    let text = "\
ID,Date,Official,Country visited,City,Topics,Amount,URL,lat,lon,Summary
1,9/6/2024,Wang Xiaohong,Viet Nam,Hanoi,police; drugs,\"1,200.5\",https://a.example/1,21.03,105.85,A long text about what happened at the meeting in Hanoi
2,9/26/2024,Wang Xiaohong,Lao PDR,Vientiane,drugs,300,https://a.example/2,17.97,102.6,Another text that is long enough to be no category at all
3,10/1/2024,Chen Wenqing,Atlantis,,police; training; drugs,20,https://a.example/3,0.5,1.5,And a third one that says what was talked about there
4,10/2/2024,Chen Wenqing,Russia,Moscow,training,7,https://a.example/4,55.75,37.62,The last of the four texts is as long as the others
";
    assert_eq!(
        said(&propose(text)),
        [
            ("ID", Role::Ignored, Some(Meaning::Id)),
            ("Date", Role::Date(DateForm::of(Order::MonthFirst)), Some(Meaning::Date)),
            ("Official", Role::Category, Some(Meaning::Official)),
            ("Country visited", Role::Category, Some(Meaning::Country)),
            ("City", Role::Category, Some(Meaning::City)),
            ("Topics", Role::MultiValue(';'), Some(Meaning::Topic)),
            ("Amount", Role::Number(Decimal::Point), None),
            ("URL", Role::Link, Some(Meaning::Source)),
            ("lat", Role::Ignored, Some(Meaning::Latitude)),
            ("lon", Role::Ignored, Some(Meaning::Longitude)),
            ("Summary", Role::Text, Some(Meaning::Title)),
        ]
    );
}

#[test]
fn chinese_tables_are_understood() {
    let text = "日期,国家,中方机构,议题\n2024年9月6日,越南、老挝,公安部,禁毒、反恐\n2024年10月,俄罗斯,国家安全部,反恐\n";
    assert_eq!(
        said(&propose(text)),
        [
            ("日期", ISO, Some(Meaning::Date)),
            ("国家", Role::MultiValue('、'), Some(Meaning::Country)),
            ("中方机构", Role::Category, Some(Meaning::Agency)),
            ("议题", Role::MultiValue('、'), Some(Meaning::Topic)),
        ]
    );
}

#[test]
fn content_speaks_where_names_do_not() {
    let text = "c1,c2,c3,c4\n2024-01-02,VNM,3,a|b\n2024-02,LAO,4,b|c\n2024-03-01,RUS,5,c|a\n";
    assert_eq!(
        said(&propose(text)),
        [
            ("c1", ISO, Some(Meaning::Date)),
            ("c2", Role::Category, Some(Meaning::Country)),
            ("c3", Role::Number(Decimal::Point), None),
            ("c4", Role::MultiValue('|'), None),
        ]
    );
}

#[test]
fn names_that_the_content_belies_say_nothing() {
    // A “date” of names, a “country” of numbers, a year among numbers.
    let text = "date,country,year,day count\nann,1,2023,7\nbob,2,2024,8\n";
    let mapping = propose(text);
    assert_eq!(mapping.column_of(Meaning::Country), None);
    assert_eq!(mapping.column_of(Meaning::Date), Some(2));
    let serial = propose("Date,x\n45541,a\n45542,b\n");
    let form = DateForm { count: Count::Days, ..DateForm::default() };
    assert_eq!(said(&serial)[0], ("Date", Role::Date(form), Some(Meaning::Date)));
}

#[test]
fn a_column_of_many_values_is_text_and_of_few_a_category() {
    let mut text = String::from("word,kind\n");
    for n in 0..5_000 {
        text.push_str(&format!("word {n},kind {}\n", n % 7));
    }
    let mapping = propose(&text);
    assert_eq!((mapping.columns[0].role, mapping.columns[1].role), (Role::Text, Role::Category));
    assert_eq!(said(&propose("a,b\n"))[0], ("a", Role::Ignored, None));
}

#[test]
fn our_own_tidy_table_is_understood() {
    let text = "event_id,date,date_end,title,agency,officials,rank,format,channel,city,venue_country,forum,country,organization,counterpart_name,topics,sources\n\
        e1,2024-09-06,,A title of one line,MPS,A; B,minister,bilateral,in-person,Hanoi,VNM,,VNM,,N,x; y,https://a.example; https://b.example\n\
        e2,2024-10,,Another title,MPS,A,minister,bilateral,video,,,gpscfl,LAO,,O,x,https://a.example\n";
    let mapping = propose(text);
    for (at, meaning) in [
        (0, Meaning::Id),
        (1, Meaning::Date),
        (3, Meaning::Title),
        (4, Meaning::Agency),
        (5, Meaning::Official),
        (6, Meaning::Rank),
        (7, Meaning::Format),
        (8, Meaning::Channel),
        (9, Meaning::City),
        (10, Meaning::Venue),
        (11, Meaning::Forum),
        (12, Meaning::Country),
        (14, Meaning::Counterpart),
        (15, Meaning::Topic),
        (16, Meaning::Source),
    ] {
        assert_eq!(mapping.columns[at].meaning, Some(meaning), "{}", mapping.columns[at].name);
    }
    assert_eq!(mapping.columns[16].role, Role::Link);
}

#[test]
fn the_published_records_are_understood() {
    let mut sample = Sample::default();
    let mut reader = JsonReader::new(JsonKind::List);
    let text = include_str!("../../../data/events.json");
    assert!(reader.push(text, &mut sample).and_then(|()| reader.finish(&mut sample)).is_ok());
    let columns = sample.0.map(|profile| profile.finish(countries())).unwrap_or_default();
    let mapping = Mapping::propose(&columns, countries());
    let said = |name: &str| {
        let column = mapping.columns.iter().find(|column| column.name == name);
        column.map(|column| (column.role, column.meaning))
    };
    for (name, role, meaning) in [
        ("date", ISO, Meaning::Date),
        ("agency", Role::Category, Meaning::Agency),
        ("officials", Role::MultiValue(';'), Meaning::Official),
        ("format", Role::Category, Meaning::Format),
        ("city", Role::Category, Meaning::City),
        ("counterparts.country", Role::MultiValue(';'), Meaning::Country),
        ("topics", Role::MultiValue(';'), Meaning::Topic),
        ("title", Role::Text, Meaning::Title),
        ("note", Role::Text, Meaning::Note),
    ] {
        assert_eq!(said(name), Some((role, Some(meaning))), "{name}");
    }
    assert_eq!(said("sources.url").map(|(role, _)| role), Some(Role::Link));
    assert_eq!(said("id").map(|(role, _)| role), Some(Role::Ignored));
}

#[test]
fn cells_are_read_as_mapped() {
    let all = countries();
    let mut mapping = propose("date,country,n\n2024-01-02,Laos; Vietnam,5\n2024-01-03,Laos,6\n");
    mapping.countries.insert("Atlantis".into(), "GRC".into());
    let read = |column, cell| {
        let mut said = Vec::new();
        mapping.values(column, cell, all, &mut |value| {
            said.push(match value {
                Ok(Value::Date(date)) => date.to_string(),
                Ok(Value::Number(number)) => number.to_string(),
                Ok(Value::Country(country)) => country.iso3.clone(),
                Ok(Value::Text(text)) => text.to_owned(),
                Err((value, _)) => format!("! {value}"),
            });
        });
        said
    };
    assert_eq!(read(0, " 2 Jan 2024 "), ["2024-01-02"]);
    assert_eq!(read(0, "soon"), ["! soon"]);
    assert_eq!(read(1, "Laos; Korea ;; Atlantis"), ["LAO", "! Korea", "GRC"]);
    assert_eq!(read(2, "1,200"), ["1200"]);
    assert_eq!(read(2, "many"), ["! many"]);
    assert!(read(2, " ").is_empty() && read(9, "x").is_empty());
}

#[test]
fn damaged_documents_are_told_by_place() {
    let good = propose("date,topics,n\n2024-01-02,a; b,1\n2024-01-03,b,2\n").to_json();
    assert!(Mapping::from_json(&good).is_ok());
    for (from, to, place) in [
        ("\"date\", \"order\"", "\"dat\", \"order\"", "columns[0].role"),
        ("\"ambiguous\"", "\"year-last\"", "columns[0].order"),
        ("\"serial\": false", "\"serial\": 0", "columns[0].serial"),
        ("\"serial\": false", "\"serial\": false, \"until\": \"x\"", "columns[0].until"),
        ("\"serial\": false", "\"until\": 2026, \"year-column\": 1", "columns[0].year-column"),
        ("\"serial\": false", "\"epoch\": \"minutes\"", "columns[0].epoch"),
        ("\"serial\": false", "\"serial\": true, \"epoch\": \"seconds\"", "columns[0].epoch"),
        ("\"serial\": false", "\"pairs\": \"months\"", "columns[0].pairs"),
        ("\"separator\": \";\"", "\"separator\": \"; \"", "columns[1].separator"),
        ("\"separator\": \";\"", "\"separater\": \";\"", "columns[1].separator"),
        ("\"decimal\": \".\"", "\"decimal\": \"x\"", "columns[2].decimal"),
        ("\"meaning\": \"topic\"", "\"meaning\": \"topik\"", "columns[1].meaning"),
        ("\"meaning\": \"topic\"", "\"meaning\": \"date\"", "columns[1].meaning"),
        ("\"name\": \"n\"", "\"nam\": \"n\"", "columns[2].name"),
        ("\"name\": \"n\"", "\"name\": \"n\", \"more\": 1", "columns[2].more"),
        ("\"version\": 1", "\"version\": 2", "version"),
        ("\"columns\": [", "\"columns\": 7, \"columns\": [", "columns"),
        ("\"countries\": {", "\"countries\": {\"x\": \"xx\"", "countries.x"),
        ("\"header\"", "\"heading\"", "heading"),
        ("{", "", ""),
    ] {
        assert!(good.contains(from), "{from} in {good}");
        let error = Mapping::from_json(&good.replacen(from, to, 1));
        assert_eq!(error.map_err(|error| error.place), Err(place.to_owned()), "{to}");
    }
    assert!(Mapping::from_json("null").is_err());
}

fn any_mapping() -> impl Strategy<Value = Mapping> {
    let order = prop::sample::select(vec![
        Order::MonthFirst,
        Order::DayFirst,
        Order::YearFirst,
        Order::Ambiguous,
    ]);
    let century = prop_oneof![
        Just(Century::Ambiguous),
        (100..=9999_i16).prop_map(Century::Until),
        any::<u16>().prop_map(Century::Beside),
    ];
    let pairs = prop::sample::select(vec![Pairs::Months, Pairs::FiscalYears, Pairs::Ambiguous]);
    let count = prop::sample::select(vec![
        Count::Nothing,
        Count::Days,
        Count::Seconds,
        Count::Months,
        Count::DaysOfYear,
        Count::Milliseconds,
    ]);
    let form = (order, century, pairs, count).prop_map(|(order, century, pairs, count)| DateForm {
        order,
        century,
        pairs,
        count,
    });
    let role = prop_oneof![
        form.prop_map(Role::Date),
        any::<char>().prop_map(Role::MultiValue),
        prop::sample::select(vec![Decimal::Comma, Decimal::Point, Decimal::Ambiguous])
            .prop_map(Role::Number),
        prop::sample::select(vec![Role::Category, Role::Text, Role::Link, Role::Ignored]),
    ];
    let codes = [Naming::Names, Naming::Unsure].into_iter().chain(CodeList::ALL.map(Naming::Codes));
    let naming = prop::sample::select(codes.collect::<Vec<_>>());
    let columns = prop::collection::vec((any::<String>(), role, any::<bool>(), naming), 0..8);
    let countries = prop::collection::btree_map(any::<String>(), "[A-Z]{3}", 0..4);
    let events = prop::option::of("[a-z]{1,8}");
    let words =
        prop::collection::btree_map(any::<String>(), prop::option::of(any::<String>()), 1..4);
    let words = prop::collection::btree_map(any::<String>(), words, 0..3);
    let all = (any::<String>(), columns, countries, events, words);
    all.prop_map(|(header, columns, countries, events, words)| {
        let columns = columns.into_iter().zip(Meaning::all()).map(
            |((name, role, meant, naming), meaning)| ColumnMapping {
                name,
                role,
                meaning: meant.then_some(meaning),
                naming,
            },
        );
        Mapping { header, columns: columns.collect(), countries, events, words }
    })
}

proptest! {
    #[test]
    fn any_mapping_comes_back(mapping in any_mapping()) {
        let json = mapping.to_json();
        prop_assert_eq!(Mapping::from_json(&json), Ok(mapping));
        prop_assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
    }

    #[test]
    fn any_text_is_a_mapping_or_an_error(text in any::<String>(), at in 0..400_usize) {
        let _ = Mapping::from_json(&text);
        let mut json = propose("date,topics,n\n2024-01-02,a; b,1\n").to_json();
        json.truncate(at.min(json.len()));
        let _ = Mapping::from_json(&json);
    }

    #[test]
    fn any_table_gets_a_mapping_that_fits_it(
        cells in prop::collection::vec(prop_oneof![
            any::<String>(), "[0-9/.,;-]{0,10}", Just("Laos".to_owned()), Just("2024年".to_owned()),
        ], 0..60)
    ) {
        let header: Vec<String> = ["date", "a", "country"].map(str::to_owned).into();
        let mut text = String::from("date,a,country\n");
        for row in cells.chunks_exact(3) {
            explorer_reader::csv::write_line(&mut text, row.iter().map(String::as_str));
        }
        let mapping = propose(&text);
        prop_assert!(mapping.fits(&header));
        let all = countries();
        let mut meanings: BTreeMap<Meaning, u8> = BTreeMap::new();
        for column in &mapping.columns {
            if let Some(meaning) = column.meaning {
                *meanings.entry(meaning).or_default() += 1;
            }
        }
        prop_assert!(meanings.values().all(|count| *count == 1));
        for cell in &cells {
            for column in 0..4 {
                mapping.values(column, cell, all, &mut |_| {});
            }
        }
    }
}
