//! What the page calls of the module, once it has loaded it.

#[cfg(target_arch = "wasm32")]
mod exports {
    use explorer_file::carried::Carried;
    use wasm_bindgen::prelude::*;
    use web_sys::{Element, File};

    /// Puts the view into an element. The page hands over what it carries (`src/main.rs`), and where the
    /// script is that reads workbooks, if it has one.
    #[wasm_bindgen]
    pub fn mount(
        parent: Element,
        workbooks: Option<String>,
        map: Vec<u8>,
        countries: String,
        events: String,
    ) {
        explorer_file::app::mount(&parent, Carried { workbooks, map, countries, events });
    }

    /// Opens a file that was dropped onto the page.
    #[wasm_bindgen]
    pub fn open(file: File) {
        explorer_file::app::open(file);
    }
}

fn main() {}
