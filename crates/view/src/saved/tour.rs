//! The tour that saved views are: those with a sentence, in the order of the list.

use super::Item;
use super::list::SavedViews;
use crate::tour::own::{NoTour, OwnStep, OwnTour};

/// The tour of a list.
///
/// # Errors
/// If there is none, or no link could carry it.
pub fn tour_of(list: &SavedViews, title: &str) -> Result<OwnTour, NoTour> {
    let steps = list.items().filter_map(|item| match item {
        Item::View(view) if !view.sentence.is_empty() => {
            Some(OwnStep::new(&view.link, &view.sentence))
        }
        _ => None,
    });
    OwnTour::new(title, steps.collect())
}
