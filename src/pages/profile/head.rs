//! Who the profile is about, and its numbers.

use explorer_dataset::tables::Official;
use explorer_explore::facet::Facet;
use explorer_explore::filter::Standing;
use explorer_view::compare::of_view::of_view;
use explorer_view::compare::peers::peers;
use explorer_view::hash;
use explorer_view::sentence::{label, word_label};
use explorer_view::state::Page;
use leptos::prelude::*;

use crate::components::records::empty::CAUTION;
use crate::components::records::figures::RecordFigures;
use crate::store::use_store;

/// Who the profile is about, and its numbers.
#[component]
pub fn ProfileHead(
    /// The facet that the subject is a value of.
    facet: Facet,
    /// The subject's id.
    id: String,
    /// Whether the dataset has a record of it.
    known: bool,
) -> impl IntoView {
    let store = use_store();
    let entry = store.explorer.table().dictionary(facet).get(&id);
    let (name, note) =
        entry.map_or((id.clone(), ""), |entry| (entry.label.clone(), entry.note.as_str()));
    let official = || store.explorer.dataset().officials.iter().find(|o| o.id == id);
    let title = match facet {
        Facet::Country => view! {
            <CountryKicker iso3=id.clone() />
            <h2>{name.clone()} " " <span class="zh" lang="zh">{note}</span></h2>
        }
        .into_any(),
        Facet::Official => match official() {
            Some(official) => view! { <OfficialTitle official name=name.clone() /> }.into_any(),
            None => view! { <h2>{name.clone()}</h2> }.into_any(),
        },
        _ => view! {
            <p class="kicker">"Organization"</p>
            <h2>{name.clone()}</h2>
            <p>{note}</p>
        }
        .into_any(),
    };
    let numbers = match (known, facet) {
        (true, Facet::Official) => {
            view! { <RecordFigures among="officials" countries=true /> }.into_any()
        }
        (true, _) => view! { <RecordFigures among="countries" countries=false /> }.into_any(),
        (false, _) => view! {
            <div class="empty" data-test="no-records">
                <h3>{format!("The dataset has no record of a meeting with {name}")}</h3>
                <p>{CAUTION}</p>
            </div>
        }
        .into_any(),
    };
    view! { <header class="profile-head">{title} {numbers} <CompareLink facet id /></header> }
}

/// The way to the subject beside its nearest peer.
#[component]
fn CompareLink(
    /// The facet that the subject is a value of.
    facet: Facet,
    /// The subject's id.
    id: String,
) -> impl IntoView {
    let store = use_store();
    let peer = peers(store.explorer, facet, &id).peers.into_iter().next();
    peer.map(|peer| {
        let link = move || store.state.with(|state| hash::encode(&of_view(store.explorer, state)));
        let words = format!("Compare with {}", peer.label);
        view! {
            <p>
                <a data-test="compare-profile" href=link>
                    {words}
                </a>
            </p>
        }
    })
}

/// Name, agency, rank and post of an official.
#[component]
fn OfficialTitle(
    /// Who.
    official: &'static Official,
    /// The name.
    name: String,
) -> impl IntoView {
    let store = use_store();
    let agency = store.explorer.table().dictionary(Facet::Agency).get(&official.agency);
    let agency = agency.map_or(official.agency.clone(), |e| format!("{}: {}", e.label, e.note));
    let ranks = &store.explorer.dataset().codebook.vocabularies.ranks;
    view! {
        <p class="kicker">
            <a href=store.link(Page::People)>"Officials"</a>
            {format!(" · {agency}")}
        </p>
        <h2>{name} " " <span class="zh" lang="zh">{official.name_zh.as_str()}</span></h2>
        <p data-test="profile-post">{official.post.as_str()}</p>
        <p class="kicker">{format!("Rank: {}", word_label(ranks, &official.rank))}</p>
    }
}

/// The region, as a way to its countries.
#[component]
fn CountryKicker(
    /// The country's code.
    iso3: String,
) -> impl IntoView {
    let store = use_store();
    let region = store.explorer.dataset().country(&iso3).and_then(|c| c.region.clone());
    let region = region.map(|region| {
        let name = label(store.explorer, Facet::Region, &region);
        let href = move || {
            let mut state = store.state.with(|state| state.on(Page::Countries));
            state.filters.clear(Facet::Region);
            state.filters.set(Facet::Region, &region, Standing::Included);
            hash::encode(&state)
        };
        view! {
            " · "
            <a href=href>{name}</a>
        }
    });
    view! { <p class="kicker">"Country" {region}</p> }
}
