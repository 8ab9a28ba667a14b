//! Requests and replies as bytes, to be sent to a worker and back.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value as bytes; none if it cannot be packed, which [`unpack`] then tells.
pub fn pack<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}

/// The value that was packed; `None` for bytes that are none of its kind.
pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
