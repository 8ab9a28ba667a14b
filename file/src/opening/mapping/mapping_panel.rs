//! The screen on which a reader looks the columns of a file over.

use std::rc::Rc;

use explorer::components::show::Show;
use explorer::hooks::download;
use explorer::reactive::memo;
use explorer_loader::Beginning;
use explorer_meaning::mapping::Mapping;
use explorer_number::grouped;
use explorer_reader::Format;
use leptos::prelude::*;

use super::mapping_row::MappingRow;
use super::preview::Preview;
use super::use_saved::UseSaved;
use crate::components::scroll_table::ScrollTable;
use crate::opening::draft::Draft;
use crate::roles::choices_left;
use crate::store::use_file_store;

/// What the columns of a file are taken for.
#[component]
pub fn MappingPanel(
    /// The file.
    draft: Draft,
) -> impl IntoView {
    let store = use_file_store();
    let mapping = RwSignal::new(draft.mapping.clone());
    let remembered = RwSignal::new(draft.remembered);
    // Why a saved mapping was not used.
    let message = RwSignal::new(None::<String>);
    let about = about(&draft);
    let beginning: Rc<Beginning> = draft.beginning.clone();
    let name = draft.source.name.clone();
    let is_contradicted = !draft.contradicted.is_empty();
    let contradicted = StoredValue::new(format!(
        "This file shows something else, and what follows is proposed anew: {}.",
        draft.contradicted
    ));
    let draft = StoredValue::new_local(draft);
    let left = memo(move || {
        draft.with_value(|draft| {
            mapping.with(|mapping| choices_left(mapping, &draft.beginning.columns))
        })
    });
    let load = move |_| {
        if left.get_untracked() == 0 {
            let mapping = mapping.get_untracked();
            store.load(Draft { mapping, ..draft.get_value() });
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
        mapping.set(draft.with_value(|draft| draft.beginning.mapping.clone()));
    };
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
    let columns = beginning.mapping.columns.iter().enumerate().map(|(at, column)| {
        let (name, profile) = (column.name.clone(), beginning.columns.get(at).cloned());
        view! { <MappingRow at name profile mapping on_change /> }
    });
    let columns = columns.collect_view();
    let headings = ["Column", "First values", "Holds", "Meaning"].map(str::to_owned).to_vec();
    view! {
        <section class="own-panel" data-test="mapping">
            <h2>{format!("What is in {name}?")}</h2>
            <p class="hint">{about}</p>
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
            <Show when=move || remembered.get() && is_contradicted>
                <p class="error" role="status" data-test="contradicted">
                    {contradicted.get_value()}
                </p>
            </Show>
            <ScrollTable label="Columns and their roles" class="own-mapping" headings>
                {columns}
            </ScrollTable>
            <Preview header=beginning.header.clone() rows=beginning.rows.clone() />
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
                <button
                    type="button"
                    class="text-button"
                    data-test="cancel"
                    on:click=move |_| store.cancel()
                >
                    "Cancel"
                </button>
                <Show when=move || { left.get() > 0 }>
                    <span class="error">
                        "Choose first how what can be read in two ways is meant."
                    </span>
                </Show>
                <span class="own-space"></span>
                <button type="button" class="text-button" data-test="save-mapping" on:click=save>
                    "Save these roles"
                </button>
                <UseSaved header=beginning.header.clone() on_saved />
            </div>
            <Show when=move || message.with(Option::is_some)>
                <p class="error" role="alert">
                    {move || message.get()}
                </p>
            </Show>
        </section>
    }
}

/// What was recognized of the file, in words.
fn about(draft: &Draft) -> String {
    let format = match draft.beginning.format {
        Format::Delimited(dialect) => match dialect.delimiter {
            b'\t' => "columns separated by tabs",
            b';' => "columns separated by semicolons",
            b'|' => "columns separated by bars",
            _ => "columns separated by commas",
        },
        Format::Json(_) => "JSON",
    };
    let encoding = draft.encoding.words();
    format!(
        "{} bytes, {encoding}, {format}. What the columns hold is proposed from their names and first rows; change what is wrong.",
        grouped(draft.source.size() as u64)
    )
}
