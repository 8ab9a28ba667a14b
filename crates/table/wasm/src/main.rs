//! What the page calls of the module, in a worker or by itself (`assets/table-module.js`). There is one
//! table in it.

#[cfg(target_arch = "wasm32")]
mod decoders;
#[cfg(target_arch = "wasm32")]
mod service;

#[cfg(target_arch = "wasm32")]
mod exports {
    use wasm_bindgen::prelude::*;

    use crate::service;

    /// Makes the service, given the countries in JSON.
    ///
    /// # Errors
    /// If the countries are damaged.
    #[wasm_bindgen]
    pub fn serve(countries: String) -> Result<(), String> {
        service::start(&countries)
    }

    /// Answers a request: by bytes, or by a file.
    #[wasm_bindgen]
    pub fn answer(request: Vec<u8>, bytes: Option<Vec<u8>>) -> JsValue {
        service::answer(&request, &bytes.unwrap_or_default())
    }
}

fn main() {}
