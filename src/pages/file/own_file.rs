//! The ways to open a file, what is on its way to be opened, and what is open.

use leptos::prelude::*;

use super::opening::failure::Failure;
use super::opening::mapping::MappingPanel;
use super::opening::reading::ReadingProgress;
use super::opening::source::Source;
use super::opening::start::Start;
use super::opening::template::Template;
use super::opening::workbook::SheetChoice;
use super::store::{Stage, use_file_store};
use super::table::FileTable;
use crate::app::dropped::use_dropped;
use crate::components::show::Show;
use crate::reactive::{effect, memo};

/// The look of this view. It comes with the view, and not with the first load.
const STYLE: &str = include_str!("file.css");

/// A reader's own file, from the first choice of one to what is shown of it.
#[component]
pub fn OwnFile() -> impl IntoView {
    let (store, dropped) = (use_file_store(), use_dropped());
    effect(move || {
        if let Some(file) = dropped.get() {
            dropped.set(None);
            store.look(Source::of_file(file));
        }
    });
    let is_open = memo(move || store.opened.with(Option::is_some));
    let on_its_way = move || match store.stage.get() {
        Stage::Idle => ().into_any(),
        Stage::Reading => view! { <ReadingProgress /> }.into_any(),
        Stage::Sheets(workbook) => view! { <SheetChoice workbook /> }.into_any(),
        Stage::Mapping(review) => view! { <MappingPanel review /> }.into_any(),
    };
    let words = move || match is_open.get() {
        true => "Another file takes the place of this one only once it is loaded.",
        false => {
            "Open a table of your own: visits, trainings, events. It gets the same kinds of charts \
             and filters as the records, and can be laid beside them."
        }
    };
    view! {
        <section class="own-file" class:own-opened=move || is_open.get() data-test="own-file">
            <style>{STYLE}</style>
            <div class="own-head">
                <h1>"Your own file"</h1>
                <p class="hint">{words}</p>
            </div>
            <Start />
            <Show when=move || !is_open.get()>
                <Template />
            </Show>
            <Failure />
            {on_its_way}
            {move || store.opened.get().map(|file| view! { <FileTable file /> })}
        </section>
    }
}
