//! The way to a service.

use std::rc::Rc;

use explorer_table::message::{pack, unpack};
use explorer_table::{Reply, Request};
use js_sys::{Function, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use super::script::Module;
use super::worker::WorkerLink;

/// The way to a service that reads and keeps one table.
#[derive(Clone)]
pub enum Link {
    /// In a worker: the page can answer meanwhile, and the worker's memory goes with it.
    Worker(Rc<WorkerLink>),
    /// On the page, where no worker can be had: what answers.
    Here(Function),
}

/// Why there is no reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gone {
    /// Nobody waits for it any more.
    Ended,
    /// The service broke.
    Broken,
    /// The service says why, in words.
    Failed(String),
}

/// What is said when a service broke.
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
    /// A service in a worker, given the countries in JSON. `None` if there is none to be had: old browsers
    /// have none, and hosts may forbid it.
    pub async fn to_worker(module: &Module, countries: &str) -> Option<Self> {
        WorkerLink::start(module, countries).await.map(|worker| Self::Worker(Rc::new(worker)))
    }

    /// A service on the page, given the countries in JSON.
    ///
    /// # Errors
    /// Why there is none, in words.
    pub async fn here(module: &Module, countries: &str) -> Result<Self, String> {
        module.serve_here(countries).await.map(Self::Here)
    }

    /// Whether the service is on the page, which cannot answer while it works.
    pub fn is_here(&self) -> bool {
        matches!(self, Self::Here(_))
    }

    async fn send(&self, request: &Request, bytes: Option<Uint8Array>) -> Result<JsValue, Gone> {
        let request = Uint8Array::from(pack(request).as_slice());
        match self {
            Self::Worker(worker) => worker.send(&request, bytes.as_ref()).await,
            Self::Here(answer) => {
                let bytes = bytes.map_or(JsValue::UNDEFINED, JsValue::from);
                answer.call2(&JsValue::NULL, &request, &bytes).map_err(|_| Gone::Broken)
            }
        }
    }

    /// Asks for something; `bytes` are those of [`Request::Push`], and belong to the service afterwards.
    /// Requests are answered in their order.
    ///
    /// # Errors
    /// Why there is no reply.
    pub async fn ask(&self, request: Request, bytes: Option<Uint8Array>) -> Result<Reply, Gone> {
        reply(&self.send(&request, bytes).await?)
    }

    /// Asks for a file.
    ///
    /// # Errors
    /// Why there is none.
    pub async fn ask_file(&self, request: Request) -> Result<Blob, Gone> {
        match self.send(&request, None).await?.dyn_into() {
            Ok(file) => Ok(file),
            Err(other) => Err(reply(&other).err().unwrap_or_else(Gone::unknown)),
        }
    }

    /// Ends the service. Whoever waits for a reply gets none.
    pub fn end(&self) {
        if let Self::Worker(worker) = self {
            worker.end();
        }
    }
}

/// A reply that is packed.
fn reply(packed: &JsValue) -> Result<Reply, Gone> {
    let bytes = packed.dyn_ref::<Uint8Array>().ok_or_else(Gone::unknown)?;
    match unpack(&bytes.to_vec()).ok_or_else(Gone::unknown)? {
        Reply::Failed(words) => Err(Gone::Failed(words)),
        reply => Ok(reply),
    }
}
