//! Names that stay whatever the address of a copy is.

use sha2::{Digest as _, Sha256};

/// Who compiled the dataset, as `CITATION.cff` has it.
pub const AUTHOR: &str = "The Security Diplomacy Explorer contributors";

/// The SHA-256 of a file, as hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A URN that follows from a name alone: a UUID of version 8 (RFC 9562), of the name's SHA-256.
pub fn urn(name: &str) -> String {
    let mut bytes: Vec<u8> = Sha256::digest(name).into_iter().take(16).collect();
    for (at, keep, set) in [(6, 0x0f, 0x80), (8, 0x3f, 0x80)] {
        if let Some(byte) = bytes.get_mut(at) {
            *byte = *byte & keep | set;
        }
    }
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let parts = [0..8, 8..12, 12..16, 16..20, 20..32].map(|part| hex.get(part).unwrap_or_default());
    format!("urn:uuid:{}", parts.join("-"))
}

/// The name of the dataset, or with a version that of the version.
pub fn of_version(version: &str) -> String {
    urn(&format!("security-diplomacy-explorer dataset {version}"))
}
