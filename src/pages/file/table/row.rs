//! A row of the table.

use explorer_number::grouped;
use leptos::prelude::*;

use explorer_table::row_view::{CellView, RowView};

/// A row.
#[component]
pub fn Row(
    /// What it says.
    row: RowView,
) -> impl IntoView {
    let RowView { number, cells } = row;
    let cells = cells.into_iter().map(|cell| match cell {
        CellView::Text(text) => view! { <td>{text}</td> }.into_any(),
        CellView::Number(text, stands) => view! {
            <td class="own-number">{text} {stands.map(written)}</td>
        }
        .into_any(),
        CellView::Read { text, written: stands } => {
            view! { <td>{text} {written(stands)}</td> }.into_any()
        }
        CellView::Unread(written) => view! {
            <td class="own-unread" data-part="unread" title="As it stands in the file: it could not be read">
                {written}
            </td>
        }
        .into_any(),
        CellView::Links(addresses) => {
            let links = addresses.into_iter().enumerate().map(|(at, address)| {
                view! {
                    {(at > 0).then_some(" ")}
                    <a
                        href=address.clone()
                        rel="noopener noreferrer"
                        target="_blank"
                        title=address.clone()
                    >
                        {host(&address)}
                    </a>
                }
            });
            view! { <td>{links.collect_view()}</td> }.into_any()
        }
    });
    view! {
        <tr data-test="own-row" data-row=number.to_string()>
            <th scope="row">{grouped(number)}</th>
            {cells.collect_view()}
        </tr>
    }
}

/// How a cell stands in the file, beside what was read.
fn written(text: String) -> impl IntoView {
    view! {
        " "
        <small data-part="written" title="As it stands in the file">
            {text}
        </small>
    }
}

/// The host of an address on the web. The reader of links admits only http and https.
fn host(address: &str) -> String {
    let host = address.split("://").nth(1).unwrap_or(address);
    let host = host.split(['/', '?', '#']).next().unwrap_or(host);
    host.trim_start_matches("www.").to_owned()
}
