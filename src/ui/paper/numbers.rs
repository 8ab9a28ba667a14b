//! Every number that the paper prints, beside what the open dataset gives for it.

use web_sys::Element;

use super::{NUMBERS, section_of};
use crate::ui::listen::on_act;
use crate::ui::markup::{Markup, el, live};
use crate::ui::signal::Derived;
use crate::ui::store::{Step, Store};
use crate::ui::switch::switch;
use explorer_number::grouped;
use explorer_view::published::{Comparison, SUMS, comparisons, printed_words, worked};

/// The section of all numbers.
pub(super) fn section(store: Store) -> Element {
    // Whatever else changes, these numbers stay: a memo, so that they are not counted again.
    let computable = Derived::new(move || store.state.with(|state| state.computable));
    let content = live("div", move |place| {
        let computable = computable.get();
        let all = comparisons(store.explorer);
        let can = all.iter().filter(|c| c.published.is_computable()).count();
        let said = format!(
            "{} numbers, of which the open dataset can give {can}. Coverage is its count in percent of the paper\u{2019}s; above 100 it has more. Filters do not change these numbers.",
            all.len()
        );
        let choices = [("all", "All"), ("computable", "Computable only")];
        let chosen = if computable { "computable" } else { "all" };
        let mut groups: Vec<Vec<Comparison<'_>>> = Vec::new();
        for comparison in all.into_iter().filter(|c| !computable || c.published.is_computable()) {
            match groups.last_mut() {
                Some(group) if group[0].published.group == comparison.published.group => {
                    group.push(comparison);
                }
                _ => groups.push(vec![comparison]),
            }
        }
        let groups = groups.iter().map(|group| {
            let title = group[0].published.group.as_str();
            el("div").child(el("h3").text(title)).child(table(title, group, true))
        });
        place
            .child(el("h2").text("Published numbers"))
            .child(el("p").text(said))
            .child(switch("numbers", "Which numbers", &choices, chosen))
            .child(sums(store))
            .children(groups)
    });
    on_act(&content, move |act| {
        let computable = act == "computable";
        store.change(Step::Push, |state| state.computable = computable);
    });
    section_of(NUMBERS).kept(content).build()
}

/// Numbers of the paper beside those of the open dataset.
///
/// With `notes`, each is told with its section of the paper and what to know of it.
pub(super) fn table(label: &str, numbers: &[Comparison<'_>], notes: bool) -> Markup {
    let column = |text: &str| el("th").attr("scope", "col").text(text);
    let headings =
        ["What the paper states", "Paper", "Open data", "Difference", "Coverage"].map(column);
    el("div")
        .class("paper-table")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", label)
        .child(
            el("table")
                .class("published")
                .child(el("thead").child(el("tr").children(headings)))
                .child(el("tbody").children(numbers.iter().map(|number| row(number, notes)))),
        )
}

fn row(comparison: &Comparison<'_>, notes: bool) -> Markup {
    let Comparison { published, computed, link } = comparison;
    let note = published.note.as_ref().filter(|_| notes);
    let note = note.map(|note| el("small").text(note.as_str()));
    let unit = match notes {
        true => format!("{} · {}", published.unit, published.paper_section),
        false => published.unit.clone(),
    };
    let statement = el("th")
        .attr("scope", "row")
        .text(published.statement.as_str())
        .child(el("small").text(unit))
        .children(note);
    let suffix = if published.unit.starts_with("percent") { "\u{a0}%" } else { "" };
    let none = || el("span").class("zero").attr("title", "Not in the dataset").text("\u{2013}");
    let here = el("td").attr("data-part", "computed");
    let here = match (computed, link) {
        (Some(number), Some(link)) => here
            .attr("data-count", number.tenths.to_string())
            .child(el("a").attr("href", link.as_str()).text(format!("{}{suffix}", number.words()))),
        _ => here.child(none()),
    };
    let difference = comparison.difference().map(|words| el("span").text(words));
    let coverage = comparison
        .coverage()
        .map(|percent| el("span").text(format!("{}\u{a0}%", grouped(percent))));
    let cell = |part: &'static str, content: Option<Markup>| {
        el("td").attr("data-part", part).child(content.unwrap_or_else(none))
    };
    el("tr")
        .attr("data-test", "published-number")
        .attr("data-value", published.id.as_str())
        .child(statement)
        .child(el("td").attr("data-part", "published").text(printed_words(published) + suffix))
        .child(here)
        .child(cell("difference", difference))
        .child(cell("coverage", coverage))
}

/// Numbers of the paper that should add up, and whether they do.
fn sums(store: Store) -> Markup {
    let items = SUMS.iter().filter_map(|sum| {
        let worked = worked(store.explorer, sum)?;
        let parts: Vec<_> = worked.parts.iter().map(|part| grouped(*part)).collect();
        let more = worked.sum.abs_diff(worked.printed);
        let verdict = match worked.sum.cmp(&worked.printed) {
            std::cmp::Ordering::Equal => "as printed".to_owned(),
            std::cmp::Ordering::Greater => {
                format!("printed: {}, {} fewer", grouped(worked.printed), grouped(more))
            }
            std::cmp::Ordering::Less => {
                format!("printed: {}, {} more", grouped(worked.printed), grouped(more))
            }
        };
        let class = if more == 0 { "holds" } else { "fails" };
        Some(
            el("li")
                .class(class)
                .attr("data-test", "sum")
                .attr("data-value", sum.whole)
                .child(el("b").text(sum.title))
                .child(el("span").text(format!("{} = {}", parts.join(" + "), grouped(worked.sum))))
                .child(el("span").class("verdict").text(verdict)),
        )
    });
    el("div")
        .class("sums")
        .child(el("h3").text("Do the paper\u{2019}s own numbers add up?"))
        .child(el("ul").children(items))
}
