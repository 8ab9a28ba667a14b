//! Titles that state what a chart shows, computed from the counts in view.
//!
//! Every number and every name in them is true of what is in view. Where values are chosen in the chart
//! itself, its title is about those (`selected`). Nothing is the most that is one record only.

use super::chart::Chart;
use super::ranking::Ranked;
use super::selected::{selected, selected_period};
use super::time::TimeCount;
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_explore::grain::{Grain, TimeBin};
use explorer_explore::measure::Measure;
use explorer_explore::outcome::{Outcome, measured};
use explorer_number::{at_start, grouped, percent};

/// What stands above a chart that has nothing to show.
pub const NOTHING: &str = "Nothing in view";

/// What a chart says below its finding where values are chosen in it.
pub const COMPARED: &str = "; the others, which are not in view, for comparison";

/// The finding of a ranked chart of a facet. `outcome` is what `filters` leave; `values` from the largest
/// count down.
pub fn ranked(
    explorer: &Explorer,
    chart: Chart,
    facet: Facet,
    filters: &Filters,
    outcome: &Outcome,
    values: &[Ranked],
) -> String {
    let (measure, in_view) = (outcome.measure, outcome.summary.get(outcome.measure));
    if in_view == 0 {
        return NOTHING.to_owned();
    }
    let values: Vec<&Ranked> = values.iter().filter(|value| !value.is_absence()).collect();
    let whole = outcome.whole(facet);
    if let Some(mut words) = selected(explorer, filters, &[facet], measure, [in_view, whole]) {
        if let [one] = values
            .iter()
            .filter(|value| value.standing == Standing::Included)
            .collect::<Vec<_>>()
            .as_slice()
            && filters.selection(facet).included().len() == 1
            && filters.selection(facet).excluded().is_empty()
            && let Some(place) = place(one.count, &values, facet)
        {
            words.push_str(", ");
            words.push_str(&place);
        }
        return words;
    }
    let Some(first) = values.first().filter(|first| first.count > 0) else {
        // What is in view has no value of the facet.
        return format!("{} {} in view", at_start(in_view), measure.noun(in_view));
    };
    if facet == Facet::Country && measure == Measure::Countries {
        // Each country is one country: there is nothing to rank.
        return format!("{} {}, each counted once", at_start(whole), measure.noun(whole));
    }
    leader(chart, facet, first, &values, whole, measure)
}

/// The finding of values of which none is chosen.
fn leader(
    chart: Chart,
    facet: Facet,
    first: &Ranked,
    values: &[&Ranked],
    whole: u32,
    measure: Measure,
) -> String {
    let top = first.count;
    let noun = measure.noun(top);
    let ties: Vec<&str> =
        values.iter().take_while(|v| v.count == top).map(|v| v.label.as_str()).collect();
    let label = first.label.as_str();
    let of_all = format!("{} of {} {}", grouped(top), grouped(whole), measure.noun(whole));
    let is_only = values.iter().skip(1).all(|v| v.count == 0);
    match ties.as_slice() {
        _ if whole == 1 && ties.len() == 1 => return format!("{label}: the one {noun} in view"),
        _ if whole == 1 => return format!("One {noun} in view"),
        _ if is_only && top == whole => {
            return format!("{label}: all {} {}", grouped(whole), measure.noun(whole));
        }
        _ if is_only => return format!("{label}: {of_all}"),
        _ if top == 1 => {
            return format!(
                "{} {}, no {} with more than one of them",
                at_start(whole),
                measure.noun(whole),
                facet.noun(1)
            );
        }
        [one, other] => return format!("{one} and {other} lead with {} {noun} each", grouped(top)),
        [_, _, ..] => {
            let (many, values) = (at_start(ties.len() as u32), facet.noun(ties.len()));
            return format!("{many} {values} tie for the most: {} {noun} each", grouped(top));
        }
        _ => {}
    }
    let shared = measure != Measure::Countries;
    match chart {
        Chart::Countries | Chart::Map => {
            let followers: Vec<_> =
                values.iter().skip(1).take(2).filter(|v| v.count > 0).map(|v| &v.label).collect();
            match followers.as_slice() {
                [second, third] => format!("{label} leads, before {second} and {third}"),
                [second] => format!("{label} leads, before {second}"),
                _ => format!("{label} leads: {of_all}"),
            }
        }
        // A country is met by several agencies: no share is one's own.
        Chart::Agencies if !shared => format!("The {label} meets the most countries: {of_all}"),
        Chart::Agencies => {
            let share = percent(top, whole);
            format!("The {label} accounts for {share} of {}", measure.noun(whole))
        }
        Chart::Officials if !shared => format!("{label} meets the most countries: {of_all}"),
        Chart::Officials => format!("{label} takes part in {of_all}"),
        Chart::Topics if !shared => format!("{label} is on the table with {of_all}"),
        Chart::Topics => format!("{label} is on the table in {of_all}"),
        Chart::Formats => format!("{label}: {of_all}"),
        _ if !shared => format!("{label} leads: {of_all}"),
        _ => format!("{label} leads: {of_all}, {}", percent(top, whole)),
    }
}

/// Where a count stands among the values: `third of 13 regions`, `joint third of 13 regions`. `None`
/// where that says nothing: of one value, or of a single record.
fn place(count: u32, values: &[&Ranked], facet: Facet) -> Option<String> {
    let counted = values.iter().filter(|value| value.count > 0).count();
    if counted < 2 || count < 2 {
        return None;
    }
    let above = values.iter().filter(|value| value.count > count).count();
    let equal = values.iter().filter(|value| value.count == count).count();
    let joint = if equal > 1 { "joint " } else { "" };
    Some(format!("{joint}{} of {counted} {}", position(above + 1), facet.noun(counted)))
}

fn position(place: usize) -> String {
    const WORDS: [&str; 10] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ];
    let word = place.checked_sub(1).and_then(|at| WORDS.get(at));
    word.map_or_else(|| explorer_number::ordinal(place), |word| (*word).to_owned())
}

/// The finding of the timeline: its highest bin, or how much the chosen period is of all time. A bin of
/// which the records cover only a part is not compared.
pub fn over_time(
    explorer: &Explorer,
    filters: &Filters,
    outcome: &Outcome,
    bins: &[TimeCount],
    grain: Grain,
) -> String {
    let (measure, in_view) = (outcome.measure, outcome.summary.get(outcome.measure));
    if in_view == 0 {
        return NOTHING.to_owned();
    }
    let whole = measured(explorer.table(), outcome.at_any_time(), measure);
    if let Some(words) = selected_period(explorer, filters, measure, [in_view, whole]) {
        return words;
    }
    let most = bins.iter().map(|bin| bin.count).max().unwrap_or_default();
    let top = bins.iter().filter(|bin| !bin.is_partial).map(|bin| bin.count).max().unwrap_or(0);
    let highest: Vec<TimeBin> =
        bins.iter().filter(|bin| !bin.is_partial && bin.count == top).map(|bin| bin.bin).collect();
    let (all, noun, unit) = (grouped(whole), measure.noun(whole), grain.id());
    let is_only = most == whole;
    match highest.as_slice() {
        _ if most == 1 && whole > 1 => {
            format!("{} {noun}, never two in one {unit}", at_start(whole))
        }
        _ if is_only => {
            let bin = bins.iter().find(|bin| bin.count == most);
            let when = bin.map(|bin| bin.bin.words()).unwrap_or_default();
            match whole {
                1 => format!("One {noun}, in {when}"),
                _ => format!("All {all} {noun} in {when}"),
            }
        }
        // What is covered in full has none, or no two.
        _ if top < 2 => format!("{} {noun} in view", at_start(whole)),
        [one] => {
            // The part of a period that is covered may have had more.
            let whole_one = if most > top { "whole " } else { "" };
            let (when, top) = (one.words(), grouped(top));
            match measure {
                Measure::Countries => {
                    format!("{when} reached the most countries of any {whole_one}{unit}: {top}")
                }
                _ => format!("{when} was the busiest {whole_one}{unit}: {top} {}", measure.noun(2)),
            }
        }
        many => {
            let count = at_start(many.len() as u32);
            format!("{count} {unit}s tie for the most: {} {} each", grouped(top), measure.noun(top))
        }
    }
}
