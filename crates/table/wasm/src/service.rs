//! The service of one table, and its answers as they go to the page.

use std::cell::RefCell;
use std::rc::Rc;

use explorer_meaning::country::Countries;
use explorer_table::message::{pack, unpack};
use explorer_table::{Reply, TableService};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag};

use crate::decoders::decoders;

thread_local! {
    static SERVICE: RefCell<Option<TableService>> = const { RefCell::new(None) };
}

/// Makes the service.
///
/// # Errors
/// If the countries are damaged.
pub fn start(countries: &str) -> Result<(), String> {
    console_error_panic_hook::set_once();
    let countries = Rc::new(Countries::from_json(countries)?);
    SERVICE.set(Some(TableService::new(countries, decoders)));
    Ok(())
}

/// Answers a request that is packed, with a reply that is packed, or with a file.
pub fn answer(request: &[u8], bytes: &[u8]) -> JsValue {
    let reply = SERVICE.with_borrow_mut(|service| {
        let request = unpack(request);
        service.as_mut().zip(request).map(|(service, request)| service.handle(request, bytes))
    });
    match reply {
        Some(Reply::File(text)) => file_of(&text).map_or(JsValue::NULL, JsValue::from),
        Some(reply) => Uint8Array::from(pack(&reply).as_slice()).into(),
        None => JsValue::NULL,
    }
}

/// A text as a file, which the browser keeps.
fn file_of(text: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type("text/csv");
    let parts = Array::of1(&text.into());
    Blob::new_with_str_sequence_and_options(&parts, &options).ok()
}
