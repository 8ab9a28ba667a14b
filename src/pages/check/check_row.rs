//! An interaction of a reader's own file, of the open dataset, or of both.

use explorer_dataset::event::{Counterpart, Event};
use explorer_dataset::matched::{Place, Same};
use explorer_explore::Explorer;
use explorer_number::grouped;
use explorer_view::changes::{Told, side_name, told};
use explorer_view::sentence::date_words;
use explorer_view::state::Page;
use leptos::prelude::*;

use super::Row;
use crate::reactive::memo;
use crate::records::Records;
use crate::store::use_store;

fn interaction(explorer: &Explorer, place: Place) -> Option<(&Event, &Counterpart)> {
    let event = explorer.dataset().events.get(place.event)?;
    Some((event, event.counterparts.get(place.counterpart)?))
}

/// An interaction, with the way to its record, or to both, and to what differs.
#[component]
pub fn CheckRow(
    /// The interaction.
    row: Row,
    /// The open dataset.
    open: &'static Records,
) -> impl IntoView {
    let store = use_store();
    let (own, of_open) = (store.explorer, &open.explorer);
    let (here, there, same) = match row {
        Row::Both(same) => (Some(same.here), Some(same.there), Some(same)),
        Row::Here(place) => (Some(place), None, None),
        Row::There(place) => (None, Some(place), None),
    };
    let here = here.and_then(|place| interaction(own, place));
    let there = there.and_then(|place| interaction(of_open, place));
    let (event, counterpart) = here.or(there)?;
    let name = side_name(if here.is_some() { own } else { of_open }, counterpart.side());
    let mine = here.map(|(event, _)| {
        let link = store.link(Page::Record(event.id.clone()));
        view! { <a href=link>{event.title.as_str()}</a> }
    });
    let theirs = there.map(|(event, _)| {
        // It leads out of the reader's file.
        let link = memo(move || store.link_in_newest(Page::Record(event.id.clone())));
        let title = if here.is_some() { "in the open dataset" } else { event.title.as_str() };
        view! {
            " "
            <a href=link data-test="check-open">
                {title}
            </a>
        }
    });
    let days = same.as_ref().filter(|same| same.days > 0).map(|same| match same.days {
        1 => " · 1 day apart".to_owned(),
        days => format!(" · {} days apart", grouped(u64::from(days))),
    });
    Some(view! {
        <li data-test="check-row" data-value=event.id.as_str()>
            <div class="record-line">
                <span class="date">{date_words(event.date)}</span>
                <span>
                    <b>{name}</b>
                    {format!(" · {} · ", event.agency)}
                    {mine}
                    {theirs}
                    {days}
                </span>
            </div>
            {same.map(|same| view! { <Differences same /> })}
        </li>
    })
}

/// What both say in the fields in which they differ.
#[component]
fn Differences(
    /// The interaction.
    same: Same,
) -> impl IntoView {
    let explorer = use_store().explorer;
    let fields = same.fields.iter().map(|change| {
        let Told { field, from, to, is_list } = told(explorer, change);
        let said = |whose: &'static str, value: String| {
            let only = if is_list { " alone has" } else { "" };
            (!value.is_empty()).then(|| format!("{whose}{only}: {value}"))
        };
        let sides = [said("Your file", to), said("The open dataset", from)];
        let sides: Vec<String> = sides.into_iter().flatten().collect();
        view! {
            <div data-value=change.field.clone()>
                <dt>{field}</dt>
                <dd>{sides.join(" · ")}</dd>
            </div>
        }
    });
    view! { <dl class="field-changes">{fields.collect_view()}</dl> }
}
