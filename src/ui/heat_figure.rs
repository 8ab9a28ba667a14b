//! Two facets crossed, as a heat map.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;

use super::bar_figure::{heading, standing_words, state_of};
use super::figure::{Kind, Plot, Surface, TableRow, TableView, figure};
use super::marks::MarkView;
use super::store::Store;
use super::tooltip::{Tip, TipLine};
use explorer_chart::{HeatLine, HeatMap, Mark, Scene};
use explorer_explore::facet::Facet;
use explorer_explore::filter::Standing;
use explorer_number::{grouped, percent};
use explorer_view::chart::Chart;
use explorer_view::classes::{class_of, classes};
use explorer_view::heat::{CrossTable, choose, short};
use explorer_view::ranking::Ranked;
use explorer_view::whole;

/// What stands between the two values in the id of a cell; no id has it.
const BETWEEN: &str = "~";

/// What a heat map says of itself.
pub struct HeatWords {
    /// Whether the title is about the first column rather than the first row.
    pub columns_lead: bool,
    /// What goes before the name in the title.
    pub the: &'static str,
    /// What is drawn, after "Interactions".
    pub by: &'static str,
    /// Heading of the table's first column.
    pub first: &'static str,
}

/// A heat map of the values of two facets: rows, then columns.
pub fn heat_figure(store: Store, chart: Chart, facets: [Facet; 2], words: HeatWords) -> Element {
    figure(store, chart, Rc::new(Heat { store, facets, words, shown: RefCell::default() }))
}

struct Heat {
    store: Store,
    facets: [Facet; 2],
    words: HeatWords,
    /// What was drawn last, for tips and clicks.
    shown: RefCell<CrossTable>,
}

/// What a mark stands for: a row, a column, or both.
struct Target<'t> {
    row: Option<&'t Ranked>,
    column: Option<&'t Ranked>,
    count: u32,
}

impl<'t> Target<'t> {
    /// That of the mark at a position: the columns, then each row and its cells.
    fn at(table: &'t CrossTable, index: usize) -> Self {
        let width = table.columns.len();
        let Some(at) = index.checked_sub(width) else {
            let column = table.columns.get(index);
            return Self { row: None, column, count: column.map_or(0, |column| column.count) };
        };
        let at = (at / (width + 1), at % (width + 1));
        let row = table.rows.get(at.0);
        match at.1.checked_sub(1) {
            None => Self { row, column: None, count: row.map_or(0, |row| row.count) },
            Some(column) => {
                Self { row, column: table.columns.get(column), count: table.count(at.0, column) }
            }
        }
    }

    fn values(&self) -> impl Iterator<Item = &'t Ranked> {
        self.row.into_iter().chain(self.column)
    }

    fn label(&self) -> String {
        self.values().map(|value| value.label.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// Included with all its values, excluded with any.
    fn standing(&self) -> Standing {
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

impl Heat {
    fn model(&self) -> CrossTable {
        let store = self.store;
        let measure = store.state.with(|state| state.measure);
        let base = store.base.get();
        store
            .filters
            .with(|filters| CrossTable::of(store.explorer, &base, filters, measure, self.facets))
    }
}

impl Kind for Heat {
    fn plot(&self, surface: &Surface) -> (Plot, Scene) {
        let table = self.model();
        let cells = table.cells().iter();
        let classes = classes(cells.clone().copied().max().unwrap_or_default());
        let cells: Vec<_> = cells.map(|count| (*count, class_of(&classes, *count))).collect();
        let (rows, columns) = (lines(&table.rows), lines(&table.columns));
        let (rows, columns) = (rows.as_slice(), columns.as_slice());
        let chart = HeatMap { rows, columns, cells: &cells, classes: classes.len() };
        let height = chart.height(surface.width);
        let places = chart.marks(surface.width).into_iter();
        let marks = places.map(|place| mark_view(&table, place)).collect();
        let scene = chart.scene(&surface.frame(height), &surface.palette);
        let plot = Plot {
            finding: table.finding(self.words.columns_lead, self.words.the),
            subtitle: format!("{} {}", heading(table.measure), self.words.by),
            class: "bars".to_owned(),
            height,
            fine: 1.0,
            marks,
            over: Vec::new(),
            legend: Vec::new(),
            below: Vec::new(),
            controls: Vec::new(),
        };
        self.shown.replace(table);
        (plot, scene)
    }

    fn table(&self) -> TableView {
        let table = self.model();
        let rows = table.rows.iter().enumerate().map(|(at, row)| TableRow {
            value: row.id.clone(),
            label: row.label.clone(),
            count: row.count,
            words: None,
            total: row.total,
            parts: table.row(at).to_vec(),
        });
        TableView {
            first: self.words.first,
            counted: heading(table.measure),
            parts: table.columns.iter().map(|column| column.label.clone()).collect(),
            all: whole::words(&self.store.base.get()),
            whole: 0,
            rows: rows.collect(),
        }
    }

    fn click(&self, index: usize, shift: bool, alt: bool) {
        let values: Vec<(Facet, String)> = {
            let table = self.shown.borrow();
            let Target { row, column, .. } = Target::at(&table, index);
            let found = self.facets.into_iter().zip([row, column]);
            found.filter_map(|(facet, value)| Some((facet, value?.id.clone()))).collect()
        };
        self.store.filter(|filters| match (alt, values.as_slice()) {
            (false, values) => choose(filters, values, shift),
            (true, [(facet, id)]) => filters.toggle_exclude(*facet, id),
            // No filter leaves out a single cell.
            _ => {}
        });
    }

    fn tip(&self, index: usize) -> Option<Tip> {
        let table = self.shown.borrow();
        let target = Target::at(&table, index);
        let line = |label: String, value: String| TipLine { color: "", label, value };
        let mut lines = vec![line(heading(table.measure).to_owned(), grouped(target.count))];
        let is_cell = target.row.is_some() && target.column.is_some();
        if is_cell {
            lines.extend(
                target.values().map(|of| {
                    line(format!("Share of {}", of.label), percent(target.count, of.count))
                }),
            );
        }
        let hint = match target.standing() {
            Standing::Included => "Click again to clear",
            _ if is_cell => "Click: only these two · Shift: add",
            Standing::Free => "Click: only this · Shift: add · Alt: exclude",
            Standing::Excluded => "Alt and click to bring back",
        };
        Some(Tip { at: (0.0, 0.0), title: target.label(), lines, hint })
    }

    fn is_spatial(&self) -> bool {
        true
    }
}

fn lines(values: &[Ranked]) -> Vec<HeatLine<'_>> {
    let including = values.iter().any(|value| value.standing == Standing::Included);
    let lines = values.iter().map(|value| HeatLine {
        label: &value.label,
        short: short(value),
        count: value.count,
        state: state_of(value.standing, including),
    });
    lines.collect()
}

fn mark_view(table: &CrossTable, place: Mark) -> MarkView {
    let target = Target::at(table, place.index);
    let (standing, said) = standing_words(target.standing());
    let id = |value: Option<&Ranked>| value.map_or("", |value| &value.id).to_owned();
    let (label, count) = (target.label(), target.count);
    MarkView {
        value: id(target.row) + BETWEEN + &id(target.column),
        count,
        label: format!("{label}: {} {}{said}", grouped(count), table.measure.noun(count)),
        pressed: standing == "included",
        standing,
        place: Some(place),
    }
}
