//! Licence and citation.

use explorer_export::cite::{Style, cite};
use leptos::prelude::*;

use crate::components::figure::source::FigureSource;
use crate::store::use_store;

/// Licence and citation.
#[component]
pub fn Citation() -> impl IntoView {
    let codebook = &use_store().explorer.dataset().codebook;
    let FigureSource { origin, .. } = expect_context();
    let citation = cite(&origin.run(()).run(String::new()), false, Style::Text);
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
                "To cite a view or a record, take the citation from its own Share menu: the address in it restores the same view, and the content hash tells whether the data are still the same. The method is that of Greitens, Kardon and Waltz (2025); what their paper found is to be cited from the paper."
            </p>
        </section>
    }
}
