//! What the page calls of the module, once it has loaded it.

#[cfg(target_arch = "wasm32")]
mod exports {
    use explorer_file::carried::Carried;
    use js_sys::Function;
    use wasm_bindgen::prelude::*;
    use web_sys::{Element, File};

    /// Puts the view into an element. The page hands over what it carries (`src/main.rs`), what starts a
    /// worker with this module, and where the script is that reads workbooks, if it has one.
    #[wasm_bindgen]
    pub fn mount(
        parent: Element,
        start_worker: Function,
        workbooks: Option<String>,
        map: Vec<u8>,
        countries: String,
        events: String,
    ) {
        let carried = Carried { workbooks, map, countries, events };
        explorer_file::app::mount(&parent, carried, start_worker);
    }

    /// Makes the service of a worker.
    ///
    /// # Errors
    /// If the countries are damaged.
    #[wasm_bindgen]
    pub fn serve(countries: String) -> Result<(), String> {
        explorer_file::service::serve::start(&countries)
    }

    /// Answers a request to the service of a worker: bytes, or a file.
    #[wasm_bindgen]
    pub fn answer(request: Vec<u8>, bytes: Option<Vec<u8>>) -> JsValue {
        explorer_file::service::serve::answer(&request, &bytes.unwrap_or_default())
    }

    /// Opens a file that was dropped onto the page.
    #[wasm_bindgen]
    pub fn open(file: File) {
        explorer_file::app::open(file);
    }
}

fn main() {}
