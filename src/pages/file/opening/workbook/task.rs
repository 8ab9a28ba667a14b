//! The worker that reads a workbook (`assets/workbook-worker.js`): one for each question, so that nothing of
//! it stays in memory, and what goes wrong in it goes with it.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, MessageEvent, Worker};

use super::Sheet;
use crate::pages::file::service::start_workbook_worker;
use crate::pages::file::store::{Attempt, FileStore};

/// What is said of an answer that is none.
pub const BROKEN: &str = "The workbook could not be read. Save the sheet as CSV.";
const INCOMPLETE: &str = "What reads workbooks could not be loaded. Reload the page.";
const ONE_FILE: &str = "This page is one file, which does not read XLSX and ODS; on a host, it does. \
    Save the sheet as CSV, and open that.";

/// A worker at work.
#[derive(Debug)]
pub struct Task {
    worker: Worker,
    /// Ends the wait for its answer.
    settle: Function,
}

impl Task {
    /// Stops it. Whoever waits for its answer gets none.
    pub fn end(&self) {
        self.worker.terminate();
        _ = self.settle.call0(&JsValue::NULL);
    }
}

/// What the worker says of a workbook.
pub struct Answer {
    /// Its sheets, unless one was asked for.
    pub sheets: Vec<Sheet>,
    /// The sheet that was read, and its text: the one that was asked for, or the only one with a value.
    pub read: Option<(usize, Blob)>,
}

/// Asks for the sheets of a workbook, or for the text of one.
///
/// # Errors
/// Why it cannot be read, in words.
pub async fn ask(
    store: FileStore,
    attempt: Attempt,
    file: &Blob,
    sheet: Option<usize>,
) -> Result<Answer, String> {
    let worker = start_workbook_worker().await?.ok_or(ONE_FILE)?;
    if store.is_over(attempt) {
        // Nobody waits for it.
        worker.terminate();
        return Err(String::new());
    }
    let mut settle = None;
    let answered = Promise::new(&mut |resolve, reject| {
        worker.set_onmessage(Some(&resolve));
        worker.set_onerror(Some(&reject));
        settle = Some(resolve);
    });
    let sheet = sheet.map_or(JsValue::UNDEFINED, JsValue::from);
    worker.post_message(&Array::of2(file, &sheet)).map_err(|_| BROKEN)?;
    if let Some(settle) = settle {
        store.keep_task(Task { worker: worker.clone(), settle });
    }
    let answered = JsFuture::from(answered).await;
    worker.terminate();
    let message = answered.map_err(|_| INCOMPLETE)?;
    let data = message.dyn_into::<MessageEvent>().map_err(|_| BROKEN)?.data();
    match data.as_string() {
        Some(words) => Err(words),
        None => answer(&data.into()).ok_or_else(|| BROKEN.to_owned()),
    }
}

fn answer(parts: &Array) -> Option<Answer> {
    let sheets = Array::from(&parts.get(0));
    let sheets = sheets.iter().map(|sheet| {
        let sheet = Array::from(&sheet);
        let number = |at: u32| sheet.get(at).as_f64().unwrap_or_default() as u32;
        let (rows, columns) = (number(2), number(3));
        Some(Sheet {
            name: sheet.get(0).as_string()?,
            is_hidden: sheet.get(1).is_truthy(),
            rows,
            columns,
        })
    });
    let sheets = sheets.collect::<Option<_>>()?;
    let read = match parts.get(1).as_f64() {
        Some(at) => Some((at as usize, parts.get(2).dyn_into().ok()?)),
        None => None,
    };
    Some(Answer { sheets, read })
}
