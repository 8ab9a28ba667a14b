//! The map.

use leptos::prelude::*;

/// The map, with its layers, legend and controls.
#[component]
pub fn MapView() -> impl IntoView {}
