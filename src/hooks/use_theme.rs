//! Light or dark: a person's choice, kept in local storage, never part of a link.

use explorer_chart::{Palette, Rgb};
use leptos::ev;
use leptos::prelude::*;
use leptos_use_media_query::use_media_query;

use crate::hooks::storage;
use crate::hooks::use_window_event::use_window_event;
use crate::reactive::{effect, memo};

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
    let dark = memo(move || match choice.get() {
        _ if printing.get() => false,
        ThemeChoice::Auto => system_dark.get(),
        ThemeChoice::Light => false,
        ThemeChoice::Dark => true,
    });
    // With colours that the system forces, charts stand on its ground.
    let forced = use_media_query("(forced-colors: active)");
    let palette = memo(move || {
        let ground = if forced.get() { forced_ground() } else { None };
        match (ground, dark.get(), printing.get()) {
            (_, _, true) => Palette { background: Rgb(255, 255, 255), ..Palette::light() },
            (Some(ground), _, false) if is_dark(ground) => Palette::dark().on(ground),
            (Some(ground), _, false) => Palette::light().on(ground),
            (None, true, false) => Palette::dark(),
            (None, false, false) => Palette::light(),
        }
    });
    effect(move || {
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

/// The colour that the system gives the page.
fn forced_ground() -> Option<Rgb> {
    let body = document().body()?;
    let style = window().get_computed_style(&body).ok()??;
    let color = style.get_property_value("background-color").ok()?;
    let mut parts = color.strip_prefix("rgb(")?.trim_end_matches(')').split(',');
    let mut part = || parts.next()?.trim().parse().ok();
    Some(Rgb(part()?, part()?, part()?))
}

/// Whether light text is read on it, by the weights that the eye gives to the colours (ITU-R BT.601).
fn is_dark(Rgb(red, green, blue): Rgb) -> bool {
    299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue) < 128_000
}
