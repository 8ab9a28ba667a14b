//! What the page shows, read from its stable hooks in one go.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A view as it stands in the document.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Observed {
    /// The address from `#` on.
    pub hash: String,
    /// The three numbers, and the sentence with them.
    pub summary: Option<Numbers>,
    /// Charts by name; none outside of the overview.
    pub charts: BTreeMap<String, Chart>,
    /// Facets by key.
    pub facets: BTreeMap<String, Facet>,
    /// Texts of the chips.
    pub chips: Vec<String>,
    /// Texts of the notices.
    pub notices: Vec<String>,
    /// Id of the measure that is pressed.
    pub measure: Option<String>,
}

/// The three numbers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Numbers {
    /// `data-interactions`.
    pub interactions: String,
    /// `data-events`.
    pub events: String,
    /// `data-countries`.
    pub countries: String,
    /// The element's text, single-spaced.
    pub text: String,
}

/// A chart.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Chart {
    /// Its marks, in document order; none while it is shown as a table.
    pub marks: Vec<Value>,
    /// Rows of its table, in document order; `None` while it is drawn.
    pub rows: Option<Vec<Value>>,
    /// Whether it offers more rows than it shows.
    pub more: bool,
    /// Whether it has a canvas.
    pub canvas: bool,
    /// Text of its caption.
    pub caption: String,
}

/// A facet.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Facet {
    /// Its values, in document order.
    pub values: Vec<Value>,
    /// Whether it offers more values than it shows.
    pub more: bool,
}

/// A mark, a row or a facet value.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Value {
    /// `data-value`.
    pub value: String,
    /// `data-count`.
    pub count: Option<u32>,
    /// `data-uncertain`, of the mark or of a cell of the row; 0 where there is none.
    pub uncertain: u32,
    /// `aria-pressed`.
    pub pressed: Option<String>,
    /// `data-state`.
    pub state: Option<String>,
    /// Its text, or its `aria-label`.
    pub text: String,
}

impl Observed {
    /// Returns an [`Observed`].
    pub const SCRIPT: &str = r#"
const text = element => (element?.innerText ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const value = element => ({
    value: element.dataset.value,
    count: /^\d+$/.test(element.dataset.count ?? '') ? Number(element.dataset.count) : null,
    uncertain: Number(
        (element.dataset.uncertain ?? element.querySelector('td[data-uncertain]')?.dataset.uncertain) || 0,
    ),
    pressed: element.getAttribute('aria-pressed'),
    state: element.dataset.state ?? null,
    text: element.getAttribute('aria-label') ?? element.textContent.replace(/\s+/g, ' ').trim(),
});
const named = prefix => all(`[data-test^="${prefix}-"]`)
    .map(element => [element.dataset.test.slice(prefix.length + 1), element]);
const summary = one('summary');
const { interactions, events, countries } = summary?.dataset ?? {};
const charts = named('chart').filter(([, element]) => element.matches('figure')).map(([name, element]) => [name, {
    marks: all('.marks button[data-value]', element).map(value),
    rows: element.querySelector('table') ? all('tr[data-value]', element).map(value) : null,
    more: visible(one('chart-more', element)),
    canvas: !!element.querySelector('canvas'),
    // What is out of sight is not rendered and has no innerText.
    caption: element.querySelector('figcaption').textContent,
}]);
const facets = named('facet')
    .filter(([name]) => !['more', 'search', 'date'].includes(name))
    .map(([name, element]) => [name, {
        values: all('button[data-value]', element).map(value),
        more: !!one('facet-more', element),
    }]);
return {
    hash: location.hash,
    summary: summary && {
        interactions: interactions ?? '', events: events ?? '', countries: countries ?? '', text: text(summary),
    },
    charts: Object.fromEntries(charts),
    facets: Object.fromEntries(facets),
    chips: all('[data-test="chip"]').map(text),
    notices: all('[data-test="notice"]').filter(visible).map(text),
    measure: one('measure')?.querySelector('button[aria-pressed="true"]')?.dataset.value ?? null,
};
"#;
}
