//! A file that is being loaded.

use std::rc::Rc;

use explorer_loader::{Loaded, Loader};
use explorer_meaning::country::Countries;
use explorer_meaning::mapping::Mapping;
use explorer_reader::encoding::Encoding;
use explorer_reader::{Format, Refusal, limit};

use crate::decode::{Decode, Decoders, decoder};

/// A file that is being loaded.
pub struct Loading {
    size: u64,
    read: u64,
    loader: Loader,
    decoder: Box<dyn Decode>,
}

impl Loading {
    /// Begins with a file of so many bytes.
    ///
    /// # Errors
    /// If nobody can read its encoding, in words.
    pub fn new(
        size: u64,
        encoding: Encoding,
        format: Format,
        mapping: Mapping,
        others: Decoders,
        countries: Rc<Countries>,
    ) -> Result<Self, String> {
        let loader = Loader::new(format, mapping, countries);
        Ok(Self { size, read: 0, loader, decoder: decoder(encoding, others)? })
    }

    /// Takes the next piece. How many rows there are so far, and how many problems.
    ///
    /// # Errors
    /// Why the file cannot be loaded, in words.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(u64, u64), String> {
        self.read = self.read.saturating_add(bytes.len() as u64);
        let Self { loader, decoder, .. } = self;
        decoder.push(bytes, self.read >= self.size, &mut |piece| {
            loader.push(piece).map_err(|failure| failure.to_string())
        })?;
        let (file, needed, allowed) = (self.size, loader.memory() as u64, limit::ALLOWED);
        if needed > allowed {
            return Err(Refusal::TooLarge { file, needed, allowed }.to_string());
        }
        Ok((loader.rows_so_far(), loader.problems_so_far()))
    }

    /// Sorts and counts what was loaded.
    ///
    /// # Errors
    /// Why the file cannot be loaded, in words.
    pub fn finish(self) -> Result<Loaded, String> {
        self.loader.finish().map_err(|failure| failure.to_string())
    }
}
