//! The service answers as the table itself does, and nothing is lost on the way to a worker and back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::rc::Rc;

use explorer_engine::Crossfilter;
use explorer_loader::{Beginning, Loaded, Loader, side_by_side};
use explorer_meaning::country::Countries;
use explorer_reader::csv::Header;
use explorer_reader::encoding::Encoding;
use explorer_table::about::About;
use explorer_table::column_kind::ColumnKind;
use explorer_table::column_role::unknown_countries;
use explorer_table::compared::Part;
use explorer_table::decode::{Decode, Take};
use explorer_table::embedded::{Embedded, agencies, interactions};
use explorer_table::filter_words::filter_words;
use explorer_table::looking::Looked;
use explorer_table::measure::Measure;
use explorer_table::message::{pack, unpack};
use explorer_table::question::first_questions;
use explorer_table::read_choice::ReadChoice;
use explorer_table::row_view::{row_view, rows_csv};
use explorer_table::table_filters::TableFilters;
use explorer_table::{Answer, Export, Question, Reply, Request, TableService};
use proptest::prelude::*;

thread_local! {
    static COUNTRIES: Rc<Countries> =
        Rc::new(Countries::from_json(include_str!("../../../data/countries.json")).unwrap());
}

fn countries() -> Rc<Countries> {
    COUNTRIES.with(Rc::clone)
}

/// UTF-16 as a browser would read it, and nothing else.
struct Utf16(Vec<u8>);

impl Decode for Utf16 {
    fn push(&mut self, bytes: &[u8], _: bool, take: &mut Take<'_>) -> Result<(), String> {
        self.0.extend_from_slice(bytes);
        let whole = self.0.len() / 2 * 2;
        let units = self.0[..whole].chunks(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
        let text: String = char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect();
        self.0.drain(..whole);
        take(&text)
    }
}

fn decoders(encoding: Encoding) -> Result<Box<dyn Decode>, String> {
    match encoding {
        Encoding::Utf16Le => Ok(Box::new(Utf16(Vec::new()))),
        other => Err(format!("{} is not read here.", other.label())),
    }
}

/// A service at the other end of a channel of bytes.
struct Far(TableService);

impl Far {
    fn new() -> Self {
        Self(TableService::new(countries(), decoders))
    }

    fn ask(&mut self, request: &Request, bytes: &[u8]) -> Reply {
        let request: Request = unpack(&pack(request)).expect("a request");
        let reply = self.0.handle(request, bytes);
        let packed = pack(&reply);
        let arrived: Reply = unpack(&packed).expect("a reply");
        assert_eq!(pack(&arrived), packed, "what arrives is what was sent");
        arrived
    }

    fn look(&mut self, file: &[u8], choice: ReadChoice) -> Result<Looked, String> {
        let mut reply = self.ask(&Request::Look(file.len() as u64, choice), &[]);
        let mut rest = file;
        loop {
            reply = match reply {
                Reply::Further(bytes) => {
                    let (piece, behind) = rest.split_at(rest.len().min(bytes as usize));
                    rest = behind;
                    self.ask(&Request::Push, piece)
                }
                Reply::Looked(looked) => return Ok(*looked),
                Reply::Failed(words) => return Err(words),
                other => panic!("{other:?}"),
            };
        }
    }

    fn open(&mut self, file: &[u8], piece: usize) -> (About, Vec<(Question, Answer)>) {
        let Looked { encoding, beginning, .. } = self.look(file, ReadChoice::default()).unwrap();
        let Beginning { format, mapping, .. } = beginning;
        let load = Request::Load { size: file.len() as u64, encoding, format, mapping };
        assert!(matches!(self.ask(&load, &[]), Reply::Progress(0, 0)));
        for piece in file.chunks(piece.max(1)) {
            assert!(matches!(self.ask(&Request::Push, piece), Reply::Progress(..)));
        }
        match self.ask(&Request::Finish, &[]) {
            Reply::Opened(about, answers) => (*about, answers),
            other => panic!("{other:?}"),
        }
    }

    fn step(
        &mut self,
        filters: &TableFilters,
        brushed: Option<usize>,
        asked: &[Question],
    ) -> Vec<Answer> {
        let (filters, questions) = (filters.clone(), asked.to_vec());
        match self.ask(&Request::Step { filters, brushed, questions }, &[]) {
            Reply::Answers(answers) => answers,
            other => panic!("{other:?}"),
        }
    }
}

fn naively(text: &str) -> Loaded {
    let beginning = Beginning::of(text, true, &countries()).unwrap();
    let mut loader = Loader::new(beginning.format, beginning.mapping, countries());
    loader.push(text).unwrap();
    loader.finish().unwrap()
}

/// Visits with dates known to the day, the month or the year, and some cells that cannot be read.
fn visits(rows: usize, seed: u64) -> String {
    let mut state = seed | 1;
    let mut pick = |of: u64| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) % of
    };
    let places = ["Laos", "Viet Nam", "Fiji", "Atlantis", "Kazakhstan", "Serbia", "Palau", "Tonga"];
    let topics = ["drugs", "fraud; drugs", "training", "", "fraud", "cyber; border; drugs"];
    let mut text = String::from("date,country,topics,agency,people,title\n");
    for row in 0..rows {
        let (year, month, day) = (2021 + pick(4), 1 + pick(12), 1 + pick(28));
        let date = match pick(9) {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            2 if row > 20 => "soon".to_owned(),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        let (place, topic) = (places[pick(8) as usize], topics[pick(6) as usize]);
        let agency = ["MPS", "MSS", "CPLC"][pick(3) as usize];
        text += &format!("{date},{place},{topic},{agency},{},visit no. {row}\n", pick(900));
    }
    text
}

/// The same filters, put in force one by one.
fn filter_naively(loaded: &mut Loaded, filters: &TableFilters) {
    loaded.search(&filters.search, &countries());
    for dimension in 0..loaded.view.table().columns() {
        match filters.days(dimension) {
            Some(days) => loaded.view.date_range(dimension, Some(days)).unwrap(),
            None => {
                let (included, excluded) =
                    (filters.included(dimension), filters.excluded(dimension));
                loaded.view.choose(dimension, included, excluded);
            }
        }
    }
}

fn sum(counts: &[u32]) -> u32 {
    counts.iter().sum()
}

/// Every answer says what the table itself says.
fn are_right(
    about: &About,
    loaded: &mut Loaded,
    search: &str,
    asked: &[Question],
    answers: &[Answer],
) {
    assert_eq!(asked.len(), answers.len());
    let known = countries();
    let dimension = |column: usize| about.columns[column].dimension;
    let count =
        |view: &Crossfilter, column: usize, bin: u32| view.counts(dimension(column))[bin as usize];
    for (question, answer) in asked.iter().zip(answers) {
        match (question, answer) {
            (Question::Summary, Answer::Summary(summary)) => {
                assert_eq!(summary.in_view, loaded.view.in_view());
                assert_eq!(summary.filters, filter_words(loaded, &known, search));
            }
            (Question::Facet { column, most, .. }, Answer::Facet(entries)) => {
                let of = dimension(*column);
                let chosen = [loaded.view.selected(of), loaded.view.excluded(of)].concat();
                for entry in entries {
                    assert_eq!(entry.count, count(&loaded.view, *column, entry.bin), "{entry:?}");
                    assert!(!entry.only_chosen || chosen.contains(&entry.bin));
                }
                assert!(chosen.iter().all(|bin| entries.iter().any(|entry| entry.bin == *bin)));
                assert!(entries.iter().filter(|entry| !entry.only_chosen).count() <= *most);
            }
            (Question::Bars { column, measure, .. }, Answer::Bars(bars)) => {
                let values = measure.values(&mut loaded.view, dimension(*column));
                for bar in &bars.values {
                    assert_eq!(bar.rows, count(&loaded.view, *column, bar.bin));
                    assert_eq!(bar.words, measure.value_words(values[bar.bin as usize]));
                }
                assert_eq!(bars.in_view, loaded.view.in_view());
            }
            (Question::Axis { column, .. }, Answer::Axis(counts)) => {
                let bins = loaded.view.counts(dimension(*column));
                let with_value = &bins[..bins.len() - 1];
                assert_eq!(sum(&counts.rows) + counts.vague, sum(with_value));
                assert_eq!(
                    counts.rows.len(),
                    about.columns[*column].axis.as_ref().unwrap().steps.len()
                );
            }
            (Question::Map { column }, Answer::Map(map)) => {
                for country in &map.countries {
                    assert_eq!(country.rows, count(&loaded.view, *column, country.bin));
                    let codes = loaded.view.table().dictionary(dimension(*column)).unwrap();
                    assert_eq!(codes.value(country.bin as usize), country.code);
                }
            }
            (Question::Rows(number), Answer::Rows(page)) => {
                let first = page.page.range.start;
                assert_eq!(
                    first,
                    (number * 25).min((page.in_view as usize).saturating_sub(1) / 25 * 25)
                );
                let rows = loaded.rows(first, 25).into_iter();
                let rows: Vec<_> = rows.map(|row| row_view(loaded, &known, row)).collect();
                assert_eq!(page.rows, rows);
            }
            (Question::Problems(from, to), Answer::Problems(problems)) => {
                assert_eq!(problems, &loaded.problems.kept()[*from..*to]);
            }
            (question, answer) => panic!("{question:?}: {answer:?}"),
        }
    }
}

/// What a reader does.
#[derive(Debug, Clone)]
enum Act {
    Toggle(usize, u32),
    Exclude(usize, u32),
    Only(usize, u32),
    Days(i32, i32),
    Bins(u32, u32),
    /// The pointer comes near the chart of a column.
    Near(usize),
    Search(&'static str),
    ClearAll,
}

fn acts() -> impl Strategy<Value = Vec<(Act, bool)>> {
    let act = prop_oneof![
        (1_usize..4, 0_u32..4).prop_map(|(column, bin)| Act::Toggle(column, bin)),
        (1_usize..4, 0_u32..4).prop_map(|(column, bin)| Act::Exclude(column, bin)),
        (1_usize..4, 0_u32..4).prop_map(|(column, bin)| Act::Only(column, bin)),
        (18_600_i32..20_200, 0_i32..500).prop_map(|(first, more)| Act::Days(first, first + more)),
        (0_u32..40, 1_u32..20).prop_map(|(from, more)| Act::Bins(from, from + more)),
        prop_oneof![Just("drugs"), Just("laos"), Just("2023"), Just("")].prop_map(Act::Search),
        (0_usize..6).prop_map(Act::Near),
        Just(Act::ClearAll),
    ];
    prop::collection::vec((act, any::<bool>()), 1..9)
}

#[test]
fn names_in_other_languages_are_known_at_both_ends() {
    let file = "Страны,n\nВьетнам; Лаос,1\nМьянма (Бирма),2\nКНДР; Непал,3\nЛаос,4\n";
    let looked = Far::new().look(file.as_bytes(), ReadChoice::default()).unwrap();
    let few = Countries::few_from_json(include_str!("../../../data/countries.json")).unwrap();
    let (column, profile) = (&looked.beginning.mapping.columns[0], &looked.beginning.columns[0]);
    assert!(unknown_countries(column, profile, &few).is_some());
    assert_eq!(unknown_countries(column, profile, &few.with_names(&looked.names)), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn answers_are_those_of_the_table_itself(rows in 30_usize..160, seed: u64, piece in 1_usize..3000, acts in acts()) {
        let text = visits(rows, seed);
        let mut naive = naively(&text);
        let mut far = Far::new();
        let (about, first) = far.open(text.as_bytes(), piece);
        prop_assert_eq!(about.rows, naive.view.table().len());
        prop_assert_eq!(about.problems.total, naive.problems.total());
        let (asked, answers): (Vec<_>, Vec<_>) = first.into_iter().unzip();
        prop_assert_eq!(&asked, &first_questions(&about));
        are_right(&about, &mut naive, "", &asked, &answers);
        let mut asked = asked;
        let people = about.columns[4].dimension;
        asked.push(Question::Bars { column: 1, measure: Measure::Sum(people), most: 1000 });
        asked.push(Question::Axis { column: 0, measure: Measure::Mean(people) });
        asked.push(Question::Rows(2));
        let mut filters = TableFilters::default();
        for (act, is_drag) in acts {
            let dimension = |column: usize| about.columns[column].dimension;
            let mut brushed = None;
            match act {
                Act::Toggle(column, bin) => filters.toggle(dimension(column), bin),
                Act::Exclude(column, bin) => filters.toggle_excluded(dimension(column), bin),
                Act::Only(column, bin) => filters.toggle_only(dimension(column), bin),
                Act::Days(first, last) => {
                    filters.choose_days(dimension(0), first, last);
                    brushed = is_drag.then_some(dimension(0));
                }
                Act::Bins(from, to) => {
                    filters.choose_bins(people, from, to);
                    brushed = is_drag.then_some(people);
                }
                Act::Near(column) => {
                    far.ask(&Request::ExpectFilter(dimension(column)), &[]);
                }
                Act::Search(words) => filters.search = words.to_owned(),
                Act::ClearAll => filters = TableFilters::default(),
            }
            let answers = far.step(&filters, brushed, &asked);
            filter_naively(&mut naive, &filters);
            are_right(&about, &mut naive, &filters.search, &asked, &answers);
        }
        let rows = naive.rows(0, usize::MAX);
        match far.ask(&Request::Export(filters, Export::Rows), &[]) {
            Reply::File(csv) => prop_assert_eq!(csv, rows_csv(&naive, &rows)),
            other => prop_assert!(false, "{:?}", other),
        }
    }
}

#[test]
fn an_encoding_of_the_browser_and_a_choice_of_the_reader_are_heard() {
    let text = "name;n\na;1\nb;2\n";
    let bytes: Vec<u8> =
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let mut far = Far::new();
    let looked = far.look(&bytes, ReadChoice::default()).unwrap();
    assert_eq!(
        (looked.encoding, looked.beginning.header),
        (Encoding::Utf16Le, vec!["name".to_owned(), "n".to_owned()])
    );
    let mut choice = ReadChoice::default();
    choice.format.header = Some(Header::none());
    let looked = far.look(text.as_bytes(), choice).unwrap();
    assert_eq!(looked.beginning.rows.len(), 3);
    choice.encoding = Some(Encoding::Big5);
    assert!(far.look(text.as_bytes(), choice).unwrap_err().contains("not read here"));
}

#[test]
fn what_does_not_fit_is_answered_by_words() {
    let mut far = Far::new();
    let step =
        Request::Step { filters: TableFilters::default(), brushed: Some(7), questions: Vec::new() };
    for request in [step.clone(), Request::Push, Request::Finish, Request::Compare(Vec::new())] {
        assert!(matches!(far.ask(&request, b"x"), Reply::Failed(_)), "{request:?}");
    }
    assert!(far.look(b"", ReadChoice::default()).is_err());
    assert!(matches!(
        far.ask(&Request::Look(u64::MAX, ReadChoice::default()), &[]),
        Reply::Failed(_)
    ));
    let (about, _) = far.open(b"name,n\na,1\n", 4);
    assert_eq!(about.columns.len(), 2);
    // A dimension and columns that are not there.
    let mut filters = TableFilters::default();
    filters.toggle(99, 3);
    let asked = [
        Question::Facet { column: 9, wanted: String::new(), most: 5 },
        Question::Bars { column: 9, measure: Measure::Sum(70), most: 5 },
        Question::Axis { column: 0, measure: Measure::Rows },
        Question::Map { column: 0 },
        Question::Rows(usize::MAX / 25),
        Question::Problems(4, 2),
        Question::Compared(Part::Both, 3, 1),
        Question::Numbers { column: 9, measure: Measure::Rows },
    ];
    assert!(matches!(far.ask(&Request::ExpectFilter(99), &[]), Reply::Answers(_)));
    assert_eq!(far.step(&filters, Some(99), &asked).len(), asked.len());
    assert!(unpack::<Request>(&[250, 3]).is_none());
}

#[test]
fn values_that_are_looked_for_and_problems_and_records() {
    let text = visits(90, 5);
    let mut far = Far::new();
    let (about, _) = far.open(text.as_bytes(), 700);
    assert_eq!(about.columns[1].kind, ColumnKind::Countries);
    let find = Question::Facet { column: 1, wanted: "viet".to_owned(), most: 6 };
    let kept = about.problems.kept;
    let none = TableFilters::default();
    let answers = far.step(
        &none,
        None,
        &[find, Question::Problems(0, 2), Question::Problems(kept - 1, kept + 9)],
    );
    let [Answer::Facet(found), Answer::Problems(first), Answer::Problems(last)] = &answers[..]
    else {
        panic!("{answers:?}")
    };
    assert_eq!(found.iter().map(|entry| entry.label.as_str()).collect::<Vec<_>>(), ["Vietnam"]);
    assert_eq!((first.len(), last.len()), (2, 1));
    assert_eq!(about.unmatched[0].name, "Atlantis");

    let naive = naively(&text);
    let records = interactions(explorer_embedded::EMBEDDED.events);
    let known: Vec<_> = records.iter().map(Embedded::interaction).collect();
    let expected = side_by_side(&naive, &agencies(), &known);
    let Reply::Compared(counts) = far.ask(&Request::Compare(records), &[]) else { panic!() };
    assert_eq!(
        (counts.both, counts.here, counts.there),
        (expected.both.len(), expected.only_here.len(), expected.only_there.len())
    );
    let there = far.step(&none, None, &[Question::Compared(Part::There, 1, 3)]);
    let Answer::Compared(entries) = &there[0] else { panic!() };
    let places: Vec<_> = entries.iter().map(|entry| entry.record.unwrap()).collect();
    assert_eq!(places, expected.only_there[1..3]);
}
