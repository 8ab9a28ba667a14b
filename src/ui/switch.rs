//! A small group of buttons of which one is pressed.

use super::markup::{Markup, el};

/// A choice among a few words. `options` are (id, label); a click acts with the id.
pub fn switch(
    test: &'static str,
    label: &'static str,
    options: &[(&'static str, &'static str)],
    pressed: &str,
) -> Markup {
    let buttons = options.iter().map(|(id, label)| {
        button(*id)
            .attr("data-value", *id)
            .attr("aria-pressed", if *id == pressed { "true" } else { "false" })
            .text(*label)
    });
    el("div")
        .class("switch")
        .attr("role", "group")
        .attr("aria-label", label)
        .attr("data-test", test)
        .children(buttons)
}

/// A button whose click acts with `act`.
pub fn button(act: impl Into<String>) -> Markup {
    el("button").attr("type", "button").attr("data-act", act)
}
