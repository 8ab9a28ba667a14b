//! Light or dark: a person's choice, kept in local storage, never part of a link.

use leptos::prelude::*;

use super::effect::effect;
use super::listen::listen_to;
use super::signal::{Derived, Signal};
use super::{media, storage};
use explorer_chart::{Palette, Rgb};

const KEY: &str = "theme";

/// What the reader asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// As the system is set.
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Choice {
    /// The choices with their words.
    pub const ALL: [(Self, &'static str, &'static str); 3] = [
        (Self::Auto, "auto", "Auto"),
        (Self::Light, "light", "Light"),
        (Self::Dark, "dark", "Dark"),
    ];

    /// The word it is kept as.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(choice, ..)| *choice == self).map_or("auto", |(_, word, _)| word)
    }
}

/// The theme of the page.
#[derive(Clone, Copy)]
pub struct Theme {
    /// What the reader asked for.
    pub choice: Signal<Choice>,
    /// Whether the page is on its way to paper, which is white and shows all of it.
    pub printing: Signal<bool>,
    /// The colours in force.
    pub palette: Derived<Palette>,
}

impl Theme {
    /// Reads the reader's choice and keeps the document's colours in step with it.
    pub fn of_reader() -> Self {
        let kept = storage::read(KEY);
        let kept = Choice::ALL.iter().find(|(_, word, _)| Some(*word) == kept.as_deref());
        let choice = Signal::new(kept.map_or(Choice::Auto, |(choice, ..)| *choice));
        let system_dark = media::matches("(prefers-color-scheme: dark)");
        let printing = Signal::new(false);
        listen_to(&window(), &["beforeprint", "afterprint"], move |event| {
            printing.set(event.type_() == "beforeprint");
        });
        let dark = Derived::new(move || match choice.get() {
            _ if printing.get() => false,
            Choice::Auto => system_dark.get(),
            Choice::Light => false,
            Choice::Dark => true,
        });
        let palette = Derived::new(move || match (dark.get(), printing.get()) {
            (true, _) => Palette::dark(),
            (false, false) => Palette::light(),
            (false, true) => Palette { background: Rgb(255, 255, 255), ..Palette::light() },
        });
        effect(move || {
            let theme = if dark.get() { "dark" } else { "light" };
            let root = document().document_element();
            let Some(root) = root else { return };
            _ = root.set_attribute("data-theme", theme);
            let properties: Vec<String> = palette
                .with(Palette::css_variables)
                .into_iter()
                .map(|(name, value)| format!("{name}:{value}"))
                .collect();
            _ = root
                .set_attribute("style", &format!("color-scheme:{theme};{}", properties.join(";")));
        });
        Self { choice, printing, palette }
    }

    /// Takes and keeps a choice.
    pub fn choose(self, choice: Choice) {
        storage::write(KEY, choice.word());
        self.choice.set(choice);
    }
}
