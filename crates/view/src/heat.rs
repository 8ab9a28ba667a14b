//! Two facets crossed: how often each pair of their values occurs.

use super::finding::NOTHING;
use super::ranking::{Ranked, ranking_on};
use super::selected::selected;
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_explore::measure::Measure;
use explorer_number::grouped;

/// Counts of two facets' values and of the pairs of them.
///
/// Crossfilter semantics: everything is counted under all filters but those of the two facets, so
/// the neighbours of a chosen cell can still be compared with it. An interaction that has several
/// values of a facet counts in the line of each; so a line's count is what its own link would
/// show, and not a sum of others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CrossTable {
    /// Values of the first facet, ranked as on every chart. Those without a count are left out,
    /// unless they are chosen.
    pub rows: Vec<Ranked>,
    /// Values of the second, likewise.
    pub columns: Vec<Ranked>,
    /// Row by row.
    cells: Vec<u32>,
    /// How much of each cell is uncertain.
    uncertain: Vec<u32>,
    /// What is counted.
    pub measure: Measure,
    /// What is said of the chosen values.
    selected: Option<String>,
}

impl CrossTable {
    /// Crosses two facets; `base` is what the page is about, `filters` are the reader's.
    pub fn of(
        explorer: &Explorer,
        base: &Filters,
        filters: &Filters,
        measure: Measure,
        [one, other]: [Facet; 2],
    ) -> Self {
        let mut open = filters.clone();
        open.clear(one);
        open.clear(other);
        let outcome = explorer.explore(&open.within(base), measure);
        let line = |facet| {
            let mut values = ranking_on(base, explorer, filters, &outcome, facet);
            values.retain(|value| value.count > 0 || value.standing != Standing::Free);
            values
        };
        let (rows, columns) = (line(one), line(other));
        let counts = outcome.cross(explorer.table(), one, other);
        let certain = outcome.certain().cross(explorer.table(), one, other);
        let (mut cells, mut uncertain) = (Vec::new(), Vec::new());
        for row in &rows {
            for column in &columns {
                let of =
                    |counts: &[Vec<u32>]| counts[usize::from(row.code)][usize::from(column.code)];
                cells.push(of(&counts));
                uncertain.push(of(&counts).saturating_sub(of(&certain)));
            }
        }
        let in_view = explorer.summary(&filters.within(base)).get(measure);
        let whole = outcome.summary.get(measure);
        let selected = match in_view {
            0 => Some(NOTHING.to_owned()),
            _ => selected(explorer, filters, &[one, other], measure, [in_view, whole]),
        };
        Self { rows, columns, cells, uncertain, measure, selected }
    }

    /// The count of a cell by its position.
    pub fn count(&self, row: usize, column: usize) -> u32 {
        self.cells.get(row * self.columns.len() + column).copied().unwrap_or_default()
    }

    /// How much of the count of a cell is uncertain.
    pub fn uncertain(&self, row: usize, column: usize) -> u32 {
        self.uncertain.get(row * self.columns.len() + column).copied().unwrap_or_default()
    }

    /// The counts of a row's cells.
    pub fn row(&self, row: usize) -> &[u32] {
        let width = self.columns.len();
        self.cells.get(row * width..(row + 1) * width).unwrap_or_default()
    }

    /// The counts of all cells, row by row.
    pub fn cells(&self) -> &[u32] {
        &self.cells
    }

    /// The counts of all cells, each with how much of it is uncertain, row by row.
    pub fn cells_with_uncertain(&self) -> impl Iterator<Item = (u32, u32)> {
        self.cells.iter().copied().zip(self.uncertain.iter().copied())
    }

    /// What the numbers say of the first row that is a value, or of the first column if the
    /// columns `lead`: which of the others it has most to do with. `the` goes before its name. Where
    /// values of the facets are chosen, `selected` has what is said of those.
    pub fn finding(&self, lead: bool, the: &str) -> String {
        if let Some(selected) = &self.selected {
            return selected.clone();
        }
        let (leaders, others) =
            if lead { (&self.columns, &self.rows) } else { (&self.rows, &self.columns) };
        let first = leaders.iter().position(|value| !value.is_absence() && value.count > 0);
        let Some(first) = first else { return NOTHING.to_owned() };
        let leader = &leaders[first];
        let counts = others.iter().enumerate().filter(|(_, other)| !other.is_absence());
        let counts: Vec<(&str, u32)> = counts
            .map(|(at, other)| {
                let count = if lead { self.count(at, first) } else { self.count(first, at) };
                (other.label.as_str(), count)
            })
            .collect();
        let top = counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
        let best: Vec<&str> =
            counts.iter().filter(|(_, count)| *count == top).map(|(label, _)| *label).collect();
        let name = format!("{the}{}", leader.label);
        let (count, noun) = (grouped(top), self.measure.noun(top));
        let all = format!("{} {}", grouped(leader.count), self.measure.noun(leader.count));
        match best.as_slice() {
            // Nothing is the most that is one record only.
            _ if top < 2 => format!("{name}: {all}"),
            [one] if top == leader.count => format!("{name} meets {one} only: {count} {noun}"),
            [one] => format!("{name} meets {one} most: {count} of {all}"),
            [one, other] => format!("{name} meets {one} and {other} most: {count} {noun} each"),
            many => {
                let many = many.len();
                format!("{name}: {all}; {many} tie for the most, {count} {noun} each")
            }
        }
    }
}

/// What stands between the two values in the key of a cell; no id has it.
const BETWEEN: &str = "~";

/// What a mark of a heat map stands for: a row, a column, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CrossMark<'t> {
    /// The row, unless it is the name of a column.
    pub row: Option<&'t Ranked>,
    /// The column, unless it is the name of a row.
    pub column: Option<&'t Ranked>,
    /// Its count.
    pub count: u32,
    /// How much of that is uncertain.
    pub uncertain: u32,
}

impl<'t> CrossMark<'t> {
    /// The mark at a position: the columns come first, then each row and its cells.
    pub fn at(table: &'t CrossTable, index: usize) -> Self {
        let width = table.columns.len();
        let of = |line: Option<&Ranked>| line.map_or((0, 0), |line| (line.count, line.uncertain));
        let Some(at) = index.checked_sub(width) else {
            let column = table.columns.get(index);
            let (count, uncertain) = of(column);
            return Self { row: None, column, count, uncertain };
        };
        let (at, cell) = (at / (width + 1), at % (width + 1));
        let row = table.rows.get(at);
        match cell.checked_sub(1) {
            None => {
                let (count, uncertain) = of(row);
                Self { row, column: None, count, uncertain }
            }
            Some(column) => Self {
                row,
                column: table.columns.get(column),
                count: table.count(at, column),
                uncertain: table.uncertain(at, column),
            },
        }
    }

    /// Its values: the row, then the column.
    pub fn values(&self) -> impl Iterator<Item = &'t Ranked> + use<'t> {
        self.row.into_iter().chain(self.column)
    }

    /// Whether it is a pair of values rather than the name of one.
    pub fn is_cell(&self) -> bool {
        self.row.is_some() && self.column.is_some()
    }

    /// What names it in the document: `ROW~COLUMN`, `ROW~` or `~COLUMN`.
    pub fn key(&self) -> String {
        let id = |value: Option<&'t Ranked>| value.map_or("", |value| &value.id);
        format!("{}{BETWEEN}{}", id(self.row), id(self.column))
    }

    /// The names of its values.
    pub fn label(&self) -> String {
        self.values().map(|value| value.label.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// It is included with all of its values, and excluded with any of them.
    pub fn standing(&self) -> Standing {
        let is = |standing| move |value: &Ranked| value.standing == standing;
        if self.values().any(is(Standing::Excluded)) {
            Standing::Excluded
        } else if self.values().all(is(Standing::Included)) {
            Standing::Included
        } else {
            Standing::Free
        }
    }
}

/// What a click makes of the filters, on a cell with the values of both facets or on a line with
/// its own: only these; a second click clears the facets. With Shift, they are added to what is
/// included; what is included already is taken back, but never so that one of two facets alone is
/// open: that would widen the view.
pub fn choose(filters: &mut Filters, values: &[(Facet, String)], shift: bool) {
    let count = |filters: &Filters, facet| filters.selection(facet).included().len();
    let are_in = values
        .iter()
        .all(|(facet, id)| filters.selection(*facet).standing(id) == Standing::Included);
    let alone = values.iter().all(|(facet, _)| count(filters, *facet) == 1);
    for (facet, id) in values {
        if !shift {
            filters.clear(*facet);
        }
        let standing = match are_in {
            true if alone || shift => Standing::Free,
            _ => Standing::Included,
        };
        if standing == Standing::Included || alone || count(filters, *facet) > 1 {
            filters.set(*facet, id, standing);
        }
    }
}

/// A value's name where its own does not fit: no part of it is longer than five letters.
pub fn short(value: &Ranked) -> &str {
    const REGIONS: [(&str, &str); 13] = [
        ("southeast-asia", "SE Asia"),
        ("central-asia", "C. Asia"),
        ("south-asia", "S. Asia"),
        ("northeast-asia", "NE Asia"),
        ("pacific-islands", "Pac. Isl."),
        ("australia-new-zealand", "Aus. NZ"),
        ("middle-east", "Mid. East"),
        ("africa", "Afr."),
        ("europe", "Eur."),
        ("russia-belarus-caucasus", "Rus. Cau."),
        ("north-america", "N. Am."),
        ("latin-america-caribbean", "Lat. Am."),
        ("organizations", "Int. orgs"),
    ];
    let known = REGIONS.iter().find(|(id, _)| *id == value.id);
    known.map_or(&value.label, |(_, short)| short)
}
