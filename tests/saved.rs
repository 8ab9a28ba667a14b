//! The list of saved views: what a reader does with it, and its file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod naive;

use explorer_explore::outcome::Summary;
use explorer_view::saved::described::described;
use explorer_view::saved::file::{FORM, read, write};
use explorer_view::saved::list::{Brought, MOST_ITEMS, Outcome, SavedViews};
use explorer_view::saved::tour::tour_of;
use explorer_view::saved::{Item, SavedView};
use explorer_view::tour::own::NoTour;
use naive::EXPLORER;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn view(name: &str, link: &str) -> SavedView {
    SavedView::new(name, link, "2026-11-29", None)
}

fn list(names: &[&str]) -> SavedViews {
    let mut list = SavedViews::default();
    for name in names {
        assert_eq!(list.save(view(name, "#/overview")), Outcome::Saved);
    }
    list
}

fn names(list: &SavedViews) -> Vec<&str> {
    let views = list.items().map(|item| match item {
        Item::View(view) => view.name.as_str(),
        Item::Unknown(_) => "?",
    });
    views.collect()
}

fn ids(list: &SavedViews) -> Vec<u32> {
    list.entries().iter().map(|entry| entry.id).collect()
}

#[test]
fn a_view_is_saved_once_under_a_name() {
    let mut list = list(&["a"]);
    assert_eq!(list.save(view("a", "#/overview")), Outcome::There);
    assert_eq!(list.save(view(" a\n b ", "#/overview")), Outcome::Saved);
    assert_eq!(list.save(view("a", "#/map")), Outcome::Saved);
    assert_eq!(names(&list), ["a", "a b", "a"]);
    let many: Vec<Item> =
        (0..MOST_ITEMS).map(|at| Item::View(view(&at.to_string(), "#/map"))).collect();
    assert_eq!(list.bring(many), Brought { new: MOST_ITEMS - 3, there: 0, left: 3 });
    assert_eq!(list.save(view("b", "#/map")), Outcome::Full);
}

#[test]
fn what_is_deleted_comes_back_to_its_place() {
    let mut list = list(&["a", "b", "c"]);
    let before = list.clone();
    let (at, entry) = list.remove(ids(&list)[1]).unwrap();
    assert_eq!(names(&list), ["a", "c"]);
    list.restore(at, entry.clone());
    assert_eq!(list, before);
    // Twice is once.
    list.restore(at, entry);
    assert_eq!(list, before);
    assert_eq!(list.remove(99), None);
}

#[test]
fn a_name_is_never_empty() {
    let mut list = list(&["a"]);
    let id = ids(&list)[0];
    assert!(list.edit(id, "  ", " Look \n here. "));
    let Item::View(view) = &list.entries()[0].item else { panic!() };
    assert_eq!((view.name.as_str(), view.sentence.as_str()), ("a", "Look here."));
    assert!(!list.edit(id + 1, "b", ""));
}

#[test]
fn views_with_a_sentence_are_a_tour_in_the_order_of_the_list() {
    let mut list = list(&["a", "b", "c"]);
    assert_eq!(tour_of(&list, "t"), Err(NoTour::Empty));
    let ids = ids(&list);
    list.edit(ids[2], "", "First.");
    list.edit(ids[0], "", "Second.");
    list.shift(ids[2], true);
    list.shift(ids[2], true);
    assert!(!list.shift(ids[2], true), "it is at the top");
    let tour = tour_of(&list, "t").unwrap();
    let sentences: Vec<_> = tour.steps().iter().map(|step| step.sentence()).collect();
    assert_eq!(sentences, ["First.", "Second."]);
}

#[test]
fn a_damaged_file_is_refused_with_its_place() {
    let whole = json!({ "form": FORM, "version": 1, "views": [
        { "name": "a", "link": "#/map" },
        { "name": "b", "link": "#/map", "sentence": "s", "saved": "2026-11-29",
          "counts": { "interactions": 3, "events": 2, "countries": 1 } },
    ]});
    assert_eq!(read(&whole.to_string()).unwrap().len(), 2);
    let is = |damage: fn(&mut Value), expected: &str| {
        let mut file = whole.clone();
        damage(&mut file);
        assert_eq!(read(&file.to_string()).unwrap_err().to_string(), expected);
    };
    is(
        |file| *file = json!([]),
        "the file: expected an object with form, version and views, found a list",
    );
    is(
        |file| file["form"] = json!("notes"),
        "form: expected \u{201c}security-diplomacy-explorer/saved-views\u{201d}, found \"notes\"",
    );
    is(|file| file["version"] = json!("1"), "version: expected a number from 1, found \"1\"");
    is(|file| file["views"] = json!({}), "views: expected a list, found an object");
    is(
        |file| file["views"][1] = json!(7),
        "views[1]: expected an object with name and link, found 7",
    );
    is(|file| file["views"][1]["name"] = json!(7), "views[1].name: expected a text, found 7");
    is(
        |file| file["views"][0]["name"] = json!(" "),
        "views[0].name: missing or empty: every view has one",
    );
    is(
        |file| file["views"][0]["link"] = json!("https://example.org/"),
        "views[0].link: expected a link with #, found \"https://example.org/\"",
    );
    is(
        |file| file["views"][1]["counts"]["events"] = json!(-1),
        "views[1].counts.events: expected a whole number, found -1",
    );
    let text = "{\n \"form\": oops }";
    assert_eq!(
        read(text).unwrap_err().to_string(),
        "line 2, column 10: the text is not JSON from here on"
    );
    assert!(read("").is_err());
}

#[test]
fn what_a_later_page_wrote_is_kept_as_it_is() {
    let folder = json!({ "folder": "x", "of": [1, 2] });
    let later = json!({ "form": FORM, "version": 2, "views": [
        folder, { "name": "a", "link": "#/map", "colour": "red" },
    ]});
    let items = read(&later.to_string()).unwrap();
    assert_eq!(items[0], Item::Unknown(folder.clone()));
    let mut list = SavedViews::default().with_items(items.clone());
    let id = ids(&list)[1];
    list.edit(id, "b", "");
    let again = read(&write(&list)).unwrap();
    assert_eq!(again[0], Item::Unknown(folder));
    let Item::View(view) = &again[1] else { panic!() };
    assert_eq!((view.name.as_str(), &view.other["colour"]), ("b", &json!("red")));
}

#[test]
fn what_another_tab_did_keeps_the_rows() {
    let one = list(&["a", "b", "c"]);
    let before = ids(&one);
    let mut other = one.clone();
    other.remove(before[1]);
    other.save(view("d", "#/map"));
    other.shift(before[2], true);
    let items: Vec<Item> = other.items().cloned().collect();
    let now = one.with_items(items);
    assert_eq!(names(&now), ["c", "a", "d"]);
    assert_eq!(ids(&now)[..2], [before[2], before[0]]);
    assert!(!before.contains(&ids(&now)[2]));
}

#[test]
fn a_view_is_described_as_this_version_has_it() {
    let counts = Summary { interactions: 9, events: 8, countries: 7 };
    let now = &EXPLORER.dataset().codebook.version;
    let link = format!("#/map?agency=MPS&data={now}");
    let of = |link: &str, counts| described(&EXPLORER, &SavedView::new("a", link, "", counts));
    let about = of(&link, Some(counts));
    assert_eq!(about.words, "Map · MPS");
    assert_eq!(about.then.as_deref(), Some("9 interactions in 8 events with 7 countries"));
    assert_eq!((about.here, about.version, about.problems), (None, None, vec![]));
    // One of a former version has the way to both.
    let about = of("#/map?agency=MPS&data=1.0.2", Some(counts));
    assert_eq!(about.version.as_deref(), Some("1.0.2"));
    let (here, numbers) = about.here.unwrap();
    assert_eq!(here, "#/map?agency=MPS");
    assert_ne!(numbers, about.then);
    assert_eq!(about.problems, [""; 0]);
    let about = of("#/official/nobody", None);
    assert_eq!(about.words, "People");
    assert!(about.problems[0].contains("nobody"), "{:?}", about.problems);
    let about = of("#/overview?tour=paper", None);
    assert_eq!(
        (about.steps, about.words.as_str()),
        (Some(8), "Tour: What the paper says, in eight steps")
    );
    assert_eq!(of("#/overview", None).words, "All records");
}

fn any_item() -> impl Strategy<Value = Item> {
    let counts = prop::option::of((any::<u32>(), any::<u32>(), any::<u32>()));
    let other = prop::collection::btree_map("[a-z]{6,8}x", any::<bool>(), 0..2);
    let view = ("\\PC{0,130}", "\\PC{0,40}", "\\PC{0,40}", "\\PC{0,10}", counts, other);
    let view = view.prop_map(|(name, link, sentence, saved, counts, other)| {
        let counts = counts.map(|(interactions, events, countries)| Summary {
            interactions,
            events,
            countries,
        });
        let link = format!("#{}", link.trim());
        let mut view = SavedView::new(&format!("a{name}"), &link, &saved, counts);
        view.sentence = sentence;
        view.other =
            other.into_iter().map(|(key, value)| (key, value.into())).collect::<Map<_, _>>();
        Item::View(view)
    });
    let unknown = any::<i32>().prop_map(|number| Item::Unknown(json!({ "later": number })));
    prop_oneof![4 => view, 1 => unknown]
}

proptest! {
    #[test]
    fn a_list_is_what_its_file_says(items in prop::collection::vec(any_item(), 0..6)) {
        let list = SavedViews::default().with_items(items.clone());
        let text = write(&list);
        let read = read(&text).unwrap();
        prop_assert_eq!(&read, &items);
        // Brought back, nothing is doubled.
        let mut again = list.clone();
        let brought = again.bring(read);
        prop_assert_eq!(brought, Brought { new: 0, there: items.len(), left: 0 });
        prop_assert_eq!(&again, &list);
    }

    #[test]
    fn bringing_loses_nothing(
        before in prop::collection::vec(any_item(), 0..5),
        brought in prop::collection::vec(any_item(), 0..5),
        shared in 0usize..5,
    ) {
        let mut list = SavedViews::default().with_items(before.clone());
        let mut file = brought;
        file.extend(before.iter().take(shared).cloned());
        list.bring(file.clone());
        let items: Vec<&Item> = list.items().collect();
        prop_assert_eq!(&items[..before.len()], &before.iter().collect::<Vec<_>>()[..]);
        prop_assert!(file.iter().all(|item| items.contains(&item)));
    }

    #[test]
    fn no_damage_breaks_the_page(
        items in prop::collection::vec(any_item(), 0..3),
        at in any::<prop::sample::Index>(),
        put in "\\PC{0,3}",
    ) {
        let text = write(&SavedViews::default().with_items(items));
        let chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len());
        let damaged: String = chars[..at].iter().copied().chain(put.chars()).chain(chars[at + 1..].iter().copied()).collect();
        match read(&damaged) {
            Ok(items) => {
                for item in &items {
                    if let Item::View(view) = item {
                        described(&EXPLORER, view);
                    }
                }
                let list = SavedViews::default().with_items(items);
                _ = tour_of(&list, "t");
                prop_assert!(read(&write(&list)).is_ok());
            }
            Err(damage) => prop_assert!(!damage.place.is_empty() && !damage.message.is_empty()),
        }
    }

    #[test]
    fn any_text_is_a_list_or_named(text in "\\PC{0,80}") {
        if let Err(damage) = read(&text) {
            prop_assert!(!damage.place.is_empty());
        }
    }

    #[test]
    fn ids_are_never_given_twice(steps in prop::collection::vec((0u8..4, 0u32..6), 0..30)) {
        let mut list = SavedViews::default();
        let mut gone = Vec::new();
        for (at, (step, id)) in steps.into_iter().enumerate() {
            match step {
                0 => _ = list.save(view(&at.to_string(), "#/map")),
                1 => gone.extend(list.remove(id)),
                2 => if let Some((at, entry)) = gone.pop() { list.restore(at, entry) },
                _ => _ = list.shift(id, at % 2 == 0),
            }
            let mut all = ids(&list);
            all.extend(gone.iter().map(|(_, entry)| entry.id));
            let count = all.len();
            all.sort_unstable();
            all.dedup();
            prop_assert_eq!(all.len(), count);
        }
    }
}
