//! Tours: those that come with the page are sound, and a reader's own is carried whole by its link.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod naive;

use explorer_view::hash::{decode, encode};
use explorer_view::shared::shared;
use explorer_view::state::Page;
use explorer_view::tour::own::{LONGEST_WORD, MOST_STEPS, NoTour, OwnStep, OwnTour};
use explorer_view::tour::shipped::Shipped;
use explorer_view::tour::{OnTour, Tour};
use naive::EXPLORER;
use proptest::prelude::*;

#[test]
fn every_step_of_a_shipped_tour_shows_something() {
    for tour in Shipped::ALL {
        for (link, sentence) in tour.steps() {
            let (state, notices) = decode(link, &EXPLORER);
            assert_eq!(notices, [], "{link}");
            assert_eq!(encode(&state), *link, "as the page writes it");
            assert!(state.outcome(&EXPLORER).summary.interactions > 0, "{link} is empty");
            // A number would be false of the next version.
            assert!(!sentence.contains(|c: char| c.is_ascii_digit()), "{sentence}");
            assert!(sentence.chars().count() <= 300 && sentence.ends_with('.'), "{sentence}");
        }
    }
    assert_eq!(Shipped::Paper.steps().len(), 8);
    // The record that is shown is one of the records of the step before.
    let at = |step: usize| decode(Shipped::Number.steps()[step].0, &EXPLORER).0;
    let Page::Record(id) = at(4).page else { panic!("no record") };
    let rows = at(3).outcome(&EXPLORER).rows;
    let events = rows.iter().map(|row| EXPLORER.table().event(row) as usize);
    assert!(events.map(|event| &EXPLORER.dataset().events[event].id).any(|known| *known == id));
}

#[test]
fn a_shipped_tour_is_stepped_through_by_its_links() {
    for tour in Shipped::ALL {
        let mut on = OnTour::start(Tour::Shipped(tour));
        for at in 0..tour.steps().len() {
            let link = on.link(None);
            let (state, notices) = decode(&link, &EXPLORER);
            assert_eq!(notices, []);
            assert_eq!(encode(&state), link);
            assert_eq!(state.tour.as_ref(), Some(&on));
            assert!(on.is_here(&EXPLORER, &state), "{link}");
            assert_eq!(on.sentence(), tour.steps()[at].1);
            match on.moved(1) {
                Some(next) => on = next,
                None => assert_eq!(at, tour.steps().len() - 1),
            }
        }
    }
    let link = OnTour::new(Tour::Shipped(Shipped::Paper), 2).unwrap().link(None);
    assert_eq!(link, "#/people?step=3&tour=paper&window=yes");
    let link = OnTour::start(Tour::Shipped(Shipped::Number)).link(Some("1.0.2"));
    assert_eq!(link, "#/overview?tour=number&data=1.0.2");
}

#[test]
fn a_reader_who_filters_stays_on_the_tour() {
    let (step, _) = decode("#/people?step=3&tour=paper&window=yes", &EXPLORER);
    let mut state = step.clone();
    state.filters.set_query("police");
    let on = state.tour.clone().unwrap();
    assert!(!on.is_here(&EXPLORER, &state));
    assert_eq!(encode(&state), "#/people?q=police&step=3&tour=paper&window=yes");
    // On any page.
    let elsewhere = step.on(Page::Records);
    assert_eq!(encode(&elsewhere), "#/records?step=3&tour=paper&window=yes");
    assert!(!on.is_here(&EXPLORER, &elsewhere));
    // What is shared is the view alone.
    assert_eq!(encode(&shared(&EXPLORER, &step).state), "#/people?window=yes");
    assert_eq!(encode(&step.without_tour()), "#/people?window=yes");
}

#[test]
fn an_own_tour_is_read_as_a_person_would_write_it() {
    let link = "#/country/VNM?tour=Two+neighbours~country/VNM~First+the+one~records?country=THA*from=2024~Then+the+other";
    let (state, notices) = decode(link, &EXPLORER);
    assert_eq!(notices, []);
    let on = state.tour.clone().unwrap();
    assert_eq!((on.tour().title(), on.tour().len()), ("Two neighbours", 2));
    assert_eq!(on.sentence(), "First the one");
    assert!(on.is_here(&EXPLORER, &state));
    let next = on.moved(1).unwrap();
    let expected = format!(
        "#/records?country=THA&from=2024&step=2&tour={}",
        link.split_once("tour=").unwrap().1
    );
    assert_eq!(next.link(None), expected);
    // A chat program may escape what needs no escape, and a mail put a bracket behind.
    let mangled = format!("{})", link.replace('~', "%7E").replace('*', "%2A"));
    assert_eq!(decode(&mangled, &EXPLORER).0.tour, state.tour);
    // Each view opens in the version that it was saved with.
    let step = OwnStep::new("#/records?agency=MPS&data=1.0.2", "Then");
    let tour = Tour::Own(OwnTour::new("", vec![step]).unwrap().into());
    assert_eq!(
        OnTour::start(tour).link(None),
        "#/records?agency=MPS&tour=~records?agency=MPS*data=1.0.2~Then&data=1.0.2"
    );
}

#[test]
fn what_is_no_tour_is_named_and_the_rest_holds() {
    let notices = |link: &str| {
        let (state, notices) = decode(link, &EXPLORER);
        assert_eq!(state.filters.selections().count(), 1, "{link}");
        notices.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        notices("#/records?agency=MPS&tour=wonders"),
        [
            "tour: \u{201c}wonders\u{201d} was ignored; expected one of paper, number, or a title, links and sentences joined by ~"
        ]
    );
    assert_eq!(notices("#/records?agency=MPS&step=2"), ["step: ignored: only a tour has steps"]);
    for step in ["9", "0", "x", ""] {
        assert_eq!(
            notices(&format!("#/records?agency=MPS&tour=paper&step={step}")),
            [format!(
                "step: \u{201c}{step}\u{201d} is no step from 1 to 8; the first one is taken instead"
            )]
        );
    }
    let many = "~records~a".repeat(MOST_STEPS + 1);
    assert_eq!(
        notices(&format!("#/records?agency=MPS&tour=t{many}")),
        ["tour: the tour of this link was ignored: it has 21 steps, and 20 is the most"]
    );
    let long = "x".repeat(LONGEST_WORD);
    assert_eq!(
        notices(&format!("#/records?agency=MPS&tour=t~records?q={long}~a")),
        ["tour: the tour of this link was ignored: it is too long"]
    );
}

#[test]
fn a_step_is_on_no_tour_itself() {
    let step =
        OwnStep::new("https://a.b/c?embed=1#/people?step=3&tour=paper&window=yes", " a \n b ");
    assert_eq!((step.link(), step.sentence()), ("#/people?window=yes", "a b"));
    assert_eq!(OwnTour::new("t", Vec::new()), Err(NoTour::Empty));
}

proptest! {
    #[test]
    fn a_link_carries_a_whole_tour(
        title in "\\PC{0,90}",
        steps in prop::collection::vec(("#?/?[a-z/]{0,9}(\\?\\PC{0,30})?|\\PC{0,30}", "\\PC{0,90}"), 1..6),
        at in any::<prop::sample::Index>(),
    ) {
        let steps: Vec<OwnStep> = steps.iter().map(|(link, words)| OwnStep::new(link, words)).collect();
        let tour = OwnTour::new(&title, steps.clone()).unwrap();
        prop_assert_eq!(tour.steps(), &steps[..]);
        let at = at.index(steps.len());
        let on = OnTour::new(Tour::Own(tour.into()), at).unwrap();
        // Whatever the views of its steps are.
        let link = on.link(None);
        prop_assert!(link.starts_with("#/") && !link.contains(' '), "{}", link);
        let mut state = decode("#/records?agency=MPS", &EXPLORER).0;
        state.tour = Some(on.clone());
        let link = encode(&state);
        prop_assert!(link.bytes().all(|b| b.is_ascii_graphic()), "{}", link);
        let (read, notices) = decode(&link, &EXPLORER);
        prop_assert_eq!(&notices, &[]);
        prop_assert_eq!(read, state, "{}", link);
    }

    #[test]
    fn any_word_is_a_tour_or_named(word in "\\PC{0,60}|[a-z~*?&=%0-9]{0,60}", step in "\\PC{0,4}") {
        let (state, _) = decode(&format!("#/records?tour={word}&step={step}"), &EXPLORER);
        let (again, notices) = decode(&encode(&state), &EXPLORER);
        prop_assert_eq!(notices, &[]);
        prop_assert_eq!(again, state);
    }
}
