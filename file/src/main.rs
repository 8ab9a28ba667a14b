//! What the page calls of the module, once it has loaded it.

#[cfg(target_arch = "wasm32")]
mod exports {
    use wasm_bindgen::prelude::*;
    use web_sys::{Element, File};

    /// Puts the view into an element.
    #[wasm_bindgen]
    pub fn mount(place: Element) {
        explorer_file::ui::mount(&place);
    }

    /// Opens a file that was dropped onto the page.
    #[wasm_bindgen]
    pub fn open(file: File) {
        explorer_file::ui::open(file);
    }
}

fn main() {}
