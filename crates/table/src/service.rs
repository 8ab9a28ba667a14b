//! Answers what the view of a table asks, wherever it runs.

use std::rc::Rc;

use explorer_intake::{Choices, Overview};
use explorer_meaning::country::Countries;
use explorer_meaning::mapping::Mapping;
use explorer_reader::Format;
use explorer_reader::encoding::Encoding;
use serde::{Deserialize, Serialize};

use crate::about::About;
use crate::compared::PartCounts;
use crate::decode::Decoders;
use crate::embedded::Embedded;
use crate::known::Known;
use crate::loading::Loading;
use crate::looking::{Look, Looked, Looking};
use crate::open_table::OpenTable;
use crate::question::{Answer, Question, first_questions};
use crate::read_choice::ReadChoice;
use crate::table_filters::TableFilters;

/// What the view asks for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Request {
    /// To look at a file of so many bytes. The reply is [`Reply::Further`].
    Look(u64, ReadChoice),
    /// To load a file. The reply is [`Reply::Progress`].
    Load {
        /// Its size in bytes.
        size: u64,
        /// Its encoding.
        encoding: Encoding,
        /// Its format.
        format: Format,
        /// What its columns are.
        mapping: Mapping,
    },
    /// The next bytes of the file, which come beside the request. The reply is [`Reply::Further`] or
    /// [`Reply::Looked`] for a file that is looked at, [`Reply::Progress`] for one that is loaded.
    Push,
    /// All bytes have come. The reply is [`Reply::Opened`].
    Finish,
    /// A step of the reader: the filters that are in force now, and all that is shown. The reply is
    /// [`Reply::Answers`], in the order of the questions.
    Step {
        /// The filters.
        filters: TableFilters,
        /// The dimension over whose chart a drag goes on.
        brushed: Option<usize>,
        /// What is shown.
        questions: Vec<Question>,
    },
    /// A dimension may be filtered next: what that needs is counted beforehand. The reply is
    /// [`Reply::Answers`], of nothing.
    ExpectFilter(usize),
    /// To compare all rows with interactions of the records. The reply is [`Reply::Compared`].
    Compare(Vec<Embedded>),
    /// The text of a file under these filters. The reply is [`Reply::File`].
    Export(TableFilters, Export),
    /// What becomes of all rows as records, under these choices. The reply is [`Reply::Records`].
    Records(Known, Choices),
    /// These records, under the name of the file. The reply is [`Reply::File`].
    TakeRecords(Known, Choices, String),
}

/// What is taken away as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Export {
    /// The rows in view.
    Rows,
    /// The problems that are kept.
    Problems,
    /// The rows that are not loaded.
    BadRows,
}

/// What the view gets.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Reply {
    /// So many bytes more are wanted.
    Further(u64),
    /// What a file is.
    Looked(Box<Looked>),
    /// How many rows there are so far, and how many problems.
    Progress(u64, u64),
    /// The table is open: what it is, and the first questions of its view with their answers.
    Opened(Box<About>, Vec<(Question, Answer)>),
    /// What is shown.
    Answers(Vec<Answer>),
    /// How much is in each part of a comparison.
    Compared(PartCounts),
    /// The text of a file.
    File(String),
    /// What becomes of the rows as records.
    Records(Box<Overview>),
    /// Why there is no reply, in words.
    Failed(String),
}

/// What is being done.
enum Work {
    Nothing,
    Looking(Looking),
    Loading(Box<Loading>),
    Open(Box<OpenTable>),
}

/// Reads, counts and keeps one table.
pub struct TableService {
    countries: Rc<Countries>,
    decoders: Decoders,
    work: Work,
}

impl TableService {
    /// A service without a table. `decoders` reads what is not UTF-8.
    pub fn new(countries: Rc<Countries>, decoders: Decoders) -> Self {
        Self { countries, decoders, work: Work::Nothing }
    }

    /// Answers a request; `bytes` are those of [`Request::Push`].
    pub fn handle(&mut self, request: Request, bytes: &[u8]) -> Reply {
        self.reply(request, bytes).unwrap_or_else(Reply::Failed)
    }

    fn reply(&mut self, request: Request, bytes: &[u8]) -> Result<Reply, String> {
        match request {
            Request::Look(size, choice) => {
                let looking = Looking::new(size, choice)?;
                let first = looking.first();
                self.work = Work::Looking(looking);
                Ok(Reply::Further(first))
            }
            Request::Load { size, encoding, format, mapping } => {
                let (decoders, countries) = (self.decoders, self.countries.clone());
                let loading = Loading::new(size, encoding, format, mapping, decoders, countries)?;
                self.work = Work::Loading(Box::new(loading));
                Ok(Reply::Progress(0, 0))
            }
            Request::Push => match &mut self.work {
                Work::Looking(looking) => {
                    Ok(match looking.push(bytes, self.decoders, &self.countries)? {
                        Look::Further(bytes) => Reply::Further(bytes),
                        Look::Done(looked) => Reply::Looked(looked),
                    })
                }
                Work::Loading(loading) => {
                    let (rows, problems) = loading.push(bytes)?;
                    Ok(Reply::Progress(rows, problems))
                }
                Work::Nothing | Work::Open(_) => Err(NOTHING.to_owned()),
            },
            Request::Finish => match std::mem::replace(&mut self.work, Work::Nothing) {
                Work::Loading(loading) => self.open(*loading),
                _ => Err(NOTHING.to_owned()),
            },
            Request::Step { filters, brushed, questions } => {
                let countries = self.countries.clone();
                let table = self.table()?;
                table.filter(&filters, brushed, &countries);
                let answers = questions.iter().map(|question| table.answer(question, &countries));
                Ok(Reply::Answers(answers.collect()))
            }
            Request::ExpectFilter(dimension) => {
                self.table()?.expect_filter(dimension);
                Ok(Reply::Answers(Vec::new()))
            }
            Request::Compare(records) => Ok(Reply::Compared(self.table()?.compare(&records))),
            Request::Export(filters, export) => {
                let countries = self.countries.clone();
                let table = self.table()?;
                table.filter(&filters, None, &countries);
                Ok(Reply::File(table.export(export)))
            }
            Request::Records(known, choices) => {
                let tables = known.tables(self.countries.clone());
                let intake = self.table()?.records(&tables, &choices)?;
                Ok(Reply::Records(Box::new(intake.overview)))
            }
            Request::TakeRecords(known, choices, name) => {
                let tables = known.tables(self.countries.clone());
                let intake = self.table()?.records(&tables, &choices)?;
                Ok(Reply::File(intake.to_json(&name, &tables)))
            }
        }
    }

    fn open(&mut self, loading: Loading) -> Result<Reply, String> {
        let countries = self.countries.clone();
        let loaded = loading.finish()?;
        let about = About::of(&loaded, &countries);
        let mut table = OpenTable::new(loaded, &about);
        let questions = first_questions(&about).into_iter().map(|question| {
            let answer = table.answer(&question, &countries);
            (question, answer)
        });
        let answers = questions.collect();
        self.work = Work::Open(Box::new(table));
        Ok(Reply::Opened(Box::new(about), answers))
    }

    fn table(&mut self) -> Result<&mut OpenTable, String> {
        match &mut self.work {
            Work::Open(table) => Ok(table),
            _ => Err(NOTHING.to_owned()),
        }
    }
}

/// What is said to a request that does not fit what is being done.
const NOTHING: &str = "No table is open.";
