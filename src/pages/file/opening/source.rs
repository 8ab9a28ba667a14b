//! Where a table comes from: a file on the reader's machine, a sheet of a workbook, or a text that was
//! pasted.

use std::rc::Rc;

use explorer_intake::own_file::as_table;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

use super::workbook::Workbook;

/// Files of records that the explorer has written are smaller, in bytes: it is read as a whole.
const LARGEST_OWN: f64 = 64e6;

/// A file, the text of a sheet, or a pasted text. It is read anew whenever it is needed, and never kept in memory
/// here: the text of a sheet, or a pasted one, is the browser's.
#[derive(Debug, Clone)]
pub struct Source {
    blob: Blob,
    /// The file's name.
    pub name: String,
    /// The workbook that it is a sheet of, and the sheet's place in it.
    pub sheet: Option<(Rc<Workbook>, usize)>,
}

impl Source {
    /// A file.
    pub fn of_file(file: File) -> Self {
        let name = file.name();
        Self { blob: file.into(), name, sheet: None }
    }

    /// The text of a sheet.
    pub fn of_sheet(text: Blob, workbook: Rc<Workbook>, at: usize) -> Self {
        Self { blob: text, name: workbook.name_of(at), sheet: Some((workbook, at)) }
    }

    /// A pasted text, in parts that follow each other. They go from the browser to the browser: a
    /// large one would take twice its room here.
    pub fn of_text(parts: &js_sys::Array) -> Option<Self> {
        let blob = Blob::new_with_str_sequence(parts).ok()?;
        Some(Self { blob, name: "Pasted table".to_owned(), sheet: None })
    }

    /// The table in a file of JSON that the explorer has written itself; any other file as it is.
    pub async fn into_tidy_table(self) -> Self {
        if !self.name.to_ascii_lowercase().ends_with(".json") || self.size() > LARGEST_OWN {
            return self;
        }
        let text = JsFuture::from(self.blob.text()).await.ok().and_then(|text| text.as_string());
        let table = text.and_then(|text| as_table(&text));
        let blob = table
            .and_then(|table| Blob::new_with_str_sequence(&js_sys::Array::of1(&table.into())).ok());
        match blob {
            Some(blob) => Self { blob, ..self },
            None => self,
        }
    }

    /// The file itself.
    pub fn blob(&self) -> &Blob {
        &self.blob
    }

    /// Its size in bytes; a whole number.
    pub fn size(&self) -> f64 {
        self.blob.size()
    }

    /// The bytes from `from` to before `to`.
    ///
    /// # Errors
    /// If the browser cannot read it, in words: it was moved, changed or taken away, say.
    pub async fn bytes(&self, from: f64, to: f64) -> Result<Uint8Array, String> {
        let unreadable = |error: JsValue| {
            let message =
                error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
            format!(
                "The browser cannot read {}; perhaps it was moved or changed. {}",
                self.name,
                message.unwrap_or_default()
            )
        };
        let slice = self.blob.slice_with_f64_and_f64(from, to).map_err(unreadable)?;
        let buffer = JsFuture::from(slice.array_buffer()).await.map_err(unreadable)?;
        Ok(Uint8Array::new(&buffer))
    }
}
