//! A chart alone, in a frame on somebody else's page.
//!
//! `?embed=1` before the `#` shows one chart of the view, with its source and a link to the full view: the one
//! that `chart=NAME` names, in the link or before the `#`, and else the first chart of the view. Nothing is
//! stored there, and the address stays as it is. The page around it is told how high the chart is.

use explorer_view::chart::Chart;
use explorer_view::compare::pair::Pair;
use explorer_view::hash;
use explorer_view::sentence::filter_words;
use explorer_view::shared::shared;
use explorer_view::state::{Page, ViewState};
use leptos::html;
use leptos::prelude::*;

use crate::address;
use crate::components::figure::source::Embedding;
use crate::hooks::tell_height::tell_height;
use crate::pages::chart_alone;
use crate::store::{Store, use_store};

/// The page as one file, which is built next to the others.
const SINGLE_FILE: &str = "security-diplomacy-explorer.html";

/// Whether the page is asked for a chart alone.
pub fn is_asked() -> bool {
    address::query("embed").as_deref() == Some("1")
}

/// The value of a key in the link, as it stands there.
fn in_link(key: &str) -> Option<String> {
    let link = window().location().hash().unwrap_or_default();
    let mut pairs = link.split(['?', '&']).filter_map(|pair| pair.split_once('='));
    pairs.find(|(known, _)| *known == key).map(|(_, value)| value.to_owned())
}

/// The chart that is asked for.
fn chart(store: Store) -> Chart {
    let named = in_link("chart").or_else(|| address::query("chart"));
    let usual = match store.page.get_untracked() {
        Page::Map => Chart::Map,
        Page::Forums => Chart::Sessions,
        Page::People => Chart::OfficialRegions,
        Page::Pledges => Chart::Pledges,
        Page::Compare(_) => Chart::ComparedTime,
        Page::Paper(_) => Chart::Figure(1),
        _ => Chart::Timeline,
    };
    named.and_then(|id| Chart::from_id(&id)).unwrap_or(usual)
}

/// The chart, with where it comes from.
#[component]
pub fn EmbeddedChart() -> impl IntoView {
    let store = use_store();
    let node = NodeRef::<html::Main>::new();
    tell_height(node);
    let chart = chart_alone(chart(store), &store.page.get_untracked());
    let missing = match store.page.with_untracked(|page| page.pair().is_some_and(Pair::is_empty)) {
        true => "Nothing is compared in this link yet.",
        false => "This view has no such chart.",
    };
    let codebook = &store.explorer.dataset().codebook;
    let version = &codebook.version;
    // An article keeps its code; the page that it frames may be a newer one.
    let chosen = in_link("data").filter(|chosen| chosen != version);
    let made_with = chosen
        .as_ref()
        .map_or(String::new(), |chosen| format!(" (embedded with version {chosen})"));
    let words = move || {
        let words = match store.page.with(|page| page.pair().is_some()) {
            true => store.state.with(|state| shared(store.explorer, state).words),
            false => store.scope.with(|scope| filter_words(store.explorer, scope)),
        };
        format!("{words}. Source: {}, ", codebook.title)
    };
    // The full view is that of the version that was chosen, where it can be had.
    let link = move || {
        let state = store.state.with(ViewState::without_tour);
        address::full(&match &chosen {
            Some(chosen) => hash::encode_with(&state, chosen),
            None => hash::encode(&state),
        })
    };
    view! {
        <main id="main" class="embedded" data-test="embedded" node_ref=node>
            {chart.unwrap_or_else(|| view! { <p>{missing}</p> }.into_any())}
            <p class="hint">
                {words}
                <span data-test="dataset-version" data-version=version.as_str()>
                    {format!("version {version}")}
                </span>
                {made_with}
                ". "
                <a href=link target="_blank" rel="noopener" data-test="full-view">
                    "Open the full view"
                </a>
            </p>
        </main>
    }
}

/// Gives each frame the height that its page tells.
const LISTENER: &str = "<script>addEventListener(\"message\",e=>{const h=e.data&&+e.data.explorerHeight;\
if(h>0)for(const f of document.querySelectorAll(\"iframe\"))if(f.contentWindow===e.source)f.height=h})</script>";

/// The HTML that shows a figure of this view on another page. It frames the page's single file: in a sandbox,
/// which has no origin, browsers load the module and the Wasm of the other only from hosts that allow it in a
/// header, and most static ones do not. What tells two charts apart stands in the link: behind the `#` it is
/// the same file, which a browser loads once for all of them.
///
/// The single file has the newest version of the dataset only. A chart of a former one is framed from the
/// hosted page, whose sandbox leaves it the origin that it is loaded from.
pub fn code(store: Store, figure: &Embedding) -> String {
    let version = &store.explorer.dataset().codebook.version;
    let link =
        store.state.with_untracked(|state| hash::encode_with(&state.without_tour(), version));
    let here = address::full("");
    let folder = here.rfind('/').map_or("", |at| &here[..=at]);
    let is_former = store.explorer.former_version().is_some();
    let page = match here.strip_prefix(folder).unwrap_or_default() {
        _ if is_former => here,
        // On a disk it means the file that one puts next to one's own page.
        _ if here.starts_with("file:") => SINGLE_FILE.to_owned(),
        "" | "index.html" => format!("{folder}{SINGLE_FILE}"),
        _ => here,
    };
    let origin = if is_former { " allow-same-origin" } else { "" };
    let Embedding { id, height } = figure;
    // The version is in the link, so it has a `?`.
    let address = format!("{page}?embed=1{link}&chart={id}");
    format!(
        "<iframe src=\"{}\" title=\"Security Diplomacy Explorer\" width=\"100%\" height=\"{}\" \
         style=\"border:0\" sandbox=\"allow-scripts{origin} allow-downloads allow-popups allow-popups-to-escape-sandbox\" \
         loading=\"lazy\"></iframe>\n{LISTENER}\n",
        address.replace('&', "&amp;").replace('"', "%22"),
        height.ceil() as u32
    )
}
