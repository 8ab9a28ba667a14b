//! From the JSON texts of a dataset to its typed records.

use std::fmt;

use serde::de::DeserializeOwned;

use super::Dataset;

/// The JSON texts of a dataset, one per file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sources<'a> {
    /// `codebook.json`
    pub codebook: &'a str,
    /// `agencies.json`
    pub agencies: &'a str,
    /// `officials.json`
    pub officials: &'a str,
    /// `countries.json`
    pub countries: &'a str,
    /// `regions.json`
    pub regions: &'a str,
    /// `gsi_support.json`
    pub gsi_support: &'a str,
    /// `events.json`
    pub events: &'a str,
}

impl<'a> Sources<'a> {
    /// Each file's name with its text, always in the same order.
    pub fn files(&self) -> [(&'static str, &'a str); 7] {
        [
            ("codebook.json", self.codebook),
            ("agencies.json", self.agencies),
            ("officials.json", self.officials),
            ("countries.json", self.countries),
            ("regions.json", self.regions),
            ("gsi_support.json", self.gsi_support),
            ("events.json", self.events),
        ]
    }
}

/// Where and why a text is not a file of a dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// File name, such as `events.json`.
    pub file: &'static str,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in bytes; 0 at the very start of a line.
    pub column: usize,
    /// What is wrong and what was expected.
    pub message: String,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, message } = self;
        write!(f, "{file}, line {line}, column {column}: {message}")
    }
}

impl std::error::Error for ParseError {}

impl Dataset {
    /// Parses the texts. Unknown keys, wrong types and dates that do not exist are errors;
    /// whether the records agree with the tables and the codebook says [`super::check::check`].
    pub fn parse(sources: &Sources<'_>) -> Result<Self, ParseError> {
        Ok(Self {
            codebook: file("codebook.json", sources.codebook)?,
            agencies: file("agencies.json", sources.agencies)?,
            officials: file("officials.json", sources.officials)?,
            countries: file("countries.json", sources.countries)?,
            regions: file("regions.json", sources.regions)?,
            gsi_support: file("gsi_support.json", sources.gsi_support)?,
            events: file("events.json", sources.events)?,
        })
    }
}

fn file<T: DeserializeOwned>(name: &'static str, text: &str) -> Result<T, ParseError> {
    // Editors on some systems put a byte order mark in front, which JSON does not allow.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let full = error.to_string();
        let place = format!(" at line {line} column {column}");
        let message = full.strip_suffix(&place).unwrap_or(&full).to_owned();
        ParseError { file: name, line, column, message }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_file_line_and_column_once() {
        let parsed = file::<Vec<String>>("officials.json", "[\n \"a\",\n 7]");
        assert_eq!(
            parsed.map_err(|error| error.to_string()),
            Err("officials.json, line 3, column 2: invalid type: integer `7`, expected a string"
                .to_owned())
        );
    }

    #[test]
    fn takes_a_byte_order_mark() {
        assert_eq!(file::<Vec<String>>("x.json", "\u{feff}[]"), Ok(Vec::new()));
    }
}
