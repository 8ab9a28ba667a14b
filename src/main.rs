//! Mounts the page, and hands over what it carries.

#[cfg(target_arch = "wasm32")]
mod exports {
    use explorer::records::texts;
    use explorer_embedded::MAP;
    use js_sys::Uint8Array;
    use wasm_bindgen::prelude::*;

    /// What the page carries, for the view of a reader's own file: the packed map, the countries and
    /// the events. That is another Wasm module, which then need not carry them, too.
    #[wasm_bindgen]
    pub fn carried() -> Vec<JsValue> {
        let texts = texts();
        vec![Uint8Array::from(MAP).into(), texts.countries.into(), texts.events.into()]
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    explorer::app::mount();
    #[cfg(not(target_arch = "wasm32"))]
    println!("This is a web page. Run `cargo xtask serve` and open the address that it prints.");
}
