//! A chart alone, in a frame on somebody else's page.
//!
//! `?embed=1&chart=NAME` before the `#` shows that chart of the view, with its source and a link to
//! the full view; without a name the first chart of the view. Nothing is stored there, and the
//! address stays as it is.

use explorer_view::chart::Chart;
use explorer_view::hash;
use explorer_view::sentence::filter_words;
use explorer_view::state::Page;
use leptos::prelude::*;

use crate::address;
use crate::pages::chart_alone;
use crate::store::{Store, use_store};

/// The page as one file, which is built next to the others.
const SINGLE_FILE: &str = "security-diplomacy-explorer.html";

/// Whether the page is asked for a chart alone.
pub fn is_asked() -> bool {
    address::query("embed").as_deref() == Some("1")
}

/// The chart that is asked for.
fn chart(store: Store) -> Chart {
    let named = address::query("chart").and_then(|id| Chart::from_id(&id));
    let usual = match store.page.get_untracked() {
        Page::Map => Chart::Map,
        Page::Forums => Chart::Sessions,
        Page::People => Chart::OfficialRegions,
        Page::Pledges => Chart::Pledges,
        Page::Paper(_) => Chart::Figure(1),
        _ => Chart::Timeline,
    };
    named.unwrap_or(usual)
}

/// The chart, with where it comes from.
#[component]
pub fn EmbeddedChart() -> impl IntoView {
    let store = use_store();
    let chart = chart_alone(chart(store), &store.page.get_untracked());
    let codebook = &store.explorer.dataset().codebook;
    let words = move || {
        let words = store.scope.with(|scope| filter_words(store.explorer, scope));
        format!("{words}. {}, version {}. ", codebook.title, codebook.version)
    };
    let link = move || address::full(&store.state.with(hash::encode));
    view! {
        <main id="main" class="embedded" data-test="embedded">
            {chart.unwrap_or_else(|| view! { <p>"This view has no such chart."</p> }.into_any())}
            <p class="hint">
                {words}
                <a href=link target="_blank" rel="noopener" data-test="full-view">
                    "Open the full view"
                </a>
            </p>
        </main>
    }
}

/// The HTML that shows the chart with an id of this view on another page. It frames the page's single
/// file: in a sandbox, which has no origin, browsers load the module and the Wasm of the other only
/// from hosts that allow it in a header, and most static ones do not.
pub fn code(store: Store, chart: &str) -> String {
    let link = store.state.with_untracked(hash::encode);
    let here = address::full("");
    let folder = here.rfind('/').map_or("", |at| &here[..=at]);
    let page = match here.strip_prefix(folder).unwrap_or_default() {
        // On a disk it means the file that one puts next to one's own page.
        _ if here.starts_with("file:") => SINGLE_FILE.to_owned(),
        "" | "index.html" => format!("{folder}{SINGLE_FILE}"),
        _ => here,
    };
    let address = format!("{page}?embed=1&chart={chart}{link}");
    format!(
        "<iframe src=\"{}\" title=\"Security Diplomacy Explorer\" width=\"100%\" height=\"520\" \
         style=\"border:0\" sandbox=\"allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox\" \
         loading=\"lazy\"></iframe>",
        address.replace('&', "&amp;").replace('"', "%22")
    )
}
