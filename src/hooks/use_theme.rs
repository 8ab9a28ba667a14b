//! Light or dark: a person's choice, kept in local storage, never part of a link.

use explorer_chart::{Palette, Rgb};
use leptos::ev;
use leptos::prelude::*;
use leptos_use_media_query::use_media_query;

use crate::hooks::storage;
use crate::hooks::use_window_event::use_window_event;

const KEY: &str = "theme";

/// What the reader asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeChoice {
    /// As the system is set.
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl ThemeChoice {
    /// The choices.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word it is stored as.
    pub fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The theme of the page.
#[derive(Clone, Copy)]
pub struct UseTheme {
    /// What the reader asked for.
    pub choice: ReadSignal<ThemeChoice>,
    /// Takes and stores a choice.
    pub choose: Callback<ThemeChoice>,
    /// Whether the page is on its way to paper, which is white and shows all of it.
    pub printing: ReadSignal<bool>,
    /// The colours in force.
    pub palette: Memo<Palette>,
}

/// Reads the reader's choice and keeps the document's colours in step with it.
pub fn use_theme() -> UseTheme {
    let stored = storage::read(KEY);
    let stored = ThemeChoice::ALL.into_iter().find(|c| stored.as_deref() == Some(c.word()));
    let (choice, set_choice) = signal(stored.unwrap_or(ThemeChoice::Auto));
    let system_dark = use_media_query("(prefers-color-scheme: dark)");
    let (printing, set_printing) = signal(false);
    for (event, is_printing) in [("beforeprint", true), ("afterprint", false)] {
        use_window_event(ev::Custom::<ev::Event>::new(event), move |_| {
            set_printing.set(is_printing);
        });
    }
    let dark = Memo::new(move |_| match choice.get() {
        _ if printing.get() => false,
        ThemeChoice::Auto => system_dark.get(),
        ThemeChoice::Light => false,
        ThemeChoice::Dark => true,
    });
    let palette = Memo::new(move |_| match (dark.get(), printing.get()) {
        (true, _) => Palette::dark(),
        (false, false) => Palette::light(),
        (false, true) => Palette { background: Rgb(255, 255, 255), ..Palette::light() },
    });
    Effect::new(move || {
        let theme = if dark.get() { "dark" } else { "light" };
        let Some(root) = document().document_element() else { return };
        let properties = palette.with(Palette::css_variables).into_iter();
        let properties: Vec<String> =
            properties.map(|(name, value)| format!("{name}:{value}")).collect();
        _ = root.set_attribute("data-theme", theme);
        _ = root.set_attribute("style", &format!("color-scheme:{theme};{}", properties.join(";")));
    });
    let choose = Callback::new(move |choice: ThemeChoice| {
        storage::write(KEY, choice.word());
        set_choice.set(choice);
    });
    UseTheme { choice, choose, printing, palette }
}
