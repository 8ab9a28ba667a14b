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

#[cfg(target_arch = "wasm32")]
mod other_pages {
    use std::pin::Pin;

    use explorer::pages::chunk::Chunk;
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    /// Where the Wasm is split: what this leads to, and nothing else does, is loaded when it is first called.
    /// It is the only such place, so there is one chunk. It stands here and not with the pages, because it
    /// would be exported by the module of a reader's own file, too, with all that it leads to.
    #[wasm_split(pages, wasm_split_path = ::leptos::wasm_split, fallible)]
    fn chunk() -> Result<Chunk, SplitLoaderError> {
        Ok(Chunk::whole())
    }

    /// Loads the chunk.
    pub fn load() -> Pin<Box<dyn Future<Output = Option<Chunk>>>> {
        Box::pin(async { chunk().await.ok() })
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    explorer::app::mount(other_pages::load);
    #[cfg(not(target_arch = "wasm32"))]
    println!("This is a web page. Run `cargo xtask serve` and open the address that it prints.");
}
