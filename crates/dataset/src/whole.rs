//! Whole numbers from 0 to 4,294,967,295, told in words that an editor of the data knows. (What is
//! derived would say `expected u32`.)

use std::fmt;

use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

struct Whole(u32);

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_u64(WholeVisitor)
    }
}

struct WholeVisitor;

impl Visitor<'_> for WholeVisitor {
    type Value = Whole;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number from 0 to 4294967295")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Whole, E> {
        u32::try_from(number)
            .map(Whole)
            .map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }
}

/// A whole number.
pub(super) fn required<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    Whole::deserialize(deserializer).map(|whole| whole.0)
}

/// A whole number or `null`.
pub(super) fn optional<'de, D>(deserializer: D) -> Result<Option<u32>, D::Error>
where
    D: Deserializer<'de>,
{
    Ok(Option::<Whole>::deserialize(deserializer)?.map(|whole| whole.0))
}
