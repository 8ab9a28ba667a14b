//! What the page calls of the module, once it has loaded it.

#[cfg(target_arch = "wasm32")]
mod exports {
    use wasm_bindgen::prelude::*;
    use web_sys::{Element, File};

    /// Puts the view into an element. The page hands over its packed map.
    #[wasm_bindgen]
    pub fn mount(parent: Element, map: &[u8]) {
        explorer_file::app::mount(&parent, map);
    }

    /// Opens a file that was dropped onto the page.
    #[wasm_bindgen]
    pub fn open(file: File) {
        explorer_file::app::open(file);
    }
}

fn main() {}
