//! The service as a worker runs it: what the script of the worker calls (`assets/table-worker.js`).

use std::cell::RefCell;
use std::rc::Rc;

use explorer_meaning::country::Countries;
use explorer_table::message::{pack, unpack};
use explorer_table::{Reply, TableService};
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

use super::decoders::decoders;
use super::link::file_of;

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
