//! Mounts the page, and hands over what it carries.

#[cfg(target_arch = "wasm32")]
mod exports {
    use wasm_bindgen::prelude::*;

    /// The packed map, for the view of a reader's own file: that is another Wasm module, which then
    /// need not carry it, too.
    #[wasm_bindgen(js_name = packedMap)]
    pub fn packed_map() -> Vec<u8> {
        explorer_embedded::MAP.to_owned()
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    explorer::app::mount();
    #[cfg(not(target_arch = "wasm32"))]
    println!("This is a web page. Run `cargo xtask serve` and open the address that it prints.");
}
