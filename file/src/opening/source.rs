//! Where a table comes from: a file on the reader's machine, a sheet of a workbook, or a text that was
//! pasted.

use std::rc::Rc;

use explorer_reader::Utf8Chunks;
use explorer_reader::encoding::Encoding;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, TextDecodeOptions, TextDecoder};

use super::workbook::Workbook;

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

/// Makes text of bytes that come in slices.
#[derive(Debug)]
pub enum Decoder {
    /// UTF-8, by ourselves: a browser would make UTF-16 of it first.
    Utf8(Utf8Chunks),
    /// Anything else, by the browser.
    Browser(TextDecoder),
}

impl Decoder {
    /// A decoder from the beginning of a file.
    ///
    /// # Errors
    /// If the browser does not know the encoding.
    pub fn new(encoding: Encoding) -> Result<Self, String> {
        if encoding == Encoding::Utf8 {
            return Ok(Self::Utf8(Utf8Chunks::default()));
        }
        let label = encoding.label();
        let decoder = TextDecoder::new_with_label(label);
        decoder.map(Self::Browser).map_err(|_| {
            format!("The file is in {label}, which this browser cannot read. Save it as UTF-8.")
        })
    }

    /// Hands the text of the next bytes on; `last` says that none follow.
    ///
    /// # Errors
    /// What `take` says, and what the browser cannot decode.
    pub fn push(
        &mut self,
        bytes: &Uint8Array,
        last: bool,
        take: &mut dyn FnMut(&str) -> Result<(), String>,
    ) -> Result<(), String> {
        match self {
            Self::Utf8(chunks) => {
                let mut outcome = Ok(());
                let mut hand = |text: &str| {
                    if outcome.is_ok() {
                        outcome = take(text);
                    }
                };
                chunks.push(&bytes.to_vec(), &mut hand);
                if last {
                    chunks.finish(&mut hand);
                }
                outcome
            }
            Self::Browser(decoder) => {
                let options = TextDecodeOptions::new();
                options.set_stream(!last);
                let text = decoder
                    .decode_with_js_u8_array_and_options(bytes, &options)
                    .map_err(|_| "The browser could not decode the file.".to_owned())?;
                take(&text)
            }
        }
    }
}
