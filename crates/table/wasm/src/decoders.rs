//! The browser's decoders, for all encodings but UTF-8.

use explorer_reader::encoding::Encoding;
use explorer_table::decode::{Decode, Take};
use web_sys::{TextDecodeOptions, TextDecoder};

struct Browser(TextDecoder);

/// A decoder from the beginning of a file.
///
/// # Errors
/// If the browser does not know the encoding.
pub fn decoders(encoding: Encoding) -> Result<Box<dyn Decode>, String> {
    let label = encoding.label();
    match TextDecoder::new_with_label(label) {
        Ok(decoder) => Ok(Box::new(Browser(decoder))),
        Err(_) => Err(format!(
            "The file is in {label}, which this browser cannot read. Save it as UTF-8."
        )),
    }
}

impl Decode for Browser {
    fn push(&mut self, bytes: &[u8], last: bool, take: &mut Take<'_>) -> Result<(), String> {
        let options = TextDecodeOptions::new();
        options.set_stream(!last);
        let text = self.0.decode_with_u8_array_and_options(bytes, &options);
        take(&text.map_err(|_| "The browser could not decode the file.".to_owned())?)
    }
}
