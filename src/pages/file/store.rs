//! What the view knows, and its steps from a file to an open table.

use std::cell::RefCell;
use std::rc::Rc;

use explorer_dataset::Sources;
use explorer_geometry::World;
use explorer_intake::Tables;
use explorer_intake::own_file::settle;
use explorer_loader::Beginning;
use explorer_meaning::country::Countries;
use explorer_meaning::mapping::Mapping;
use explorer_table::about::About;
use explorer_table::column_kind::country;
use explorer_table::column_role::contradicted_words;
use explorer_table::embedded::{Embedded, interactions};
use explorer_table::known::Known;
use explorer_table::looking::Looked;
use explorer_table::read_choice::ReadChoice;
use explorer_table::{Answer, Question};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::opening::draft::Draft;
use super::opening::intake::{self, Phase, Progress};
use super::opening::mapping::Review;
use super::opening::source::Source;
use super::opening::workbook::{self, Task, Workbook};
use super::service::{Link, Module};
use super::table::OpenTable;
use crate::hooks::storage;
use crate::records::{self, texts};

thread_local! {
    /// It outlives the page of the view and each start of the page, as what is open does; with what owns its
    /// signals.
    static STORE: RefCell<Option<(Owner, FileStore)>> = const { RefCell::new(None) };
}

/// What is on its way to be opened.
#[derive(Clone)]
pub enum Stage {
    /// Nothing.
    Idle,
    /// A file that is being read: [`FileStore::progress`].
    Reading,
    /// A workbook of which the reader chooses a sheet.
    Sheets(Rc<Workbook>),
    /// A file whose columns the reader looks over.
    Mapping(Review),
}

/// A file that is loaded.
#[derive(Clone)]
pub struct Opened {
    /// Its opening.
    pub attempt: Attempt,
    /// The view of it.
    pub table: OpenTable,
    /// The service that keeps it.
    link: Link,
    /// What owns the signals of the view: they go when nobody shows it any more.
    _owner: Owner,
}

impl Opened {
    fn new(store: FileStore, file: OpenFile) -> Self {
        let (attempt, link) = (file.attempt, file.link.clone());
        let owner = Owner::default();
        let table = owner.with(|| OpenTable::new(store, file));
        Self { attempt, table, link, _owner: owner }
    }
}

/// What a view of a loaded file is made of.
#[derive(Clone)]
pub struct OpenFile {
    /// What it was loaded from, to be loaded again in another way.
    pub draft: Draft,
    /// The opening of it.
    pub attempt: Attempt,
    /// The service that keeps it.
    pub link: Link,
    /// What does not change about it.
    pub about: Rc<About>,
    /// The first questions of its view, with their answers.
    pub answers: Rc<Vec<(Question, Answer)>>,
}

/// One opening of a file. It is over once another one begins or it is cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attempt(u32);

/// What all of the view shares; in context. There is one as long as the page lives.
#[derive(Clone, Copy)]
pub struct FileStore {
    countries: StoredValue<Rc<Countries>, LocalStorage>,
    /// The world, to draw the countries.
    pub world: &'static World,
    /// What is on its way.
    pub stage: RwSignal<Stage, LocalStorage>,
    /// How far what is being read is.
    pub progress: RwSignal<Progress>,
    /// What is open. It stays until another table is loaded.
    pub opened: RwSignal<Option<Opened>, LocalStorage>,
    /// Why the last file was not opened.
    pub failure: RwSignal<Option<String>>,
    attempt: StoredValue<u32>,
    /// The worker that reads a workbook.
    task: StoredValue<Option<Task>, LocalStorage>,
    /// Whether workers with a service are to be had, as far as is known.
    has_workers: StoredValue<bool>,
    /// The service of the present attempt.
    link: StoredValue<Option<Link>, LocalStorage>,
}

/// The store of the view.
pub fn use_file_store() -> FileStore {
    expect_context()
}

impl FileStore {
    /// The store, which is made when the view is first asked for.
    ///
    /// # Errors
    /// In words for the reader, if the copy of the page is damaged.
    pub fn of_page() -> Result<Self, String> {
        if let Some(store) = STORE.with_borrow(|kept| kept.as_ref().map(|(_, store)| *store)) {
            return Ok(store);
        }
        let owner = Owner::default();
        let store = owner.with(Self::new)?;
        STORE.set(Some((owner, store)));
        Ok(store)
    }

    /// A view with nothing in it.
    fn new() -> Result<Self, String> {
        let countries = Countries::few_from_json(texts().countries)?;
        let records = records::of_start().ok_or("The page has not started.")?;
        Ok(Self {
            countries: StoredValue::new_local(Rc::new(countries)),
            world: &records.places.world,
            stage: RwSignal::new_local(Stage::Idle),
            progress: RwSignal::new(Progress::default()),
            opened: RwSignal::new_local(None),
            failure: RwSignal::new(None),
            attempt: StoredValue::new(0),
            task: StoredValue::new_local(None),
            has_workers: StoredValue::new(true),
            link: StoredValue::new_local(None),
        })
    }

    /// The countries that a table may name.
    pub fn countries(self) -> Rc<Countries> {
        self.countries.get_value()
    }

    /// All interactions of the records with countries.
    pub fn interactions(self) -> Vec<Embedded> {
        interactions(texts().events)
    }

    /// What the dataset knows, to make records of rows.
    pub fn known(self) -> Known {
        let Sources { countries, codebook, agencies, officials, other_names, .. } = texts();
        Known {
            countries: countries.to_owned(),
            codebook: codebook.to_owned(),
            agencies: agencies.to_owned(),
            officials: officials.to_owned(),
            other_names: other_names.to_owned(),
        }
    }

    /// The same, read.
    pub fn tables(self) -> Tables {
        self.known().tables(self.countries())
    }

    /// The English name of a country; its code where it has none.
    pub fn country_name(self, iso3: &str) -> String {
        self.countries.with_value(|countries| {
            country(countries, iso3).map_or(iso3, |country| &country.name_en).to_owned()
        })
    }

    /// Begins another attempt, so that what is under way ends.
    fn next_attempt(self) -> Attempt {
        if let Some(task) = self.task.try_update_value(Option::take).flatten() {
            task.end();
        }
        if let Some(link) = self.link.try_update_value(Option::take).flatten() {
            link.end();
        }
        self.attempt.update_value(|attempt| *attempt = attempt.wrapping_add(1));
        Attempt(self.attempt.get_value())
    }

    /// Whether an attempt is over.
    pub fn is_over(self, attempt: Attempt) -> bool {
        self.attempt.get_value() != attempt.0
    }

    /// Stops what is under way. What is open stays open.
    pub fn cancel(self) {
        self.next_attempt();
        self.stage.set(Stage::Idle);
    }

    /// Closes what is open, and ends its service.
    pub fn close(self) {
        self.open_instead(None);
    }

    /// Closes what is open, as its service broke.
    pub fn close_broken(self, name: &str, words: &str) {
        self.close();
        self.failure.set(Some(format!("{name} had to be closed. {words}")));
    }

    /// All that is shown of an open table is there.
    pub fn is_whole(self, attempt: Attempt) {
        if !self.is_over(attempt) {
            self.stage.set(Stage::Idle);
        }
    }

    fn open_instead(self, file: Option<OpenFile>) {
        self.opened.with_untracked(|before| {
            if let Some(Opened { link, .. }) = before {
                link.end();
            }
        });
        self.opened.set(file.map(|file| Opened::new(self, file)));
    }

    /// A service for an attempt.
    ///
    /// # Errors
    /// Why there is none, in words, or that the attempt is over.
    async fn service(self, attempt: Attempt) -> Result<Link, String> {
        let link = self.start_service().await?;
        if self.is_over(attempt) {
            link.end();
            return Err(String::new());
        }
        self.link.set_value(Some(link.clone()));
        Ok(link)
    }

    /// A service in a worker, or on the page where there is none to be had.
    async fn start_service(self) -> Result<Link, String> {
        let module = Module::load().await?;
        let countries = texts().countries;
        if self.has_workers.get_value() {
            match Link::to_worker(&module, countries).await {
                Some(link) => return Ok(link),
                // The next file need not try again.
                None => self.has_workers.set_value(false),
            }
        }
        Link::here(&module, countries).await
    }

    /// Lets the reader look the columns of a file over.
    pub fn review(self, draft: Draft) {
        self.stage.set(Stage::Mapping(Review::new(draft)));
    }

    /// Looks at a file, and shows what its columns seem to be, or of a workbook which sheets it has.
    pub fn look(self, source: Source) {
        let attempt = self.next_attempt();
        self.begin_reading(&source, Phase::Looking);
        spawn_local(async move {
            let looked = self.next_stage(attempt, source.clone()).await;
            self.show(attempt, &source, looked);
        });
    }

    /// Looks at a sheet of a workbook.
    pub fn look_at_sheet(self, workbook: Rc<Workbook>, at: usize) {
        let attempt = self.next_attempt();
        self.begin_reading(&workbook.file, Phase::Unpacking);
        spawn_local(async move {
            let file = workbook.file.clone();
            let looked = match workbook::sheet(self, attempt, workbook.clone(), at).await {
                Ok(source) => self.mapping(attempt, source).await,
                Err(words) => Err(words),
            };
            let is_refused = looked.is_err() && !self.is_over(attempt);
            self.show(attempt, &file, looked);
            if is_refused {
                // Another one may be better.
                self.stage.set(Stage::Sheets(workbook));
            }
        });
    }

    /// Lets the reader choose another sheet. What is open stays open.
    pub fn choose_sheet(self, workbook: Rc<Workbook>) {
        self.next_attempt();
        self.failure.set(None);
        self.stage.set(Stage::Sheets(workbook));
    }

    async fn next_stage(self, attempt: Attempt, source: Source) -> Result<Stage, String> {
        let source = match workbook::open(self, attempt, source).await? {
            workbook::Opened::Table(source) => source,
            workbook::Opened::Sheets(workbook) => return Ok(Stage::Sheets(workbook)),
        };
        let source = source.into_tidy_table().await;
        self.mapping(attempt, source).await
    }

    fn show(self, attempt: Attempt, source: &Source, looked: Result<Stage, String>) {
        match looked {
            _ if self.is_over(attempt) => {}
            Ok(stage) => self.stage.set(stage),
            Err(words) => self.fail(source, &words),
        }
    }

    /// Keeps the worker that reads a workbook, to be ended with the attempt.
    pub fn keep_task(self, task: Task) {
        self.task.set_value(Some(task));
    }

    /// Looks at a file again that a reader wants to be read in another way, and hands on what its
    /// columns seem to be then, or why it cannot be read so. What is looked at stays.
    pub fn look_again(
        self,
        source: Source,
        choice: ReadChoice,
        on_draft: Callback<(Result<Draft, String>,)>,
    ) {
        let attempt = self.next_attempt();
        spawn_local(async move {
            let looked = self.draft(attempt, source, choice).await;
            if !self.is_over(attempt) {
                _ = on_draft.try_run((looked,));
            }
        });
    }

    async fn mapping(self, attempt: Attempt, source: Source) -> Result<Stage, String> {
        let draft = self.draft(attempt, source, ReadChoice::default()).await?;
        Ok(Stage::Mapping(Review::new(draft)))
    }

    async fn draft(
        self,
        attempt: Attempt,
        source: Source,
        choice: ReadChoice,
    ) -> Result<Draft, String> {
        let link = self.service(attempt).await?;
        let looked = intake::look(&link, &source, choice).await;
        // A reader may look over the columns for long.
        link.end();
        let Looked { encoding, mut beginning, names } = looked?;
        self.countries.update_value(|countries| *countries = Rc::new(countries.with_names(&names)));
        // Of a file that the explorer has written nothing has to be guessed.
        settle(&mut beginning.mapping);
        let Recall { mapping, remembered, contradicted } = mapping_for(&beginning);
        let beginning = Rc::new(beginning);
        Ok(Draft { source, choice, encoding, beginning, mapping, remembered, contradicted })
    }

    /// Loads a file whose columns are settled.
    pub fn load(self, draft: Draft) {
        let attempt = self.next_attempt();
        self.begin_reading(&draft.source, Phase::Reading);
        spawn_local(async move {
            let link = self.service(attempt).await;
            if self.is_over(attempt) {
                return;
            }
            let link = match link {
                Ok(link) => link,
                Err(words) => return self.fail(&draft.source, &words),
            };
            let loaded = intake::load(self, &link, &draft, attempt).await;
            if self.is_over(attempt) {
                return;
            }
            match loaded {
                Ok(Some(intake::Loaded { about, answers })) => {
                    remember(&draft);
                    // From here on it is the table's.
                    self.link.set_value(None);
                    let (about, answers) = (Rc::new(about), Rc::new(answers));
                    self.open_instead(Some(OpenFile { draft, attempt, link, about, answers }));
                }
                // It was cancelled.
                Ok(None) => {}
                Err(words) => {
                    link.end();
                    self.fail(&draft.source, &words);
                }
            }
        });
    }

    fn begin_reading(self, source: &Source, phase: Phase) {
        self.failure.set(None);
        self.progress.set(Progress { name: source.name.clone(), phase, ..Progress::default() });
        self.stage.set(Stage::Reading);
    }

    fn fail(self, source: &Source, words: &str) {
        self.stage.set(Stage::Idle);
        self.failure.set(Some(format!("{} was not opened. {words}", source.name)));
    }
}

/// Where a mapping is remembered, by the header that it is for.
fn key(mapping: &Mapping) -> String {
    format!("file-mapping-{}", mapping.header)
}

/// Where is remembered what was proposed for the file that it was settled for.
fn proposal_key(mapping: &Mapping) -> String {
    format!("file-proposal-{}", mapping.header)
}

/// Remembers how a file was loaded for the next one with its columns.
fn remember(draft: &Draft) {
    let proposed = &draft.beginning.mapping;
    storage::write(&key(&draft.mapping), &draft.mapping.to_json());
    storage::write(&proposal_key(&draft.mapping), &proposed.to_json());
}

/// What the columns of a file are taken for, as far as it was remembered.
struct Recall {
    mapping: Mapping,
    remembered: bool,
    contradicted: String,
}

/// The mapping that is remembered for a file with this header, or else what is proposed. Where the file
/// contradicts what is remembered, it is proposed anew, and that is said.
fn mapping_for(beginning: &Beginning) -> Recall {
    let now = &beginning.mapping;
    let stored = |key: String| {
        let mapping = storage::read(&key).and_then(|text| Mapping::from_json(&text).ok());
        mapping.filter(|mapping| mapping.fits(&beginning.header))
    };
    let Some(mapping) = stored(key(now)) else {
        return Recall { mapping: now.clone(), remembered: false, contradicted: String::new() };
    };
    let recalled = mapping.recall(stored(proposal_key(now)).as_ref(), now, &beginning.columns);
    let contradicted = contradicted_words(&recalled, &beginning.header);
    Recall { mapping: recalled.mapping, remembered: true, contradicted }
}
