//! Which file a link asks for.

use leptos::prelude::*;

use crate::app::own_link;

/// Which file a link asks for that the reader has opened.
#[component]
pub fn WantedFile() -> impl IntoView {
    let file = own_link::wanted()?;
    let words = format!(
        "The link that you opened shows the file \u{201c}{}\u{201d}. Open it here and choose \u{201c}Use it in all \
         views\u{201d}: you are led to that view, and told if the file is another one.",
        file.name
    );
    Some(view! {
        <p class="notice" data-test="wanted-file">
            {words}
        </p>
    })
}
