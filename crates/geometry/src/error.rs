//! Why a map cannot be read.

use std::fmt;

/// What is wrong with the text of a map, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapError {
    /// The path to the faulty value, such as `objects.areas.geometries[3]`. Empty if the text as a whole
    /// is at fault.
    pub place: String,
    /// What is wrong there. Where the text is not JSON or has a value of another type, the message ends with
    /// the line and the column.
    pub message: String,
}

impl MapError {
    /// An error at a place.
    pub fn new(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { place: place.into(), message: message.into() }
    }
}

impl fmt::Display for MapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("map.json: ")?;
        if !self.place.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for MapError {}

#[cfg(not(target_arch = "wasm32"))]
impl From<serde_path_to_error::Error<serde_json::Error>> for MapError {
    fn from(error: serde_path_to_error::Error<serde_json::Error>) -> Self {
        let place = error.path().to_string();
        // The path of the text as a whole is a dot.
        let place = if place == "." { String::new() } else { place };
        Self { place, message: error.inner().to_string() }
    }
}
