//! What a view is called, in tabs, bookmarks and lists.

use explorer_explore::Explorer;

use super::compare::names;
use super::sentence::filter_words;
use super::state::{Page, ViewState};

/// The title of a view: its page and what is filtered. Empty for the overview of all records.
pub fn title(explorer: &Explorer, state: &ViewState) -> String {
    match &state.page {
        Page::Method => "Method".to_owned(),
        Page::Changes => "What changed".to_owned(),
        Page::File => "Your file".to_owned(),
        Page::Saved => "Saved views and tours".to_owned(),
        Page::Record(id) => {
            let dataset = explorer.dataset();
            let event = dataset.events.iter().find(|event| event.id == *id);
            match (event, dataset.withdrawn_event(id)) {
                (Some(event), _) => event.title.clone(),
                (None, Some(gone)) => format!("Withdrawn: {}", gone.title),
                (None, None) => String::new(),
            }
        }
        Page::Compare(pair) if pair.is_empty() && state.filters.is_empty() => "Compare".to_owned(),
        Page::Compare(pair) => {
            format!("Compare · {}", names::title(explorer, pair, &state.filters))
        }
        page => {
            let scope = state.scope();
            let words = (!scope.is_empty()).then(|| filter_words(explorer, &scope));
            let parts = [page_name(page).map(str::to_owned), words];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
    }
}

fn page_name(page: &Page) -> Option<&'static str> {
    match page {
        Page::Map => Some("Map"),
        Page::Countries => Some("Countries"),
        Page::People => Some("People"),
        Page::Forums => Some("Forums"),
        Page::Pledges => Some("Pledges"),
        Page::Records => Some("Records"),
        Page::Check => Some("Your file beside the open dataset"),
        Page::Paper(_) => Some("The paper"),
        _ => None,
    }
}
