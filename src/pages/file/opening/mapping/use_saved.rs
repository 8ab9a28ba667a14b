//! The way to use a mapping that was saved here.

use explorer_meaning::mapping::Mapping;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::pages::file::opening::source::Source;

/// How large a saved mapping may be, in bytes: a thousand columns and countries are some 100 kB.
const LARGEST: f64 = 4_194_304.0;

/// A button that takes a mapping from a file.
#[component]
pub fn UseSaved(
    /// The names of the columns that it has to be for.
    #[prop(into)]
    header: Signal<Vec<String>, LocalStorage>,
    /// What is in the file, or why it is of no use.
    on_saved: Callback<Result<Mapping, String>>,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let choose = move |_| {
        let Some(field) = field.get_untracked() else { return };
        let file = field.files().and_then(|files| files.get(0));
        // The same file again is another choice: it may have changed.
        field.set_value("");
        let Some(file) = file else { return };
        let source = Source::of_file(file);
        spawn_local(async move {
            let read = read(&source).await;
            // Meanwhile another file may have been opened; then all of this is gone.
            let Some(header) = header.try_get_untracked() else { return };
            let fits = read.and_then(|mapping| match mapping.fits(&header) {
                true => Ok(mapping),
                false => Err("these roles are for a table with other columns.".to_owned()),
            });
            _ = on_saved.try_run(fits.map_err(|words| format!("{}: {words}", source.name)));
        });
    };
    view! {
        <label class="text-button own-use">
            "Use a saved one"
            <input
                type="file"
                class="unseen"
                data-test="use-mapping"
                accept=".json,application/json"
                node_ref=field
                on:change=choose
            />
        </label>
    }
}

async fn read(source: &Source) -> Result<Mapping, String> {
    if source.size() > LARGEST {
        return Err("this is too large to be saved roles of columns.".to_owned());
    }
    let bytes = source.bytes(0.0, source.size()).await?.to_vec();
    let text = String::from_utf8(bytes).map_err(|_| "this is not text in UTF-8.".to_owned())?;
    Mapping::from_json(&text).map_err(|error| error.to_string())
}
