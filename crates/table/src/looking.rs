//! A look at the beginning of a file.

use std::collections::BTreeMap;

use explorer_loader::Beginning;
use explorer_meaning::country::Countries;
use explorer_reader::encoding::{self, Encoding};
use explorer_reader::{Refusal, limit};
use serde::{Deserialize, Serialize};

use crate::decode::{Decode, Decoders, decoder};
use crate::read_choice::ReadChoice;

/// The largest piece that is asked for, in bytes.
const PIECE: u64 = 4 << 20;

/// What a file was judged to be.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Looked {
    /// Its encoding.
    pub encoding: Encoding,
    /// What its beginning says.
    pub beginning: Beginning,
    /// The names of countries in other languages among its first values, for
    /// [`Countries::with_names`].
    pub names: BTreeMap<String, String>,
}

/// What follows a piece.
pub enum Look {
    /// So many bytes more are wanted.
    Further(u64),
    /// Enough is known.
    Done(Box<Looked>),
}

/// A file that is being looked at, as far as a reader has not chosen how it is read.
pub struct Looking {
    size: u64,
    choice: ReadChoice,
    read: u64,
    text: String,
    /// Made with the first piece.
    decoder: Option<(Encoding, Box<dyn Decode>)>,
}

impl Looking {
    /// Begins with a file of so many bytes; the first piece is to have [`first`](Self::first).
    ///
    /// # Errors
    /// If it is too large, in words.
    pub fn new(size: u64, choice: ReadChoice) -> Result<Self, String> {
        limit::fits(size, 1, limit::ALLOWED).map_err(words)?;
        Ok(Self { size, choice, read: 0, text: String::new(), decoder: None })
    }

    /// How many bytes the first piece is to have.
    pub fn first(&self) -> u64 {
        self.size.min(encoding::FIRST_BYTES as u64)
    }

    /// Takes the next piece.
    ///
    /// # Errors
    /// Why the file cannot be opened, in words.
    pub fn push(
        &mut self,
        bytes: &[u8],
        others: Decoders,
        countries: &Countries,
    ) -> Result<Look, String> {
        let (encoding, decoder) = match &mut self.decoder {
            Some(known) => known,
            none => {
                let encoding = judge(bytes, self.choice, others)?;
                none.insert((encoding, decoder(encoding, others)?))
            }
        };
        self.read = self.read.saturating_add(bytes.len() as u64);
        // A file that has become shorter has no more to give.
        let complete = self.read >= self.size || bytes.is_empty();
        decoder.push(bytes, complete, &mut |piece| {
            self.text.push_str(piece);
            Ok(())
        })?;
        let wanted = Beginning::wanted(&self.text, complete).map_err(words)?;
        if !complete && self.text.len() < wanted {
            return Ok(Look::Further(PIECE.min(wanted as u64).min(self.size - self.read)));
        }
        let beginning = Beginning::chosen(&self.text, complete, self.choice.format, countries);
        let beginning = beginning.map_err(words)?;
        // Now that the number of columns is known, so is what it would need.
        limit::fits(self.size, beginning.header.len(), limit::ALLOWED).map_err(words)?;
        let names = countries.names_among(&beginning.columns);
        Ok(Look::Done(Box::new(Looked { encoding: *encoding, beginning, names })))
    }
}

fn judge(first: &[u8], choice: ReadChoice, others: Decoders) -> Result<Encoding, String> {
    let sniffed = encoding::sniff(first).map_err(words)?;
    if let Some(chosen) = choice.encoding {
        return Ok(chosen);
    }
    Ok(encoding::guess(first, sniffed, &mut |candidate, lines| {
        let mut text = String::new();
        let decoded = decoder(candidate, others).ok()?.push(lines, true, &mut |piece| {
            text.push_str(piece);
            Ok(())
        });
        decoded.ok().map(|()| text)
    }))
}

fn words(refusal: Refusal) -> String {
    refusal.to_string()
}
