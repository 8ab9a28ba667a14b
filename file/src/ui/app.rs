//! What the view knows, and its steps from a file to an open table.

use std::cell::Cell;
use std::rc::Rc;

use explorer::ui::screen::Screen;
use explorer::ui::signal::Signal;
use explorer::ui::storage;
use explorer_geometry::World;
use explorer_loader::Beginning;
use explorer_reader::country::{Countries, Country};
use explorer_reader::mapping::Mapping;
use wasm_bindgen_futures::spawn_local;

use super::draft::Draft;
use super::intake::{self, Progress};
use super::open::Open;
use super::source::Source;

/// What is on its way to be opened.
#[derive(Clone)]
pub enum Stage {
    /// Nothing.
    Idle,
    /// A file whose beginning is being read.
    Looking(String),
    /// A file whose columns the reader looks over.
    Mapping(Draft),
    /// A file that is being loaded.
    Loading(Progress),
}

/// The view. It lives as long as the page does.
pub struct App {
    /// What charts are drawn on.
    pub screen: &'static Screen,
    /// The countries that a table may name.
    pub countries: Rc<Countries>,
    /// The world, to draw them.
    pub world: World,
    /// What is on its way.
    pub stage: Signal<Stage>,
    /// What is open. It stays until another table is loaded.
    pub open: Signal<Option<Rc<Open>>>,
    /// Why the last file was not opened.
    pub failure: Signal<Option<String>>,
    /// Grows with each file that is begun or cancelled: what belongs to another turn ends.
    turn: Cell<u32>,
}

impl App {
    /// A view with nothing in it.
    ///
    /// # Errors
    /// If what this module carries of countries and the map is damaged.
    pub fn new(screen: &'static Screen) -> Result<Self, String> {
        Ok(Self {
            screen,
            countries: Rc::new(Countries::from_json(include_str!("../../../data/countries.json"))?),
            world: World::embedded().map_err(|error| error.to_string())?,
            stage: Signal::new(Stage::Idle),
            open: Signal::new(None),
            failure: Signal::new(None),
            turn: Cell::new(0),
        })
    }

    /// The country with an ISO code.
    pub fn country(&self, iso3: &str) -> Option<&Country> {
        self.countries.list().iter().find(|country| country.iso3 == iso3)
    }

    /// Begins another turn, so that what is under way ends.
    fn next_turn(&self) -> u32 {
        self.turn.set(self.turn.get().wrapping_add(1));
        self.turn.get()
    }

    /// Whether a turn is over.
    pub fn is_over(&self, turn: u32) -> bool {
        self.turn.get() != turn
    }

    /// Stops what is under way. What is open stays open.
    pub fn cancel(&self) {
        self.next_turn();
        self.stage.set(Stage::Idle);
    }

    /// Looks at a file, and shows what its columns seem to be.
    pub fn look(&'static self, source: Source) {
        let turn = self.next_turn();
        self.failure.set(None);
        self.stage.set(Stage::Looking(source.name.clone()));
        spawn_local(async move {
            let looked = intake::look(&source, &self.countries).await;
            if self.is_over(turn) {
                return;
            }
            match looked {
                Ok((encoding, beginning)) => {
                    let (mapping, remembered) = mapping_for(&beginning);
                    let (beginning, said) = (Rc::new(beginning), String::new());
                    let draft = Draft { source, encoding, beginning, mapping, remembered, said };
                    self.stage.set(Stage::Mapping(draft));
                }
                Err(words) => self.fail(&source, words),
            }
        });
    }

    /// Loads a file whose columns are settled.
    pub fn load(&'static self, draft: Draft) {
        let turn = self.next_turn();
        self.failure.set(None);
        spawn_local(async move {
            let loaded = intake::load(self, &draft, turn).await;
            if self.is_over(turn) {
                return;
            }
            match loaded {
                Ok(Some(loaded)) => {
                    storage::write(&key(&draft.mapping), &draft.mapping.to_json());
                    self.stage.set(Stage::Idle);
                    self.open.set(Some(Rc::new(Open::new(draft, loaded))));
                }
                // It was cancelled.
                Ok(None) => {}
                Err(words) => self.fail(&draft.source, words),
            }
        });
    }

    fn fail(&self, source: &Source, words: String) {
        self.stage.set(Stage::Idle);
        self.failure.set(Some(format!("{} was not opened. {words}", source.name)));
    }
}

/// Where a mapping is remembered, by the header that it is for.
fn key(mapping: &Mapping) -> String {
    format!("file-mapping-{}", mapping.header)
}

/// The mapping that is remembered for a file with this header, or else what is proposed; and whether it
/// was remembered.
fn mapping_for(beginning: &Beginning) -> (Mapping, bool) {
    let kept = storage::read(&key(&beginning.mapping));
    let kept = kept.and_then(|text| Mapping::from_json(&text).ok());
    match kept.filter(|kept| kept.fits(&beginning.header)) {
        Some(kept) => (kept, true),
        None => (beginning.mapping.clone(), false),
    }
}
