//! The table of countries.

use leptos::prelude::*;

/// The countries in view, ranked.
#[component]
pub fn Countries() -> impl IntoView {}
