//! All pledges in view.

use explorer_dataset::pledge::Pledge;
use explorer_dataset::tables::SUBJECT;
use explorer_view::pledges::{quantity_words, title};
use explorer_view::sentence::date_words;
use explorer_view::state::Page;
use leptos::prelude::*;

use super::Pledges;
use crate::components::keyed_items::KeyedItems;
use crate::components::records::folded_sources::FoldedSources;
use crate::components::show::Show;
use crate::components::titled_section::TitledSection;
use crate::reactive::memo;
use crate::store::use_store;

/// How many countries are named before the rest is only counted.
const NAMED: usize = 3;

/// The pledges in view, the latest first.
#[component]
pub(super) fn PledgeTable(
    /// What is in view.
    pledges: Memo<Pledges>,
) -> impl IntoView {
    let in_view = memo(move || {
        pledges.with(|pledges| {
            let in_view = pledges.shown.iter().rev().filter(|shown| shown.in_view);
            in_view.map(|shown| shown.pledge).collect::<Vec<&'static Pledge>>()
        })
    });
    let is_empty = memo(move || in_view.with(Vec::is_empty));
    let none = || view! { <p class="nothing">"No pledge matches all of these filters."</p> };
    let headings = || {
        let headings = ["Date", "Pledge", "By, to whom", "Amount", "Status"];
        let headings = headings.map(|heading| view! { <th scope="col">{heading}</th> });
        headings.into_iter().collect_view()
    };
    view! {
        <TitledSection test="pledges" title="Each pledge, the latest first">
            <Show when=move || !is_empty.get() fallback=none>
                <table class="pledge-table">
                    <thead>
                        <tr>{headings()}</tr>
                    </thead>
                    <tbody>
                        <KeyedItems items=in_view key=|pledge| pledge.id.clone() let:pledge>
                            <PledgeRow pledge />
                        </KeyedItems>
                    </tbody>
                </table>
            </Show>
        </TitledSection>
    }
}

/// A pledge.
#[component]
fn PledgeRow(
    /// Which.
    pledge: &'static Pledge,
) -> impl IntoView {
    let amount = quantity_words(pledge);
    let amount = amount.as_deref().and_then(|words| words.strip_prefix("Amount: "));
    let amount = amount.unwrap_or("–").trim_end_matches('.').to_owned();
    view! {
        <tr
            data-test="pledge-row"
            data-value=pledge.id.as_str()
            data-kind=pledge.kind.as_str()
        >
            <th scope="row">{date_words(pledge.date)}</th>
            <td data-name="Pledge">
                <span class="kicker">{title(&pledge.kind)}</span>
                <p>{pledge.description.as_str()}</p>
                <FoldedSources sources=&pledge.sources />
            </td>
            <td data-name="By, to whom">
                <p>{format!("{}: {}", pledge.by, pledge.forum_or_partner)}</p>
                <CountriesNamed pledge />
            </td>
            <td data-name="Amount">{amount}</td>
            <td data-name="Status">{pledge.status.as_str()}</td>
        </tr>
    }
}

/// The countries that a pledge names, each a way to its profile.
#[component]
fn CountriesNamed(
    /// The pledge.
    pledge: &'static Pledge,
) -> impl IntoView {
    let store = use_store();
    let countries: Vec<_> = pledge.countries.iter().filter(|iso3| *iso3 != SUBJECT).collect();
    if countries.is_empty() {
        return None;
    }
    let rest = countries.len().checked_sub(NAMED).filter(|rest| *rest > 0);
    let rest = rest.map(|rest| format!(" and {rest} more"));
    let named = countries.into_iter().take(NAMED).enumerate().map(|(at, iso3)| {
        let country = store.explorer.dataset().country(iso3);
        let name = country.map_or(iso3.as_str(), |country| &country.name_en);
        let link = store.link(Page::Country(iso3.clone()));
        (if at == 0 { "" } else { ", " }, view! { <a href=link>{name}</a> })
    });
    Some(view! { <p class="hint">"Names " {named.collect::<Vec<_>>()} {rest}</p> })
}
