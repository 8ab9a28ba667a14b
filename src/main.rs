//! Mounts the page, and hands over what it carries.

#[cfg(target_arch = "wasm32")]
mod exports {
    use explorer::records::texts;
    use explorer_dataset::Sources;
    use explorer_embedded::MAP;
    use js_sys::{Array, Uint8Array};
    use wasm_bindgen::prelude::*;

    /// What the page carries, for the view of a reader's own file: the packed map, the countries, the
    /// events, and the tables that records are made with. That is another Wasm module, which then need not carry them, too.
    #[wasm_bindgen]
    pub fn carried() -> Vec<JsValue> {
        let Sources { countries, events, codebook, agencies, officials, other_names, .. } = texts();
        let texts = [countries, events, codebook, agencies, officials, other_names];
        let texts: Array = texts.into_iter().map(JsValue::from_str).collect();
        vec![Uint8Array::from(MAP).into(), texts.into()]
    }

    /// Shows records of a reader's own file in all views.
    ///
    /// # Errors
    /// In words for the reader, if the text is none of such records.
    #[wasm_bindgen]
    pub fn show_own(records: String) -> Result<(), String> {
        explorer::app::take_own(records)
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    explorer::app::mount();
    #[cfg(not(target_arch = "wasm32"))]
    println!("This is a web page. Run `cargo xtask serve` and open the address that it prints.");
}
