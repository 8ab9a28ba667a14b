//! Every number that the paper prints, beside what the open dataset gives for it.

use explorer_view::paper::NUMBERS;
use explorer_view::published::{Comparison, comparisons};
use explorer_view::step::Step;
use leptos::prelude::*;

use super::paper_section::PaperSection;
use super::published_table::PublishedTable;
use super::sums::Sums;
use crate::components::switch::{Switch, SwitchOption};
use crate::store::use_store;

/// The section of all numbers.
#[component]
pub fn NumbersSection() -> impl IntoView {
    let store = use_store();
    // Whatever else changes, these numbers stay: they are counted once.
    let all = comparisons(store.explorer);
    let can = all.iter().filter(|c| c.published.is_computable()).count();
    let about = format!(
        "{} numbers, of which the open dataset can give {can}. Coverage is its count in percent of the paper\u{2019}s; above 100 it has more. Filters do not change these numbers.",
        all.len()
    );
    let computable = store.part(|state| state.computable);
    let options = vec![
        SwitchOption::new(false, "all", "All"),
        SwitchOption::new(true, "computable", "Computable only"),
    ];
    let choose = move |computable| store.change(Step::Push, |s| s.computable = computable);
    let groups = move || {
        let groups = groups(&all, computable.get()).into_iter().map(|(title, numbers)| {
            view! {
                <div>
                    <h3>{title}</h3>
                    <PublishedTable label=title numbers notes=true />
                </div>
            }
        });
        groups.collect_view()
    };
    view! {
        <PaperSection id=NUMBERS class="paper-numbers">
            <div>
                <h2>"Published numbers"</h2>
                <p>{about}</p>
                <Switch
                    test="numbers"
                    label="Which numbers"
                    options
                    selected=computable
                    on_select=choose
                />
                <Sums />
                {groups}
            </div>
        </PaperSection>
    }
}

/// The numbers by the groups that the dataset puts them in, with the groups' titles.
fn groups(
    all: &[Comparison<'static>],
    computable: bool,
) -> Vec<(&'static str, Vec<Comparison<'static>>)> {
    let shown = all.iter().filter(|c| !computable || c.published.is_computable());
    let mut groups: Vec<(&'static str, Vec<Comparison<'static>>)> = Vec::new();
    for comparison in shown.cloned() {
        let title = comparison.published.group.as_str();
        match groups.last_mut() {
            Some((last, group)) if *last == title => group.push(comparison),
            _ => groups.push((title, vec![comparison])),
        }
    }
    groups
}
