//! The way to a service.

use std::cell::RefCell;
use std::rc::Rc;

use explorer_meaning::country::Countries;
use explorer_table::{Reply, Request, TableService};
use js_sys::{Function, Uint8Array};
use web_sys::{Blob, BlobPropertyBag};

use super::decoders::decoders;
use super::worker::WorkerLink;

/// The way to a service that reads and keeps one table.
#[derive(Clone)]
pub enum Link {
    /// In a worker: the page can answer meanwhile, and the worker's memory goes with it.
    Worker(Rc<WorkerLink>),
    /// On the page, where no worker can be had.
    Here(Rc<RefCell<TableService>>),
}

/// Why there is no reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gone {
    /// Nobody waits for it any more.
    Ended,
    /// The worker broke.
    Broken,
    /// The service says why, in words.
    Failed(String),
}

/// What is said when a worker broke.
const BROKEN: &str = "It needs more memory than this browser has, or what reads it broke.";

/// What is said of a reply that is none.
const UNKNOWN: &str = "What reads tables gave no answer. Reload the page.";

impl Gone {
    /// It in words.
    pub fn words(self) -> String {
        match self {
            Self::Ended => String::new(),
            Self::Broken => BROKEN.to_owned(),
            Self::Failed(words) => words,
        }
    }

    /// A reply that does not fit the request.
    pub fn unknown() -> Self {
        Self::Failed(UNKNOWN.to_owned())
    }
}

impl Link {
    /// A service in a worker, which `start` starts. `None` if there is none to be had: old browsers have
    /// none, and hosts may forbid it.
    pub async fn to_worker(start: &Function, countries: &str) -> Option<Self> {
        WorkerLink::start(start, countries).await.map(|worker| Self::Worker(Rc::new(worker)))
    }

    /// A service on the page.
    pub fn here(countries: Rc<Countries>) -> Self {
        Self::Here(Rc::new(RefCell::new(TableService::new(countries, decoders))))
    }

    /// Whether the service is on the page, which cannot answer while it works.
    pub fn is_here(&self) -> bool {
        matches!(self, Self::Here(_))
    }

    /// Asks for something; `bytes` are those of [`Request::Push`], and belong to the service afterwards.
    /// Requests are answered in their order.
    ///
    /// # Errors
    /// Why there is no reply.
    pub async fn ask(&self, request: Request, bytes: Option<Uint8Array>) -> Result<Reply, Gone> {
        let reply = match self {
            Self::Worker(worker) => worker.ask(&request, bytes.as_ref()).await?,
            Self::Here(service) => {
                let bytes = bytes.map_or(Vec::new(), |bytes| bytes.to_vec());
                service.borrow_mut().handle(request, &bytes)
            }
        };
        match reply {
            Reply::Failed(words) => Err(Gone::Failed(words)),
            reply => Ok(reply),
        }
    }

    /// Asks for a file.
    ///
    /// # Errors
    /// Why there is none.
    pub async fn ask_file(&self, request: Request) -> Result<Blob, Gone> {
        match self {
            Self::Worker(worker) => worker.ask_file(&request).await,
            Self::Here(_) => match self.ask(request, None).await? {
                Reply::File(text) => file_of(&text).ok_or_else(Gone::unknown),
                _ => Err(Gone::unknown()),
            },
        }
    }

    /// Ends the service. Whoever waits for a reply gets none.
    pub fn end(&self) {
        if let Self::Worker(worker) = self {
            worker.end();
        }
    }
}

/// A text as a file, which the browser keeps.
pub(super) fn file_of(text: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type("text/csv");
    let parts = js_sys::Array::of1(&text.into());
    Blob::new_with_str_sequence_and_options(&parts, &options).ok()
}
