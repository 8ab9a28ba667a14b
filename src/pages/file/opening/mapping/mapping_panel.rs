//! The screen on which a reader looks the columns of a file over.

use crate::components::show::Show;
use crate::hooks::download;
use crate::reactive::memo;
use explorer_meaning::mapping::Mapping;
use explorer_number::grouped;
use leptos::prelude::*;

use super::how_read::HowRead;
use super::mapping_row::MappingRow;
use super::preview::Preview;
use super::review::Review;
use super::use_saved::UseSaved;
use crate::pages::file::components::cancel::Cancel;
use crate::pages::file::components::scroll_table::ScrollTable;
use crate::pages::file::opening::draft::Draft;
use crate::pages::file::opening::workbook::SheetLine;
use crate::pages::file::store::use_file_store;
use explorer_table::column_role::choices_left;
use explorer_table::read_choice::ReadChoice;

/// What the columns of a file are taken for.
#[component]
pub fn MappingPanel(
    /// The file, with what the reader has changed so far.
    review: Review,
) -> impl IntoView {
    let store = use_file_store();
    let draft = RwSignal::<Draft, LocalStorage>::from_local(review.draft);
    let mapping = RwSignal::from(review.mapping);
    let remembered = RwSignal::from(review.remembered);
    let message = RwSignal::from(review.message);
    let source = draft.with_untracked(|draft| draft.source.clone());
    let name = source.name.clone();
    let about = format!(
        "{} bytes. What the columns hold is proposed from their names and first rows; change what is wrong.",
        grouped(source.size() as u64)
    );
    let sheet = source.sheet;
    // What this file shows otherwise than the last one with its columns.
    let contradicted = memo(move || draft.with(|draft| draft.contradicted.clone()));
    let left = memo(move || {
        draft.with(|draft| mapping.with(|mapping| choices_left(mapping, &draft.beginning.columns)))
    });
    let load = move |_| {
        if left.get_untracked() == 0 {
            let mapping = mapping.get_untracked();
            store.load(Draft { mapping, ..draft.get_untracked() });
        }
    };
    let save = {
        let name = format!("{name}.mapping.json");
        move |_| {
            let text = mapping.with_untracked(Mapping::to_json);
            download::text(&name, "application/json", &text);
        }
    };
    let propose = move |_| {
        message.set(None);
        remembered.set(false);
        mapping.set(draft.with_untracked(|draft| draft.beginning.mapping.clone()));
    };
    let on_draft = Callback::new(move |(looked,): (Result<Draft, String>,)| match looked {
        Ok(looked) => {
            message.set(None);
            // What the reader has changed is kept as long as the columns are the same.
            let is_changed =
                mapping.with_untracked(|now| draft.with_untracked(|draft| *now != draft.mapping));
            let fits = mapping.with_untracked(|now| now.fits(&looked.beginning.header));
            if !(is_changed && fits) {
                remembered.set(looked.remembered);
                mapping.set(looked.mapping.clone());
            }
            draft.set(looked);
        }
        Err(words) => {
            message.set(Some(words));
            // The field goes back to how the file is read.
            draft.notify();
        }
    });
    let on_choice = Callback::new(move |choice: ReadChoice| {
        store.look_again(draft.with_untracked(|draft| draft.source.clone()), choice, on_draft);
    });
    let on_saved = Callback::new(move |read: Result<Mapping, String>| match read {
        Ok(saved) => {
            message.set(None);
            remembered.set(false);
            mapping.set(saved);
        }
        Err(words) => message.set(Some(words)),
    });
    let on_change = Callback::new(move |changed: Mapping| {
        message.set(None);
        mapping.set(changed);
    });
    let columns = move || {
        let (names, profiles) =
            draft.with(|draft| (draft.beginning.header.clone(), draft.beginning.columns.clone()));
        let rows = names.into_iter().enumerate().map(|(at, name)| {
            let profile = profiles.get(at).cloned();
            view! { <MappingRow at name profile mapping on_change /> }
        });
        rows.collect_view()
    };
    let header = Signal::derive_local(move || draft.with(|draft| draft.beginning.header.clone()));
    let headings = ["Column", "First values", "Holds", "Meaning"].map(str::to_owned).to_vec();
    view! {
        <section class="own-panel" data-test="mapping">
            <h2>{format!("What is in {name}?")}</h2>
            {sheet.map(|(workbook, at)| view! { <SheetLine workbook at /> })}
            <p class="hint">{about}</p>
            <HowRead draft on_choice />
            <Show when=move || remembered.get()>
                <p class="hint" data-test="remembered">
                    "These are the roles with which a table with the same columns was loaded before. "
                    <button
                        type="button"
                        class="text-button"
                        data-test="proposed"
                        on:click=propose
                    >
                        "Propose them anew"
                    </button>
                </p>
            </Show>
            <Show when=move || remembered.get() && contradicted.with(|words| !words.is_empty())>
                <p class="error" role="status" data-test="contradicted">
                    "This file shows something else, and what follows is proposed anew: "
                    {contradicted} "."
                </p>
            </Show>
            <ScrollTable label="Columns and their roles" class="own-mapping" headings>
                {columns}
            </ScrollTable>
            <Preview draft />
            <div class="own-acts">
                <button
                    type="button"
                    class="primary"
                    data-test="load"
                    aria-disabled=move || (left.get() > 0).to_string()
                    on:click=load
                >
                    "Load the table"
                </button>
                <Cancel />
                <Show when=move || { left.get() > 0 }>
                    <span class="error">
                        "Choose first how what can be read in two ways is meant."
                    </span>
                </Show>
                <span class="own-space"></span>
                <button type="button" class="text-button" data-test="save-mapping" on:click=save>
                    "Save these roles"
                </button>
                <UseSaved header on_saved />
            </div>
            <Show when=move || message.with(Option::is_some)>
                <p class="error" role="alert">
                    {move || message.get()}
                </p>
            </Show>
        </section>
    }
}
