//! What the page calls of the module, once it has loaded it.

#[cfg(target_arch = "wasm32")]
mod exports {
    use explorer_file::carried::Carried;
    use explorer_table::known::Known;
    use js_sys::Function;
    use wasm_bindgen::prelude::*;
    use web_sys::{Element, File};

    /// Puts the view into an element. The page hands over what it carries (`src/main.rs`), what starts a
    /// worker with this module, where the script is that reads workbooks, if it has one, and what shows
    /// records in all views.
    #[wasm_bindgen]
    pub fn mount(
        parent: Element,
        start_worker: Function,
        workbooks: Option<String>,
        show_own: Function,
        map: Vec<u8>,
        texts: Vec<String>,
    ) {
        let mut texts = texts.into_iter();
        let mut next = || texts.next().unwrap_or_default();
        let (countries, events) = (next(), next());
        let known = Known {
            countries: countries.clone(),
            codebook: next(),
            agencies: next(),
            officials: next(),
            other_names: next(),
        };
        let carried = Carried { workbooks, map, countries, events, known, show_own };
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
