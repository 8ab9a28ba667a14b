//! What the page calls of the module, once it has loaded it.

#[cfg(target_arch = "wasm32")]
mod exports {
    use wasm_bindgen::prelude::*;
    use web_sys::{Element, File};

    /// Puts the view into an element.
    #[wasm_bindgen]
    pub fn mount(parent: Element) {
        explorer_file::app::mount(&parent);
    }

    /// Opens a file that was dropped onto the page.
    #[wasm_bindgen]
    pub fn open(file: File) {
        explorer_file::app::open(file);
    }
}

fn main() {}
