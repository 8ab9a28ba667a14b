//! A table that is open, under the reader's filters.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

use crate::components::brushed_columns::Stretch;
use crate::components::figure::source::FigureSource;
use crate::hooks::use_in_sight::use_in_sight;
use crate::hooks::use_rest::use_rest;
use crate::hooks::use_screen::use_screen;
use crate::hooks::use_window_event::use_window_event;
use crate::life::within;
use crate::reactive::{effect, memo};
use crate::timing::Began;
use explorer_export::Origin;
use explorer_export::chart::Numbers;
use explorer_intake::Choices;
use explorer_reader::date::Day;
use explorer_table::about::{About, AboutColumn};
use explorer_table::answered::Answered;
use explorer_table::column_kind::ColumnKind;
use explorer_table::desk::{Deliver, Desk};
use explorer_table::filter_words::FilterPart;
use explorer_table::measure::Measure;
use explorer_table::summary::Summary;
use explorer_table::table_filters::TableFilters;
use explorer_table::{Answer, Export, Question, Reply, Request};
use explorer_view::step::Step;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::history::{TableHistory, TableStep};
use crate::pages::file::opening::draft::Draft;
use crate::pages::file::service::{Gone, Link};
use crate::pages::file::store::{FileStore, OpenFile};

/// From how many rows on a filter takes more than a frame.
const MANY: usize = 500_000;

/// How long a pointer stays over what it has not only come across.
const STAY: Duration = Duration::from_millis(60);

/// Everything that the parts of an open table share; in context.
///
/// The table itself is elsewhere, with its service. The filters are here, and what is shown under them
/// follows once the service has answered.
#[derive(Clone, Copy)]
pub struct OpenTable {
    store: FileStore,
    file: StoredValue<OpenFile, LocalStorage>,
    desk: StoredValue<Rc<Desk>, LocalStorage>,
    filters: RwSignal<TableFilters>,
    /// The dimension over whose chart a drag goes on.
    brushed: StoredValue<Option<usize>>,
    /// Under which filters, by [`newest`](Self::newest), the pointer has come to which dimension last.
    expected: StoredValue<Option<(u32, usize)>>,
    /// Grows with each change of the filters.
    newest: RwSignal<u32>,
    /// The same, as far as whoever asks follows it.
    version: Signal<u32>,
    /// Notifies when nothing has changed for a moment.
    rested: Trigger,
    /// When the step began that is not sent yet.
    began: StoredValue<Option<Began>>,
    measure: RwSignal<Measure>,
    /// The ids of the charts that are shown as tables.
    tables: RwSignal<Vec<String>>,
    summary: Signal<Summary>,
    history: StoredValue<TableHistory, LocalStorage>,
    /// Whether the last step was made by typing in the search field.
    is_typing: StoredValue<bool>,
    /// The answers to the present step.
    answered: StoredValue<Answered, LocalStorage>,
    /// What the reader decides of the rows as records.
    pub choices: RwSignal<Choices>,
    /// The codes of countries that the reader has chosen for names, to load the table again.
    pub named_countries: RwSignal<BTreeMap<String, String>>,
    /// Whether the table is laid beside the records.
    pub is_compared: RwSignal<bool>,
    /// Whether all charts are shown, and not the first alone.
    pub shows_all_charts: RwSignal<bool>,
    /// The page of rows that is wanted.
    pub page_of_rows: RwSignal<usize>,
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
    pub fn new(store: FileStore, file: OpenFile) -> Self {
        let newest = RwSignal::new(0_u32);
        let answered = Answered::first(file.answers.to_vec());
        let choices = Choices::of_mapping(&file.draft.mapping);
        let mut table = Self {
            store,
            file: StoredValue::new_local(file),
            desk: StoredValue::new_local(Rc::default()),
            filters: RwSignal::new(TableFilters::default()),
            brushed: StoredValue::new(None),
            expected: StoredValue::new(None),
            newest,
            version: newest.into(),
            rested: use_rest(move || newest.track()),
            began: StoredValue::new(None),
            measure: RwSignal::new(Measure::Rows),
            tables: RwSignal::new(Vec::new()),
            summary: Signal::stored(Summary::default()),
            history: StoredValue::new_local(TableHistory::new()),
            is_typing: StoredValue::new(false),
            answered: StoredValue::new_local(answered),
            choices: RwSignal::new(choices),
            named_countries: RwSignal::new(BTreeMap::new()),
            is_compared: RwSignal::new(false),
            shows_all_charts: RwSignal::new(false),
            page_of_rows: RwSignal::new(0),
        };
        table.summary = table.follow(
            || Some(Question::Summary),
            |answer| match answer {
                Answer::Summary(summary) => Some(summary),
                _ => None,
            },
        );
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

    /// The answer to a question, `taken` out of all that there are; it follows the filters, and what
    /// `question` reads. It is there at once with a table that has just been opened, or if it was there before,
    /// and otherwise once the service has answered. Where there is no question, it stays as it is.
    pub fn follow<T>(
        self,
        question: impl Fn() -> Option<Question> + Send + Sync + 'static,
        taken: fn(Answer) -> Option<T>,
    ) -> Signal<T>
    where
        T: Default + Send + Sync + 'static,
    {
        let question = memo(question);
        let first = self.first_answer(question).and_then(|(asked, answer)| {
            let answer = taken(answer)?;
            Some((asked, answer))
        });
        let (asked, answer) = first.unzip();
        let (answer, set_answer) = signal(answer.unwrap_or_default());
        let deliver = move |answer| {
            if let Some(answer) = taken(answer) {
                // Its component may be gone.
                _ = set_answer.try_set(answer);
            }
        };
        self.ask_again(question, Rc::new(deliver), asked);
        answer.into()
    }

    /// The answer that is there: it came with the table, or was asked for in this step before.
    fn first_answer(self, question: Memo<Option<Question>>) -> Option<((u32, Question), Answer)> {
        let (version, question) = (self.newest.get_untracked(), question.get_untracked()?);
        let answer = self.answered.with_value(|all| all.answer(version, &question).cloned());
        Some(((version, question), answer?))
    }

    /// Asks as often as the question or what is followed of the filters changes.
    fn ask_again(
        self,
        question: Memo<Option<Question>>,
        deliver: Deliver,
        answered: Option<(u32, Question)>,
    ) {
        let key = self.desk.with_value(|desk| desk.add(deliver, answered));
        effect(move || {
            let version = self.version.get();
            let Some(question) = question.get() else { return };
            if self.desk.with_value(|desk| desk.is_due(key, version, question)) {
                // All that follows from the same step is asked for at once: effects of one change run within one
                // microtask. Charts are painted while the service counts.
                queue_microtask(move || self.send());
            }
        });
        on_cleanup(move || _ = self.desk.try_with_value(|desk| desk.remove(key)));
    }

    /// Asks for what is due, unless a reply is awaited.
    fn send(self) {
        let Some(desk) = self.desk.try_get_value() else { return };
        let asked = desk.take();
        if asked.is_empty() {
            return;
        }
        let request = Request::Step {
            filters: self.filters.get_untracked(),
            brushed: self.brushed.get_value(),
            questions: asked.iter().map(|(_, question)| question.clone()).collect(),
        };
        let began = self.began.try_update_value(Option::take).flatten();
        let (link, version) = (self.link(), self.newest.get_untracked());
        spawn_local(async move {
            match link.ask(request, None).await {
                Ok(Reply::Answers(answers)) => {
                    self.answered.try_update_value(|kept| {
                        for ((_, question), answer) in asked.iter().zip(&answers) {
                            kept.keep(version, question.clone(), answer.clone());
                        }
                    });
                    desk.deliver(asked, answers);
                    if let Some(began) = began {
                        began.measure_when_painted();
                    }
                    self.send();
                }
                Ok(_) => self.broken(Gone::unknown()),
                Err(gone) => self.broken(gone),
            }
        });
    }

    /// There will be no more answers.
    fn broken(self, gone: Gone) {
        if gone != Gone::Ended
            && let Some(name) = self.file.try_with_value(|file| file.draft.source.name.clone())
        {
            self.store.close_broken(&name, &gone.words());
        }
    }

    /// Asks for one thing, and hands on the reply.
    pub fn ask_once(self, request: Request, on_reply: impl FnOnce(Reply) + 'static) {
        let link = self.link();
        spawn_local(async move {
            match link.ask(request, None).await {
                Ok(reply) => on_reply(reply),
                Err(gone) => self.broken(gone),
            }
        });
    }

    /// Asks for one thing, and hands on the reply, or why there is none.
    pub fn ask_for(self, request: Request, on_reply: impl FnOnce(Result<Reply, String>) + 'static) {
        let link = self.link();
        spawn_local(async move {
            match link.ask(request, None).await {
                Ok(reply) => on_reply(Ok(reply)),
                Err(Gone::Failed(words)) => on_reply(Err(words)),
                Err(gone) => self.broken(gone),
            }
        });
    }

    /// Asks for a file, and hands on its text, or why there is none.
    pub fn take_text(
        self,
        request: Request,
        on_text: impl FnOnce(Result<String, String>) + 'static,
    ) {
        let link = self.link();
        spawn_local(async move {
            match link.ask_file(request).await {
                Ok(file) => {
                    let text = JsFuture::from(file.text()).await.ok();
                    let text = text.and_then(|text| text.as_string());
                    on_text(text.ok_or_else(|| Gone::unknown().words()));
                }
                Err(Gone::Failed(words)) => on_text(Err(words)),
                Err(gone) => self.broken(gone),
            }
        });
    }

    /// Asks for a file of what is in view, and hands it on.
    pub fn export(self, export: Export, on_file: impl FnOnce(Blob) + 'static) {
        let (link, filters) = (self.link(), self.filters.get_untracked());
        spawn_local(async move {
            match link.ask_file(Request::Export(filters, export)).await {
                Ok(file) => on_file(file),
                Err(gone) => self.broken(gone),
            }
        });
    }

    fn link(self) -> Link {
        self.file.with_value(|file| file.link.clone())
    }

    /// What the table was loaded from.
    pub fn draft(self) -> Draft {
        self.file.with_value(|file| file.draft.clone())
    }

    /// The file's name.
    pub fn file_name(self) -> String {
        self.file.with_value(|file| file.draft.source.name.clone())
    }

    /// What does not change about the table.
    pub fn about(self) -> Rc<About> {
        self.file.with_value(|file| file.about.clone())
    }

    /// What does not change about a column.
    pub fn about_column(self, column: usize) -> Option<AboutColumn> {
        self.file.with_value(|file| file.about.columns.get(column).cloned())
    }

    /// How each column is shown.
    pub fn kinds(self) -> Vec<ColumnKind> {
        self.file.with_value(|file| file.about.columns.iter().map(|column| column.kind).collect())
    }

    /// A column's name and dimension.
    pub fn column(self, column: usize) -> ColumnName {
        self.file.with_value(|file| match file.about.columns.get(column) {
            Some(found) => ColumnName { name: found.name.clone(), dimension: found.dimension },
            None => ColumnName { name: String::new(), dimension: usize::MAX },
        })
    }

    /// The numbers of a column's chart for a file.
    pub fn numbers(self, column: usize, measure: Signal<Measure>) -> Callback<Callback<Numbers>> {
        Callback::new(move |on_numbers: Callback<Numbers>| {
            let measure = measure.get_untracked();
            let request = Request::Step {
                filters: self.filters.get_untracked(),
                brushed: None,
                questions: vec![Question::Numbers { column, measure }],
            };
            self.ask_once(request, move |reply| {
                if let Reply::Answers(answers) = reply
                    && let Some(Answer::Numbers(numbers)) = answers.into_iter().next()
                {
                    on_numbers.run(numbers);
                }
            });
        })
    }

    /// How much is in view, and under which filters.
    pub fn summary(self) -> Signal<Summary> {
        self.summary
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

    /// Whether the chart with an id is shown as a table.
    pub fn is_table(self, id: &str) -> bool {
        self.tables.with(|tables| tables.iter().any(|table| table == id))
    }

    /// The filters.
    pub fn filters(self) -> RwSignal<TableFilters> {
        self.filters
    }

    /// The bins that a dimension is filtered to, and those that its filter excludes; both ascending.
    pub fn chosen(self, dimension: usize) -> Memo<(Vec<u32>, Vec<u32>)> {
        let filters = self.filters;
        memo(move || {
            filters.with(|filters| {
                (filters.included(dimension).to_vec(), filters.excluded(dimension).to_vec())
            })
        })
    }

    /// Searches in all texts of the table.
    pub fn look_for(self, words: &str) {
        // Back takes all that was typed away, not its last letter.
        let step = if self.is_typing.get_value() { Step::Replace } else { Step::Push };
        self.change(step, |filters| words.clone_into(&mut filters.search));
        self.is_typing.set_value(true);
    }

    /// Changes the filters.
    pub fn change(self, step: Step, change: impl FnOnce(&mut TableFilters)) {
        self.filters.update(change);
        self.changed();
        self.note(step);
    }

    /// The filters have changed.
    fn changed(self) {
        self.began.update_value(|began| _ = began.get_or_insert_with(Began::now));
        self.newest.update(|version| *version = version.wrapping_add(1));
    }

    /// What a click on a value's mark does: only it, Shift adds it, Alt excludes it.
    pub fn click_value(self, dimension: usize, bin: u32, shift: bool, alt: bool) {
        self.change(Step::Push, |filters| match (shift, alt) {
            (_, true) => filters.toggle_excluded(dimension, bin),
            (true, false) => filters.toggle(dimension, bin),
            (false, false) => filters.toggle_only(dimension, bin),
        });
    }

    /// Chooses a stretch of a dimension's bins, or all of them; whether that is another choice.
    pub fn brush(self, step: Step, dimension: usize, bins: Option<Stretch>) -> bool {
        // Bins have 32 bits.
        let bins = bins.map(|(from, to)| (from as u32, to as u32));
        self.brush_with(step, dimension, |filters| match bins {
            Some((from, to)) => filters.choose_bins(dimension, from, to),
            None => filters.clear(dimension),
        })
    }

    /// As [`brush`](Self::brush), of the days of a column of dates.
    pub fn brush_days(self, step: Step, dimension: usize, days: Option<(Day, Day)>) -> bool {
        self.brush_with(step, dimension, |filters| match days {
            Some((first, last)) => filters.choose_days(dimension, first, last),
            None => filters.clear(dimension),
        })
    }

    fn brush_with(
        self,
        step: Step,
        dimension: usize,
        brush: impl FnOnce(&mut TableFilters),
    ) -> bool {
        let before = self.filters.get_untracked();
        let mut after = before.clone();
        brush(&mut after);
        if after == before {
            return false;
        }
        self.brushed.set_value(Some(dimension));
        self.change(step, |filters| *filters = after);
        true
    }

    /// The pointer has come to a facet or chart of a dimension, which may be filtered next. Of many rows what that
    /// needs is counted beforehand, if the pointer stays: it takes a pass over them, and the answer then a frame.
    pub fn expect(self, dimension: usize) {
        if self.file.with_value(|file| file.about.rows) < MANY {
            return;
        }
        let now = Some((self.newest.get_untracked(), dimension));
        if self.expected.get_value() != now {
            self.expected.set_value(now);
            let ask = move || {
                if self.expected.try_get_value() == Some(now) {
                    self.ask_once(Request::ExpectFilter(dimension), |_| ());
                }
            };
            set_timeout(within(ask), STAY);
        }
    }

    /// A drag over columns is over.
    pub fn end_brush(self) {
        self.brushed.set_value(None);
    }

    /// Takes one of the filters away.
    pub fn clear(self, part: FilterPart) {
        self.change(Step::Push, |filters| filters.take_away(part));
    }

    /// Takes all filters away.
    pub fn clear_all(self) {
        self.change(Step::Push, |filters| *filters = TableFilters::default());
    }

    /// What figures ask of this table.
    pub fn figure_source(self) -> FigureSource {
        FigureSource {
            is_table: Callback::new(move |id: String| self.is_table(&id)),
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
        let filters = self.summary.with_untracked(|summary| {
            let filters = summary.filters.iter().map(|filter| filter.words.as_str());
            filters.collect::<Vec<_>>().join(" \u{b7} ")
        });
        Origin::of_own_table(self.file_name(), filters, today)
    }

    /// Notes a step in the history.
    fn note(self, step: Step) {
        self.is_typing.set_value(false);
        let now = TableStep {
            filters: self.filters.get_untracked(),
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
        self.brushed.set_value(None);
        self.filters.set(filters);
        self.measure.set(measure);
        self.tables.set(tables);
        self.changed();
    }
}
