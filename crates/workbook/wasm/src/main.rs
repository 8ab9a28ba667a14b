//! What the worker of the page calls of the module (`assets/workbook-worker.js`).

#[cfg(target_arch = "wasm32")]
mod exports {
    use explorer_workbook::{LARGEST_FILE, Refusal, Workbook};
    use js_sys::{Array, Uint8Array};
    use wasm_bindgen::prelude::*;

    /// The largest file that is read, in bytes.
    #[wasm_bindgen]
    pub fn largest() -> f64 {
        LARGEST_FILE as f64
    }

    /// Why a file is not read that is larger.
    #[wasm_bindgen]
    pub fn too_large(bytes: f64) -> String {
        Refusal::LargeFile { bytes: bytes as u64, most: LARGEST_FILE }.to_string()
    }

    /// A workbook that was opened.
    #[wasm_bindgen]
    pub struct Book(Workbook);

    #[wasm_bindgen]
    impl Book {
        /// Opens a workbook.
        ///
        /// # Errors
        /// Why it cannot be read, in words.
        #[wasm_bindgen(constructor)]
        pub fn new(bytes: Vec<u8>) -> Result<Self, String> {
            Workbook::open(bytes).map(Self).map_err(words)
        }

        /// Its sheets in their order: the name, whether it is hidden, rows and columns of each.
        ///
        /// # Errors
        /// Why it cannot be read, in words.
        pub fn sheets(&mut self) -> Result<Array, String> {
            let sheets = self.0.sheets().map_err(words)?;
            let parts = sheets.into_iter().map(|sheet| {
                let (rows, columns) = (sheet.rows.into(), sheet.columns.into());
                Array::of4(&sheet.name.into(), &sheet.is_hidden.into(), &rows, &columns)
            });
            Ok(parts.collect())
        }

        /// The text of a sheet in UTF-8, in pieces.
        ///
        /// # Errors
        /// Why it cannot be read, in words.
        pub fn text(&mut self, sheet: usize) -> Result<Array, String> {
            let pieces = Array::new();
            let written = self.0.write(sheet, &mut |piece| {
                pieces.push(&Uint8Array::from(piece.as_bytes()));
            });
            written.map(|_| pieces).map_err(words)
        }
    }

    fn words(refusal: Refusal) -> String {
        refusal.to_string()
    }
}

fn main() {}
