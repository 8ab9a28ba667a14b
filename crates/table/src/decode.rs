//! Bytes of a file as text.

use explorer_reader::Utf8Chunks;
use explorer_reader::encoding::Encoding;

/// Takes text, or says why no more is wanted.
pub type Take<'t> = dyn FnMut(&str) -> Result<(), String> + 't;

/// Makes text of bytes that come in pieces.
pub trait Decode {
    /// Hands the text of the next bytes on; `last` says that none follow.
    ///
    /// # Errors
    /// What `take` says, and what cannot be decoded, in words.
    fn push(&mut self, bytes: &[u8], last: bool, take: &mut Take<'_>) -> Result<(), String>;
}

/// A decoder from the beginning of a file, of any encoding but UTF-8; or why there is none, in words.
/// Browsers have them.
pub type Decoders = fn(Encoding) -> Result<Box<dyn Decode>, String>;

/// A decoder from the beginning of a file: UTF-8 by ourselves, as a browser would make UTF-16 of it first.
pub(crate) fn decoder(encoding: Encoding, others: Decoders) -> Result<Box<dyn Decode>, String> {
    match encoding {
        Encoding::Utf8 => Ok(Box::new(Utf8(Utf8Chunks::default()))),
        _ => others(encoding),
    }
}

struct Utf8(Utf8Chunks);

impl Decode for Utf8 {
    fn push(&mut self, bytes: &[u8], last: bool, take: &mut Take<'_>) -> Result<(), String> {
        let mut outcome = Ok(());
        let mut hand = |text: &str| {
            if outcome.is_ok() {
                outcome = take(text);
            }
        };
        self.0.push(bytes, &mut hand);
        if last {
            self.0.finish(&mut hand);
        }
        outcome
    }
}
