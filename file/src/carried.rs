//! What the page carries and hands over, so that this module need not carry it, too.

/// The texts are those that the page embeds.
#[derive(Debug)]
pub struct Carried {
    /// The packed map.
    pub map: Vec<u8>,
    /// The countries of the records, in JSON.
    pub countries: String,
    /// The events of the records, in JSON.
    pub events: String,
}
