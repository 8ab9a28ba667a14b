//! A table that is open, under the reader's filters.

use explorer::components::brushed_columns::Stretch;
use explorer::components::figure::source::FigureSource;
use explorer::hooks::use_in_sight::use_in_sight;
use explorer::hooks::use_rest::use_rest;
use explorer::hooks::use_screen::use_screen;
use explorer::hooks::use_window_event::use_window_event;
use explorer::reactive::memo;
use explorer_engine::Crossfilter;
use explorer_export::Origin;
use explorer_export::chart::Numbers;
use explorer_loader::Loaded;
use explorer_meaning::country::Countries;
use explorer_reader::date::Day;
use explorer_view::step::Step;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::history::{TableHistory, TableStep};
use crate::column_kind::ColumnKind;
use crate::filter_words::{FilterPart, FilterWords, filter_words};
use crate::measure::Measure;
use crate::opening::draft::Draft;
use crate::store::{FileStore, OpenFile, use_file_store};
use crate::table_filters::{TableFilters, clear_all, toggle_only};
use crate::taken::of_values;

/// Everything that the parts of an open table share; in context.
///
/// The table itself has no signals: it is large, and counts by itself. What follows from it is
/// computed anew when [`OpenTable::version`] changes, as plain numbers.
#[derive(Clone, Copy)]
pub struct OpenTable {
    store: FileStore,
    file: StoredValue<OpenFile, LocalStorage>,
    /// Grows with each change of the filters.
    version: Signal<u32>,
    set_version: WriteSignal<u32>,
    /// Notifies when nothing has changed for a moment.
    rested: Trigger,
    measure: RwSignal<Measure>,
    /// The ids of the charts that are shown as tables.
    tables: RwSignal<Vec<String>>,
    search: RwSignal<String>,
    history: StoredValue<TableHistory, LocalStorage>,
    /// Whether the last step was made by typing in the search field.
    is_typing: StoredValue<bool>,
}

/// The open table.
pub fn use_open_table() -> OpenTable {
    expect_context()
}

/// A column, as far as it does not change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnName {
    /// Its name.
    pub name: String,
    /// Its dimension in the engine's table.
    pub dimension: usize,
}

impl OpenTable {
    /// A table without filters, which follows the browser's history.
    pub fn new(file: OpenFile) -> Self {
        let (version, set_version) = signal(0_u32);
        let table = Self {
            store: use_file_store(),
            file: StoredValue::new_local(file),
            version: version.into(),
            set_version,
            rested: use_rest(move || version.track()),
            measure: RwSignal::new(Measure::Rows),
            tables: RwSignal::new(Vec::new()),
            search: RwSignal::new(String::new()),
            history: StoredValue::new_local(TableHistory::new()),
            is_typing: StoredValue::new(false),
        };
        use_window_event(ev::popstate, move |_| table.follow_history());
        table
    }

    /// The same for a figure, whose numbers stand still while it is out of sight, until nothing has
    /// changed for a moment.
    pub fn in_sight(self, figure: NodeRef<html::Figure>) -> Self {
        let (screen, seen, now) = (use_screen(), use_in_sight(figure), self.version);
        let version = memo(move || {
            // What is printed is all in sight.
            if seen.get() || screen.printing.get() {
                return now.get();
            }
            self.rested.track();
            now.get_untracked()
        });
        Self { version: version.into(), ..self }
    }

    /// Reads the table; whatever calls this runs again when a filter changes.
    ///
    /// No signal may be read within: what follows from it might read the table, too.
    pub fn read<T>(self, read: impl FnOnce(&Loaded, &Countries) -> T) -> T {
        self.follow_version();
        self.read_untracked(read)
    }

    /// Subscribes to changes of the filters.
    fn follow_version(self) {
        // A memo that was never read has no sources of its own: to track it is not enough.
        _ = self.version.get();
    }

    /// Reads the table once.
    pub fn read_untracked<T>(self, read: impl FnOnce(&Loaded, &Countries) -> T) -> T {
        let (loaded, countries) =
            (self.file.with_value(|file| file.loaded.clone()), self.store.countries());
        let loaded = loaded.borrow();
        read(&loaded, &countries)
    }

    /// As [`read`](Self::read), for questions that the table answers only after some work of its own.
    pub fn ask<T>(self, ask: impl FnOnce(&mut Loaded) -> T) -> T {
        self.follow_version();
        self.ask_untracked(ask)
    }

    /// As [`ask`](Self::ask), once.
    pub fn ask_untracked<T>(self, ask: impl FnOnce(&mut Loaded) -> T) -> T {
        let loaded = self.file.with_value(|file| file.loaded.clone());
        let mut loaded = loaded.borrow_mut();
        ask(&mut loaded)
    }

    /// What the table was loaded from.
    pub fn draft(self) -> Draft {
        self.file.with_value(|file| file.draft.clone())
    }

    /// The file's name.
    pub fn file_name(self) -> String {
        self.file.with_value(|file| file.draft.source.name.clone())
    }

    /// Number of columns that are loaded.
    pub fn columns(self) -> usize {
        self.read_untracked(|loaded, _| loaded.columns.len())
    }

    /// A column's name and dimension.
    pub fn column(self, column: usize) -> ColumnName {
        self.read_untracked(|loaded, _| match loaded.columns.get(column) {
            Some(found) => ColumnName { name: found.name.clone(), dimension: found.dimension },
            None => ColumnName { name: String::new(), dimension: usize::MAX },
        })
    }

    /// How a column is shown.
    pub fn kind(self, column: usize) -> ColumnKind {
        self.read_untracked(|loaded, _| ColumnKind::of(loaded, column))
    }

    /// The numbers of a column's values for a file.
    pub fn value_numbers(self, column: usize, measure: Signal<Measure>) -> Callback<(), Numbers> {
        Callback::new(move |()| {
            let (measure, countries) = (measure.get_untracked(), self.store.countries());
            self.ask_untracked(|loaded| of_values(loaded, &countries, column, measure))
        })
    }

    /// What charts count.
    pub fn measure(self) -> Signal<Measure> {
        self.measure.into()
    }

    /// Lets charts count something else.
    pub fn set_measure(self, measure: Measure) {
        self.measure.set(measure);
        self.note(Step::Push);
    }

    /// What is searched for.
    pub fn search(self) -> Signal<String> {
        self.search.into()
    }

    /// Searches in all texts of the table.
    pub fn look_for(self, words: &str) {
        // Back takes all that was typed away, not its last letter.
        let step = if self.is_typing.get_value() { Step::Replace } else { Step::Push };
        self.search.set(words.to_owned());
        let countries = self.store.countries();
        self.ask_untracked(|loaded| loaded.search(words, &countries));
        self.change(step, |_| {});
        self.is_typing.set_value(true);
    }

    /// Changes the filters.
    pub fn change(self, step: Step, change: impl FnOnce(&mut Crossfilter)) {
        self.ask_untracked(|loaded| change(&mut loaded.view));
        self.set_version.update(|version| *version = version.wrapping_add(1));
        self.note(step);
    }

    /// What a click on a value's mark does: only it, Shift adds it, Alt excludes it.
    pub fn click_value(self, dimension: usize, bin: u32, shift: bool, alt: bool) {
        self.change(Step::Push, |view| match (shift, alt) {
            (_, true) => view.toggle_excluded(dimension, bin),
            (true, false) => view.toggle(dimension, bin),
            (false, false) => toggle_only(view, dimension, bin),
        });
    }

    /// Chooses a stretch of a dimension's bins, or all of them; whether that is another choice.
    pub fn brush(self, step: Step, dimension: usize, bins: Option<Stretch>) -> bool {
        let now = self.read_untracked(|loaded, _| loaded.view.selected(dimension));
        let ends = now.first().zip(now.last()).map(|(a, b)| (*a as usize, *b as usize + 1));
        if ends == bins {
            return false;
        }
        self.change(step, |view| match bins {
            // Once per drag all is counted that its steps will need.
            Some((from, to)) => {
                if view.start_brush(dimension).is_ok() {
                    view.brush(from, to);
                }
            }
            None => view.clear(dimension),
        });
        true
    }

    /// As [`brush`](Self::brush), of the days of a column of dates.
    pub fn brush_days(self, step: Step, dimension: usize, days: Option<(Day, Day)>) -> bool {
        if self.read_untracked(|loaded, _| loaded.view.range_of_days(dimension)) == days {
            return false;
        }
        self.change(step, |view| match days {
            Some((first, last)) => {
                if view.start_brush(dimension).is_ok() {
                    // A dimension without days has no such chart.
                    _ = view.brush_days(dimension, first, last);
                }
            }
            None => view.clear(dimension),
        });
        true
    }

    /// A drag over columns is over.
    pub fn end_brush(self) {
        self.ask_untracked(|loaded| loaded.view.end_brush());
    }

    /// Takes one of the filters away.
    pub fn clear(self, part: FilterPart) {
        if part == FilterPart::Search {
            self.search.set(String::new());
        }
        self.change(Step::Push, |view| match part {
            FilterPart::Search => view.search(&[], ""),
            FilterPart::Included(dimension) => {
                let excluded = view.excluded(dimension);
                view.choose(dimension, &[], &excluded);
            }
            FilterPart::Excluded(dimension) => {
                let included = view.selected(dimension);
                view.select(dimension, &included);
            }
        });
    }

    /// Takes all filters away.
    pub fn clear_all(self) {
        self.search.set(String::new());
        self.change(Step::Push, clear_all);
    }

    /// The filters in words.
    pub fn filter_words(self) -> Vec<FilterWords> {
        let search = self.search.get();
        self.read(|loaded, countries| filter_words(loaded, countries, &search))
    }

    /// What figures ask of this table.
    pub fn figure_source(self) -> FigureSource {
        FigureSource {
            is_table: Callback::new(move |id: String| {
                self.tables.with(|tables| tables.contains(&id))
            }),
            toggle_table: Callback::new(move |id: String| {
                self.tables.update(|tables| match tables.iter().position(|table| *table == id) {
                    Some(at) => _ = tables.swap_remove(at),
                    None => tables.push(id),
                });
                self.note(Step::Push);
            }),
            origin: Callback::new(move |()| Callback::new(move |_| self.origin())),
            embed_code: None,
            in_article: false,
        }
    }

    /// What a file taken from the table says of itself.
    pub fn origin(self) -> Origin {
        let today: String = js_sys::Date::new_0().to_iso_string().into();
        let today = today.split('T').next().unwrap_or_default().to_owned();
        let filters = untrack(|| self.filter_words()).into_iter().map(|filter| filter.words);
        let filters = filters.collect::<Vec<_>>().join(" \u{b7} ");
        Origin::of_own_table(self.file_name(), filters, today)
    }

    /// Notes a step in the history.
    fn note(self, step: Step) {
        self.is_typing.set_value(false);
        let search = self.search.get_untracked();
        let now = TableStep {
            filters: self.read_untracked(|loaded, _| TableFilters::of(&loaded.view, &search)),
            measure: self.measure.get_untracked(),
            tables: self.tables.get_untracked(),
        };
        self.history.update_value(|history| match step {
            Step::Push => history.push(now),
            Step::Replace => history.replace(now),
        });
    }

    /// The reader has gone back or forward.
    fn follow_history(self) {
        let step = self.history.try_update_value(TableHistory::arrived).flatten();
        let Some(TableStep { filters, measure, tables }) = step else { return };
        self.is_typing.set_value(false);
        let search = self.search.get_untracked();
        let countries = self.store.countries();
        self.ask_untracked(|loaded| {
            if filters.search != search {
                loaded.search(&filters.search, &countries);
            }
            filters.apply(&mut loaded.view, &filters.search);
        });
        self.search.set(filters.search);
        self.measure.set(measure);
        self.tables.set(tables);
        self.set_version.update(|version| *version = version.wrapping_add(1));
    }
}
