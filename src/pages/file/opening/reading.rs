//! How far a file is, and the way to stop it.

use crate::reactive::memo;
use explorer_number::grouped;
use leptos::prelude::*;

use super::intake::{Phase, Progress};
use crate::pages::file::components::cancel::Cancel;
use crate::pages::file::store::use_file_store;

/// The progress of what is being read.
#[component]
pub fn ReadingProgress() -> impl IntoView {
    let progress = use_file_store().progress;
    let name = memo(move || progress.with(|now| format!("Reading {}", now.name)));
    let percent = memo(move || progress.with(percent));
    view! {
        <section class="own-panel own-progress">
            <h2>{name}</h2>
            <progress
                max="100"
                aria-label=name
                data-test="progress"
                value=move || percent.get().to_string()
            ></progress>
            <p>
                <span data-test="rows-so-far">{move || progress.with(words)}</span>
                " "
                <Cancel />
            </p>
        </section>
    }
}

fn percent(now: &Progress) -> u32 {
    match now.phase {
        Phase::Looking | Phase::Unpacking => 0,
        _ if now.size > 0.0 => (now.read / now.size * 100.0) as u32,
        _ => 0,
    }
}

fn words(now: &Progress) -> String {
    let rows = grouped(now.rows);
    let wrong = match now.problems {
        0 => String::new(),
        1 => ", 1 problem".to_owned(),
        count => format!(", {} problems", grouped(count)),
    };
    match now.phase {
        Phase::Looking => "Looking at the first rows \u{2026}".to_owned(),
        Phase::Unpacking => "Reading the workbook \u{2026}".to_owned(),
        Phase::Reading => format!("{rows} rows so far{wrong}"),
        Phase::Sorting => format!("Sorting {rows} rows{wrong} \u{2026}"),
    }
}
