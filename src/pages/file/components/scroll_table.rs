//! A table that may be longer or wider than its room.

use leptos::prelude::*;

/// A table that scrolls by itself.
#[component]
pub fn ScrollTable(
    /// What a screen reader calls it.
    label: &'static str,
    /// Classes of the table.
    #[prop(default = "numbers-table own-cells")]
    class: &'static str,
    /// The headings of its columns.
    headings: Vec<String>,
    /// Its rows.
    children: Children,
) -> impl IntoView {
    let headings = headings.into_iter().map(|text| view! { <th scope="col">{text}</th> });
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=label>
            <table class=class>
                <thead>
                    <tr>{headings.collect_view()}</tr>
                </thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
}
