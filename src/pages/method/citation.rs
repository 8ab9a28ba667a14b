//! Licence and citation.

use explorer_embedded::CONTENT_HASH;
use leptos::prelude::*;

use crate::store::use_store;

/// Licence and citation.
#[component]
pub fn Citation() -> impl IntoView {
    let codebook = &use_store().explorer.dataset().codebook;
    let citation = format!(
        "{}, version {} ({}), content {CONTENT_HASH}. Compiled from public reports after the method of Greitens, \
         Kardon and Waltz (2025). Security Diplomacy Explorer.",
        codebook.title, codebook.version, codebook.released
    );
    let licence = format!(
        "The compiled data: Creative Commons Attribution 4.0 International ({}). The code: MIT.",
        codebook.licence
    );
    view! {
        <section>
            <h3>"Licence and citation"</h3>
            <p>{licence}</p>
            <p>"Cite the dataset as:"</p>
            <blockquote data-test="citation">{citation}</blockquote>
            <p>
                "To cite a view, add its address: it restores the same filters, and the content hash tells whether the data are still the same. What the paper found is to be cited from the paper."
            </p>
        </section>
    }
}
