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

/// The section of all numbers: those that the dataset can give, and folded away the others and the
/// paper's slips.
#[component]
pub fn NumbersSection() -> impl IntoView {
    let store = use_store();
    // Whatever else changes, these numbers stay: they are counted once.
    let all = comparisons(store.explorer);
    let (slips, numbers): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|c| c.published.erratum.is_some());
    let (given, others): (Vec<_>, Vec<_>) =
        numbers.into_iter().partition(|c| c.published.is_computable());
    let whose = if store.explorer.is_own() { "Your file" } else { "The open dataset" };
    let about = format!(
        "The paper states {} numbers. {whose} has something to set beside {} of them. The ratio is one of \
         two totals; above 100% the records have more. Whether the same meetings are in both is not known. Filters \
         do not change these numbers.",
        given.len() + others.len(),
        given.len()
    );
    let computable = store.part(|state| state.computable);
    let options = vec![
        SwitchOption::new(false, "all", "All"),
        SwitchOption::new(true, "computable", "Computable only"),
    ];
    let choose = move |computable| store.change(Step::Push, |s| s.computable = computable);
    let folded = move || {
        (!computable.get()).then(|| {
            let lists = [
                ("Other numbers of the paper, which nothing here can be set beside", &others),
                ("Slips in the paper\u{2019}s text and notes", &slips),
            ];
            let lists = lists.map(|(title, list)| {
                view! {
                    <details>
                        <summary>{format!("{title} ({})", list.len())}</summary>
                        {groups(list)}
                    </details>
                }
            });
            lists.into_iter().collect_view()
        })
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
                {groups(&given)}
                {folded}
            </div>
        </PaperSection>
    }
}

/// Numbers by the groups that the dataset puts them in, with the groups' titles.
fn groups(list: &[Comparison<'static>]) -> impl IntoView + use<> {
    let mut groups: Vec<(&'static str, Vec<Comparison<'static>>)> = Vec::new();
    for comparison in list.iter().cloned() {
        let title = comparison.published.group.as_str();
        match groups.last_mut() {
            Some((last, group)) if *last == title => group.push(comparison),
            _ => groups.push((title, vec![comparison])),
        }
    }
    let groups = groups.into_iter().map(|(title, numbers)| {
        view! {
            <div>
                <h3>{title}</h3>
                <PublishedTable label=title numbers notes=true />
            </div>
        }
    });
    groups.collect_view()
}
