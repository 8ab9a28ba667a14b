//! What happens to a file, and how large it may be: said before anybody opens one.

use explorer_reader::limit;
use leptos::prelude::*;

use explorer_table::amount::amount;

/// What the page promises of a file.
#[component]
pub fn Promise() -> impl IntoView {
    let largest = limit::largest(8, limit::ALLOWED) as f64 / f64::from(1 << 20);
    let sizes = format!(
        "Files up to about {} MB with eight columns, and up to {} columns. Of a workbook, the text of the sheet counts.",
        amount((largest / 10.0).floor() * 10.0),
        amount(limit::COLUMNS as f64)
    );
    view! {
        <p class="own-promise" data-test="file-promise">
            <b>"Nothing leaves this machine."</b>
            " The file is read by this page, in this browser; it is not sent anywhere and not kept; what its columns hold is remembered for the next one. "
            {sizes}
        </p>
    }
}
