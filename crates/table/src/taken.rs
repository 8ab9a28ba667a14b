//! The numbers of a chart as a file has them: exact, for other programs to go on with.

use explorer_engine::{Crossfilter, Table};
use explorer_export::chart::Numbers;
use explorer_loader::{Loaded, shortest};
use explorer_meaning::country::Countries;

use crate::axis::Axis;
use crate::column_kind::{ColumnKind, has_countries, label};
use crate::measure::Measure;
use crate::ranked::all_of;

/// The values of a column, from the largest number to the smallest: all that rows in view have, however
/// many are drawn. Countries also by their ISO 3166 code, by which other tables know them.
pub fn of_values(
    loaded: &mut Loaded,
    countries: &Countries,
    column: usize,
    measure: Measure,
) -> Numbers {
    let Some(found) = loaded.columns.get(column) else { return Numbers::default() };
    let (dimension, coded) = (found.dimension, has_countries(found));
    let values = measure.values(&mut loaded.view, dimension);
    let names: &[&str] = if coded { &["value", "code"] } else { &["value"] };
    let bins = all_of(&values, loaded.view.counts(dimension)).into_iter();
    let lines = bins.map(|bin| {
        let code = || code(loaded.view.table(), dimension, bin);
        let name = [label(loaded, countries, column, bin)];
        let name = name.into_iter().chain(coded.then(code)).collect();
        line(&loaded.view, dimension, measure, name, values.get(bin), &[bin])
    });
    Numbers { headings: headings(&loaded.view, measure, names), lines: lines.collect() }
}

/// The steps of an axis of dates or numbers, with the days or the numbers between which each lies.
pub fn of_steps(loaded: &mut Loaded, column: usize, axis: &Axis, measure: Measure) -> Numbers {
    let Some(found) = loaded.columns.get(column) else { return Numbers::default() };
    let dimension = found.dimension;
    let is_date = ColumnKind::of(loaded, column) == ColumnKind::Dates;
    let certain = (0..axis.steps.len()).map(|step| axis.certain(step));
    let values = measure.values_of(&mut loaded.view, dimension, certain);
    let names: &[&str] = if is_date { &["value", "code"] } else { &["value", "from", "to"] };
    let view = &loaded.view;
    let lines = axis.steps.iter().zip(&values).enumerate().map(|(at, (step, value))| {
        let edge = |bin| view.table().edge(dimension, bin).map_or(String::new(), shortest);
        let name = match is_date {
            true => vec![step.label.clone(), step.key.clone()],
            false => vec![step.label.clone(), edge(step.bins.start), edge(step.bins.end)],
        };
        let bins: Vec<usize> = axis.certain(at).collect();
        let mut line = line(view, dimension, measure, name, Some(value), &bins);
        if !axis.vague.is_empty() {
            line.push(sum(view.counts(dimension), axis.possible(at)));
        }
        line
    });
    let lines = lines.collect();
    let mut headings = headings(view, measure, names);
    if !axis.vague.is_empty() {
        headings.push("rows that may be of it".to_owned());
    }
    Numbers { headings, lines }
}

/// What a file calls its columns: `value`, `code`, `sum of amount`, `rows`.
fn headings(view: &Crossfilter, measure: Measure, names: &[&str]) -> Vec<String> {
    let counted = match measure {
        Measure::Rows => ["rows".to_owned(), "all rows".to_owned()],
        Measure::Sum(number) => {
            [format!("sum of {}", view.table().name(number)), "rows".to_owned()]
        }
        Measure::Mean(number) => {
            [format!("mean of {}", view.table().name(number)), "rows".to_owned()]
        }
    };
    names.iter().map(|name| (*name).to_owned()).chain(counted).collect()
}

fn line(
    view: &Crossfilter,
    dimension: usize,
    measure: Measure,
    name: Vec<String>,
    value: Option<&f64>,
    bins: &[usize],
) -> Vec<String> {
    let in_view = sum(view.counts(dimension), bins.iter().copied());
    let counted = match measure {
        Measure::Rows => [in_view, sum(view.totals(dimension), bins.iter().copied())],
        _ => [value.copied().map_or(String::new(), shortest), in_view],
    };
    name.into_iter().chain(counted).collect()
}

fn sum(counts: &[u32], bins: impl Iterator<Item = usize>) -> String {
    bins.filter_map(|bin| counts.get(bin)).sum::<u32>().to_string()
}

/// The code of a value as the table holds it; none for the rows without a value.
fn code(table: &Table, dimension: usize, bin: usize) -> String {
    let values = table.dictionary(dimension).filter(|values| bin < values.len());
    values.map_or(String::new(), |values| values.value(bin).to_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::rc::Rc;

    use explorer_loader::{Beginning, Loader};

    use super::*;
    use crate::axis::of_numbers;
    use crate::period::of_dates;

    fn countries() -> Rc<Countries> {
        Rc::new(Countries::from_json(include_str!("../../../data/countries.json")).unwrap())
    }

    fn loaded(text: &str) -> Loaded {
        let beginning = Beginning::of(text, true, &countries()).unwrap();
        let mut loader = Loader::new(beginning.format, beginning.mapping, countries());
        loader.push(text).unwrap();
        loader.finish().unwrap()
    }

    const SUMS: &str = "country,date,amount\nLaos,2024-01-01,1234567.89\nLaos,2024-02-01,0.004567\n\
                        Fiji,2024-02-01,98765.4321\nNepal,2024-03-01,-0.5\nPalau,2024-03-02,\n";

    #[test]
    fn sums_and_means_of_countries_are_exact_and_have_codes() {
        let mut loaded = loaded(SUMS);
        let amount = loaded.columns[2].dimension;
        let numbers = of_values(&mut loaded, &countries(), 0, Measure::Sum(amount));
        assert_eq!(numbers.headings, ["value", "code", "sum of amount", "rows"]);
        assert_eq!(
            numbers.lines,
            [
                ["Laos", "LAO", "1234567.894567", "2"],
                ["Fiji", "FJI", "98765.4321", "1"],
                ["Palau", "PLW", "0", "1"],
                ["Nepal", "NPL", "-0.5", "1"],
            ]
        );
        let numbers = of_values(&mut loaded, &countries(), 0, Measure::Mean(amount));
        assert_eq!(numbers.headings[2], "mean of amount");
        assert_eq!(numbers.lines[0], ["Laos", "LAO", "617283.9472835", "2"]);
        // A mean of no number is none, not a nought and not a dash.
        assert_eq!(numbers.lines[3], ["Palau", "PLW", "", "1"]);
        let numbers = of_values(&mut loaded, &countries(), 0, Measure::Rows);
        assert_eq!(numbers.headings, ["value", "code", "rows", "all rows"]);
        assert_eq!(numbers.lines[0], ["Laos", "LAO", "2", "2"]);
    }

    #[test]
    fn a_timeline_and_a_histogram_are_exact_too() {
        let mut loaded = loaded(SUMS);
        let amount = loaded.columns[2].dimension;
        let axis = dates_of(&loaded, 1);
        let numbers = of_steps(&mut loaded, 1, &axis, Measure::Sum(amount));
        assert_eq!(numbers.headings, ["value", "code", "sum of amount", "rows"]);
        assert_eq!(numbers.lines[31], ["1 Feb 2024", "2024-02-01", "98765.436667", "2"]);
        let table = loaded.view.table();
        let edges: Vec<f64> =
            (0..table.bins(amount)).filter_map(|b| table.edge(amount, b)).collect();
        let axis = of_numbers(&edges, &crate::amount::amount);
        let numbers = of_steps(&mut loaded, 2, &axis, Measure::Mean(amount));
        assert_eq!(numbers.headings, ["value", "from", "to", "mean of amount", "rows"]);
        assert_eq!(numbers.lines[0][1], "-0.5");
        assert_eq!(numbers.lines[49][3..], ["1234567.89", "1"]);
    }

    fn dates_of(loaded: &Loaded, column: usize) -> Axis {
        let dimension = loaded.columns[column].dimension;
        of_dates(&crate::period::dates(loaded, dimension), loaded.view.totals(dimension))
    }

    #[test]
    fn rows_that_are_known_to_the_year_are_a_column_of_their_own() {
        let mut loaded = loaded("date\n2023-11-02\n2024\n2024\n2024-05\n2024-05-17\n2024-11-20\n");
        let axis = dates_of(&loaded, 0);
        let numbers = of_steps(&mut loaded, 0, &axis, Measure::Rows);
        let last = "rows that may be of it";
        assert_eq!(numbers.headings, ["value", "code", "rows", "all rows", last]);
        assert_eq!(numbers.lines[0][1..], ["2023-11", "1", "1", "0"]);
        assert_eq!(numbers.lines[2][1..], ["2024-01", "0", "0", "2"]);
        assert_eq!(numbers.lines[6][1..], ["2024-05", "2", "2", "2"]);
    }

    #[test]
    fn every_value_is_there_however_many_are_drawn() {
        let rows: String = (0..6000).map(|row| format!("v{},1\n", row % 1500)).collect();
        let mut loaded = loaded(&format!("name,n\n{rows}"));
        let numbers = of_values(&mut loaded, &countries(), 0, Measure::Rows);
        assert_eq!(numbers.lines.len(), 1500);
        // No row is without a number.
        let number = loaded.columns[1].dimension;
        loaded.view.toggle(number, loaded.view.table().bins(number) as u32 - 1);
        assert!(of_values(&mut loaded, &countries(), 0, Measure::Rows).lines.is_empty());
    }
}
