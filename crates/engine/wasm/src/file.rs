//! A file's bytes on their way to a table that is ready for filters, as the page loads them.

use std::rc::Rc;

use explorer_loader::{Beginning, Failure, Loader};
use explorer_meaning::country::Countries;
use explorer_reader::Utf8Chunks;
use wasm_bindgen::prelude::*;

/// Loads a UTF-8 file in CSV, TSV or JSON that comes in slices, with what its columns seem to be after
/// the first of them.
#[wasm_bindgen]
#[derive(Debug)]
pub struct File {
    countries: Rc<Countries>,
    chunks: Utf8Chunks,
    loader: Option<Loader>,
}

#[wasm_bindgen]
impl File {
    /// Nothing is loaded yet.
    ///
    /// # Errors
    /// None.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Self, JsError> {
        // The countries of the records are not part of this module.
        let countries = Countries::from_json("[]").map_err(|words| JsError::new(&words))?;
        Ok(Self { countries: Rc::new(countries), chunks: Utf8Chunks::default(), loader: None })
    }

    /// Loads the next slice.
    ///
    /// # Errors
    /// If it is no table, or more than the engine can hold.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), JsError> {
        let Self { countries, chunks, loader } = self;
        let mut failure = None;
        chunks.push(bytes, &mut |text| {
            if failure.is_none() {
                failure = load(text, loader, countries).err();
            }
        });
        failure.map_or(Ok(()), |failure| Err(sentence(failure)))
    }

    /// Sorts and counts what was loaded, and returns how many rows it has. The file is used up.
    ///
    /// # Errors
    /// As `push`.
    pub fn finish(self) -> Result<usize, JsError> {
        let Self { countries, mut chunks, mut loader } = self;
        let mut result = Ok(());
        chunks.finish(&mut |text| result = load(text, &mut loader, &countries));
        result.map_err(sentence)?;
        let loader = loader.ok_or_else(|| JsError::new("The file is empty."))?;
        Ok(loader.finish().map_err(sentence)?.view.in_view() as usize)
    }
}

fn load(text: &str, loader: &mut Option<Loader>, countries: &Rc<Countries>) -> Result<(), Failure> {
    let loader = match loader {
        Some(loader) => loader,
        None => {
            let Beginning { format, mapping, .. } = Beginning::of(text, false, countries)?;
            loader.insert(Loader::new(format, mapping, countries.clone()))
        }
    };
    loader.push(text)
}

fn sentence(failure: Failure) -> JsError {
    JsError::new(&failure.to_string())
}
