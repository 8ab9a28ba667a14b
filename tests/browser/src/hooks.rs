//! Selectors of the page's stable hooks (docs/HOOKS.md).

use explorer_explore::facet::Facet;
use explorer_view::chart::Chart;

/// The element with that `data-test`.
pub fn hook(name: &str) -> String {
    format!("[data-test=\"{name}\"]")
}

/// A chart.
pub fn chart(chart: Chart) -> String {
    hook(&format!("chart-{}", chart.id()))
}

/// All marks of a chart.
pub fn marks(of: Chart) -> String {
    format!("{} .marks button[data-value]", chart(of))
}

/// One mark of a chart.
pub fn mark(of: Chart, value: &str) -> String {
    format!("{} .marks button[data-value=\"{value}\"]", chart(of))
}

/// The switch between a chart and its table.
pub fn as_table(of: Chart) -> String {
    format!("{} {}", chart(of), hook("as-table"))
}

/// A facet.
pub fn facet(facet: Facet) -> String {
    hook(&format!("facet-{}", facet.key()))
}

/// The button of a facet's value.
pub fn value(of: Facet, value: &str) -> String {
    format!("{} button[data-value=\"{value}\"]", facet(of))
}

/// The button that includes only this value.
pub fn only(of: Facet, value: &str) -> String {
    format!("{} button[data-only=\"{value}\"]", facet(of))
}

/// The button that excludes a value.
pub fn exclude(of: Facet, value: &str) -> String {
    format!("{} button[data-exclude=\"{value}\"]", facet(of))
}

/// A button of a switch such as `measure`, `theme`, `grain`.
pub fn switch(name: &str, value: &str) -> String {
    format!("{} button[data-value=\"{value}\"]", hook(name))
}

/// An end of the date range, `from` or `to`.
pub fn date(name: &str) -> String {
    format!("{} input[name=\"{name}\"]", hook("facet-date"))
}
