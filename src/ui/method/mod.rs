//! What is counted and how, where it comes from, what is missing, how to cite it.
//!
//! Prose stands in the HTML files beside this one; what is computed from the dataset, here.

use web_sys::Element;

use super::markup::{Markup, el, live};
use super::store::Store;
use explorer_dataset::codebook::Word;
use explorer_embedded::CONTENT_HASH;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_explore::measure::Measure;
use explorer_number::grouped;
use explorer_view::hash;
use explorer_view::paper::NUMBERS;
use explorer_view::sentence::date_words;
use explorer_view::state::{Page, ViewState};

/// The method page.
pub fn method(store: Store) -> Element {
    live("article", move |article| contents(article, store))
}

fn contents(article: Markup, store: Store) -> Markup {
    let v = &store.explorer.dataset().codebook.vocabularies;
    let prose = |html| el("section").html(html);
    let titled = |title: &str| el("section").child(el("h3").text(title));
    let folded = |title: &str, tables: Vec<Markup>| {
        el("details").child(el("summary").text(title)).children(tables)
    };
    article
        .class("method")
        .attr("data-test", "method")
        .child(el("h2").text("How this was made, and how to read it"))
        .child(el("p").class("lead").text(lead(store)))
        .child(prose(include_str!("counting.html")))
        .child(prose(include_str!("origin.html")))
        .child(
            titled("How far it reaches, and what is thin")
                .child(
                    el("p")
                        .text("Every number of the paper stands beside that of this dataset on ")
                        .child(
                            el("a")
                                .attr("href", store.link_to(Page::Paper(NUMBERS.to_owned())))
                                .text("the paper\u{2019}s page"),
                        )
                        .text("."),
                )
                .child(el("div").html(include_str!("gaps.html"))),
        )
        .child(prose(include_str!("quality.html")))
        .child(titled("Confidence of a record").child(words(
            store,
            "Confidence",
            Facet::Confidence,
            &v.confidences,
        )))
        .child(
            titled("Support for the Global Security Initiative")
                .child(el("p").text(support(store)))
                .child(words(store, "Basis", Facet::Gsi, &v.gsi_bases)),
        )
        .child(
            titled("Codebook")
                .child(folded("Fields of an event", vec![fields(store)]))
                .child(folded("Ranks", vec![words(store, "Rank", Facet::Rank, &v.ranks)]))
                .child(folded(
                    "Formats and channels",
                    vec![
                        words(store, "Format", Facet::Format, &v.formats),
                        words(store, "Channel", Facet::Channel, &v.channels),
                    ],
                ))
                .child(folded(
                    "Counterparts\u{2019} offices",
                    vec![words(store, "Office", Facet::Office, &v.offices)],
                ))
                .child(folded("Topics", vec![words(store, "Topic", Facet::Topic, &v.topics)]))
                .child(folded(
                    "Forums and mechanisms",
                    vec![words(store, "Forum", Facet::Forum, &v.forums)],
                ))
                .child(folded(
                    "Organizations",
                    vec![words(store, "Organization", Facet::Organization, &v.organizations)],
                )),
        )
        .child(prose(include_str!("errors.html")))
        .child(citation(store))
}

fn lead(store: Store) -> String {
    let events = &store.explorer.dataset().events;
    let numbers = store.explorer.totals(Measure::Interactions).summary;
    let sources: usize = events.iter().map(|event| event.sources.len()).sum();
    let first = events.iter().min_by_key(|e| e.date.first_day()).map(|e| date_words(e.date));
    let last = events.iter().max_by_key(|e| e.date.first_day()).map(|e| date_words(e.date));
    format!(
        "The explorer holds {} events and {} interactions with {} countries, from {} to {}. Each event rests on \
         public reports; there are {} links to them.",
        grouped(numbers.events),
        grouped(numbers.interactions),
        grouped(numbers.countries),
        first.unwrap_or_default(),
        last.unwrap_or_default(),
        grouped(sources as u64)
    )
}

/// A cell whose number leads to its records.
fn number(count: u32, filters: Filters) -> Markup {
    let mut state = ViewState::default().on(Page::Records);
    state.filters = filters;
    match count {
        0 => el("td").class("count").text("0"),
        _ => el("td")
            .class("count")
            .child(el("a").attr("href", hash::encode(&state)).text(grouped(count))),
    }
}

fn header(names: &[&str]) -> Markup {
    let cells = names.iter().map(|name| el("th").attr("scope", "col").text(*name));
    el("thead").child(el("tr").children(cells))
}

fn row_head(text: &str) -> Markup {
    el("th").attr("scope", "row").text(text)
}

fn support(store: Store) -> String {
    let support = &store.explorer.dataset().gsi_support;
    let collective = support.iter().filter(|s| s.basis == "collective statement").count();
    format!(
        "A public statement of support was found for {} countries, for {collective} of them only in a collective \
         text of a forum that they belong to. The paper counts 113 supporters and lists none. The facet tells for \
         each interaction what the counterpart country\u{2019}s support rests on.",
        support.len()
    )
}

fn fields(store: Store) -> Markup {
    let rows = store.explorer.dataset().codebook.fields.iter().map(|field| {
        let name = el("code").text(field.name.as_str());
        el("tr")
            .child(el("th").attr("scope", "row").child(name))
            .child(el("td").text(field.description.as_str()))
    });
    el("table")
        .class("codebook")
        .child(header(&["Field", "What it holds"]))
        .child(el("tbody").children(rows))
}

/// A vocabulary with the number of interactions per word, each a link to its records.
fn words(store: Store, head: &str, facet: Facet, words: &[Word]) -> Markup {
    let counts = store.explorer.totals(Measure::Interactions).facet(facet);
    let rows = words.iter().map(|word| {
        let code = store.explorer.table().dictionary(facet).code(&word.id);
        let count = code.and_then(|code| counts.get(usize::from(code)).copied()).unwrap_or(0);
        let mut filters = Filters::default();
        filters.set(facet, &word.id, Standing::Included);
        el("tr")
            .child(row_head(&word.label))
            .child(el("td").text(word.definition.as_str()))
            .child(number(count, filters))
    });
    el("table")
        .class("codebook counted")
        .child(header(&[head, "Meaning", "Interactions"]))
        .child(el("tbody").children(rows))
}

fn citation(store: Store) -> Markup {
    let codebook = &store.explorer.dataset().codebook;
    let cited = format!(
        "{}, version {} ({}), content {CONTENT_HASH}. Compiled from public reports after the method of Greitens, \
         Kardon and Waltz (2025). Security Diplomacy Explorer.",
        codebook.title, codebook.version, codebook.released
    );
    let paragraph = |text: &str| el("p").text(text);
    el("section")
        .child(el("h3").text("Licence and citation"))
        .child(paragraph(&format!(
            "The compiled data: Creative Commons Attribution 4.0 International ({}). The code: MIT.",
            codebook.licence
        )))
        .child(paragraph("Cite the dataset as:"))
        .child(el("blockquote").attr("data-test", "citation").text(cited))
        .child(paragraph(
            "To cite a view, add its address: it restores the same filters, and the content hash tells whether \
             the data are still the same. What the paper found is to be cited from the paper.",
        ))
}
