//! What the page as one file calls before all else (`assets/unpacked.js`).

#[cfg(target_arch = "wasm32")]
mod exports {
    use wasm_bindgen::prelude::*;

    /// The bytes that were packed, with what they had in common.
    ///
    /// # Errors
    /// That they are damaged.
    #[wasm_bindgen]
    pub fn unpack(packed: &[u8], known: &[u8]) -> Result<Vec<u8>, JsValue> {
        explorer_packed::unpack(packed, known)
            .map_err(|_| "This copy of the page is damaged.".into())
    }
}

fn main() {}
