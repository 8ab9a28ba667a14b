//! What one version changed.

use explorer_dataset::changes::Changes;
use explorer_number::grouped;
use explorer_view::changes::by_field;
use explorer_view::sentence::date_words;
use leptos::prelude::*;

use super::record_item::RecordItem;
use crate::components::records::field_changes::FieldChanges;
use crate::store::use_store;

/// What a version changed since the one before it.
#[component]
pub(super) fn VersionChanges(
    /// The changes.
    of: Changes,
) -> impl IntoView {
    let fields = by_field(&of).into_iter();
    let fields: Vec<String> = fields.map(|(field, count)| format!("{field} {count}")).collect();
    let words = format!("Records by field: {}", fields.join(" · "));
    let released = of.released.parse().map_or(of.released.clone(), date_words);
    let counts = [
        ("added", of.added.len()),
        ("withdrawn", of.withdrawn.len()),
        ("corrected", of.corrected.len()),
        ("with a note written anew", of.reworded.len()),
    ];
    let counts = counts.map(|(what, count)| {
        view! {
            <li>
                <b>{grouped(count as u64)}</b>
                " "
                {what}
            </li>
        }
    });
    let dataset = use_store().explorer.dataset();
    let withdrawn = of.withdrawn.into_iter().map(|id| {
        let reason = dataset.withdrawn_event(&id).map(|gone| gone.reason.as_str());
        view! {
            <RecordItem test="withdrawn" id>
                <p>{reason}</p>
            </RecordItem>
        }
        .into_any()
    });
    let corrected = of.corrected.into_iter().map(|correction| {
        view! {
            <RecordItem test="corrected" id=correction.id>
                <FieldChanges fields=correction.fields />
            </RecordItem>
        }
        .into_any()
    });
    let plain = |test: &'static str, ids: Vec<String>| {
        ids.into_iter().map(|id| view! { <RecordItem test id /> }.into_any()).collect::<Vec<_>>()
    };
    view! {
        <section data-test="version" data-value=of.version.clone()>
            <h3>{format!("Version {}, {released}", of.version)}</h3>
            <p>{format!("Compared with version {}, of the records:", of.since)}</p>
            <ul class="change-counts">{counts.into_iter().collect_view()}</ul>
            <ChangeList title="Added" items=plain("added", of.added) />
            <ChangeList title="Withdrawn" items=withdrawn.collect() />
            <ChangeList title="Corrected" words items=corrected.collect() />
            <details>
                <summary>"Only the note written anew"</summary>
                <ul>{plain("reworded", of.reworded)}</ul>
            </details>
        </section>
    }
}

/// Records that changed in one way; nothing if there are none.
#[component]
fn ChangeList(
    /// Which way.
    title: &'static str,
    /// What there is most of.
    #[prop(optional)]
    words: String,
    /// The records.
    items: Vec<AnyView>,
) -> impl IntoView {
    let words = (!words.is_empty()).then(|| view! { <p class="hint">{words}</p> });
    (!items.is_empty()).then(|| {
        view! {
            <h4>{title}</h4>
            {words}
            <ul>{items}</ul>
        }
    })
}
