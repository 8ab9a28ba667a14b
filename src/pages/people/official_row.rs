//! An official in the table of officials.

use explorer_dataset::tables::Official;
use explorer_explore::coding::NONE;
use explorer_explore::dictionary::Code;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_explore::search::fold;
use explorer_number::grouped;
use explorer_view::people::{OfficialRow, within_year};
use explorer_view::sentence::{label, word_label};
use explorer_view::state::Page;
use leptos::prelude::*;

use super::officials_table::TableScale;
use crate::components::records::count_cell::{CountCell, CountLink};
use crate::components::records::heading::heading;
use crate::components::records::links::records_link;
use crate::components::sparkline::Sparkline;
use crate::components::standing::standing_words;
use crate::reactive::{memo, text};
use crate::store::{Store, use_store};

/// A part of an official's records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    All,
    Year(i32),
    Value(Facet, &'static str),
}

/// An official with a post and numbers.
#[component]
pub(super) fn OfficialTableRow(
    /// What the row shows; always of the same official.
    row: Memo<OfficialRow<'static>>,
    /// What the rows share.
    scale: TableScale,
) -> impl IntoView {
    let store = use_store();
    let official = row.with_untracked(|row| row.official);
    let id = official.map_or(NONE, |official| official.id.as_str());
    let name = official.map_or("Not named", |official| official.name_en.as_str());
    let TableScale { quarters: names, top, selected } = scale;
    let count = memo(move || row.with(|row| row.count));
    let state = memo(move || {
        let selection = |filters: &Filters| filters.selection(Facet::Official).standing(id);
        standing_words(store.filters.with(selection)).0
    });
    let link = move |count: Memo<u32>, what: String, part: Part| {
        Callback::new(move |()| {
            let count = count.get();
            // With the links: a new measure would make all of them anew before the paint.
            let noun = store.linked.with(|state| state.measure).noun(count);
            let spoken = format!("{name}, {what}: {} {noun}", grouped(count));
            CountLink { href: link_to(store, id, part), label: Some(spoken) }
        })
    };
    let years = store.explorer.table().years().enumerate().map(|(at, year)| {
        let words = year.to_string();
        let count = memo(move || row.with(|row| row.years.get(at).copied().unwrap_or_default()));
        let link = link(count, words.clone(), Part::Year(year));
        view! { <CountCell part=words count link inner=true /> }
    });
    let formats = store.explorer.table().dictionary(Facet::Format).entries().iter().enumerate();
    let formats = formats.map(|(at, format)| {
        let count = memo(move || row.with(|row| row.formats.get(at).copied().unwrap_or_default()));
        let part = Part::Value(Facet::Format, &format.id);
        let link = link(count, format.label.clone(), part);
        view! { <CountCell part=format.id.as_str() count link inner=true /> }
    });
    let quarters = memo(move || row.with(|row| row.quarters.clone()));
    let sparkline = move || {
        let counted = heading(store.measure.get());
        view! { <Sparkline counts=quarters quarters=names top selected counted /> }
    };
    view! {
        <tr
            data-test="official-row"
            data-value=id
            data-count=text(move || count.get().to_string())
            data-state=state
            class:none=move || count.get() == 0
        >
            <th scope="row">
                {match official {
                    Some(official) => view! { <OfficialName official /> }.into_any(),
                    None => name.into_any(),
                }}
            </th>
            <CountCell part="count" count link=link(count, "in all".to_owned(), Part::All)>
                {sparkline}
            </CountCell>
            {years.collect_view()}
            {formats.collect_view()}
            <OfficialRegionsCell row id />
            <OfficialOfficeCell row count id />
        </tr>
    }
}

/// An official's name as a way to the profile, and the post.
#[component]
fn OfficialName(
    /// Whose.
    official: &'static Official,
) -> impl IntoView {
    let store = use_store();
    let ranks = &store.explorer.dataset().codebook.vocabularies.ranks;
    // Most posts say the rank already.
    let rank = word_label(ranks, &official.rank);
    let has_rank = fold(&official.post).contains(&fold(&rank));
    let post = if has_rank { official.post.clone() } else { format!("{rank}. {}", official.post) };
    view! {
        <a href=store.link(Page::Official(official.id.clone()))>
            {official.name_en.as_str()} <span class="zh" lang="zh">
                {official.name_zh.as_str()}
            </span>
        </a>
        <span class="post">{post}</span>
    }
}

/// The regions that an official meets most often, each a way to the records.
#[component]
fn OfficialRegionsCell(
    /// What the row shows.
    row: Memo<OfficialRow<'static>>,
    /// The official's id.
    id: &'static str,
) -> impl IntoView {
    let store = use_store();
    let regions = memo(move || row.with(|row| row.regions.clone()));
    let links = move || {
        let regions = regions.get().into_iter().map(|(code, count)| {
            let region = id_of(store, Facet::Region, code);
            let name = label(store.explorer, Facet::Region, region);
            let link = link_to(store, id, Part::Value(Facet::Region, region));
            view! {
                <a data-value=region data-count=count.to_string() href=link tabindex="-1">
                    {format!("{name}\u{a0}{}", grouped(count))}
                </a>
            }
        });
        regions.collect_view()
    };
    view! {
        <td class="words" data-part="regions">
            {links}
        </td>
    }
}

/// The highest foreign office that an official met.
#[component]
fn OfficialOfficeCell(
    /// What the row shows.
    row: Memo<OfficialRow<'static>>,
    /// The official's count.
    count: Memo<u32>,
    /// The official's id.
    id: &'static str,
) -> impl IntoView {
    let store = use_store();
    let office = memo(move || {
        let code = row.with(|row| row.office);
        code.map_or("", |code| id_of(store, Facet::Office, code))
    });
    let words = move || match office.get() {
        "" if count.get() == 0 || id == NONE => String::new(),
        "" => "not known".to_owned(),
        office => label(store.explorer, Facet::Office, office),
    };
    view! {
        <td class="words" data-part="office" data-value=office>
            {words}
        </td>
    }
}

/// The link to a part of an official's records.
fn link_to(store: Store, id: &str, part: Part) -> String {
    records_link(store, Facet::Official, id, |state| match part {
        Part::All => {}
        Part::Year(year) => state.filters.range = within_year(state.filters.range, year),
        Part::Value(facet, id) => {
            state.filters.clear(facet);
            state.filters.set(facet, id, Standing::Included);
        }
    })
}

fn id_of(store: Store, facet: Facet, code: Code) -> &'static str {
    let entry = store.explorer.table().dictionary(facet).entry(code);
    entry.map_or("", |entry| entry.id.as_str())
}
