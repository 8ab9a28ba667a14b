//! Loads a file that comes in pieces.

use std::rc::Rc;

use explorer_engine::Crossfilter;
use explorer_meaning::country::Countries;
use explorer_meaning::mapping::Mapping;
use explorer_reader::json::JsonKind;
use explorer_reader::{Format, TableReader};

use crate::failure::Failure;
use crate::filling::Filling;
use crate::loaded::Loaded;

/// Loads a file piece by piece. Whoever wants to stop drops it.
#[derive(Debug)]
pub struct Loader {
    reader: TableReader,
    filling: Filling,
    is_whole: bool,
    /// Bytes that are held to be read as a whole.
    held: usize,
}

impl Loader {
    /// Nothing is loaded yet. Format and mapping are those of the file's
    /// [`Beginning`](crate::Beginning), or what somebody made of them.
    pub fn new(format: Format, mapping: Mapping, countries: Rc<Countries>) -> Self {
        Self {
            reader: TableReader::new(format),
            filling: Filling::new(mapping, countries),
            is_whole: format == Format::Json(JsonKind::Whole),
            held: 0,
        }
    }

    /// Loads the next piece, of any size; about 1 MiB is quickest.
    ///
    /// # Errors
    /// Why the file cannot be loaded; after that nothing more is taken.
    pub fn push(&mut self, piece: &str) -> Result<(), Failure> {
        self.check()?;
        if self.is_whole {
            self.held = self.held.saturating_add(piece.len());
        }
        if let Err(refusal) = self.reader.push(piece, &mut self.filling) {
            self.filling.failure.get_or_insert(refusal.into());
        }
        self.check()
    }

    fn check(&self) -> Result<(), Failure> {
        self.filling.failure.clone().map_or(Ok(()), Err)
    }

    /// Rows that are loaded so far.
    pub fn rows_so_far(&self) -> u64 {
        self.filling.rows
    }

    /// Problems that were found so far.
    pub fn problems_so_far(&self) -> u64 {
        self.filling.problems.total()
    }

    /// Bytes that are held so far: cells, dictionaries, bad rows. What is kept of problems and of
    /// names that are no countries, up to a few megabytes, is not in it.
    pub fn memory(&self) -> usize {
        self.filling.bytes().saturating_add(self.held)
    }

    /// Loads what is left at the end of the text, and sorts and counts everything. This takes, for as
    /// long as it lasts, about half as much memory again.
    ///
    /// # Errors
    /// Why the file cannot be loaded.
    pub fn finish(self) -> Result<Loaded, Failure> {
        self.check()?;
        let Self { reader, mut filling, .. } = self;
        let summary = reader.finish(&mut filling)?;
        if let Some(failure) = filling.failure {
            return Err(failure);
        }
        let builder = std::mem::take(&mut filling.builder);
        let view = Crossfilter::new(builder.finish()?);
        Ok(Loaded::new(view, filling, summary))
    }
}
