//! What kind of workbook a file is, and whether its parts are whole: asked before any of them is read.

use std::io::{BufReader, Cursor, Read, Write};

use memchr::memmem;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::refusal::Refusal;
use crate::texts;

/// The largest file that is read, in bytes: it is in memory as a whole, pictures included.
pub const LARGEST_FILE: u64 = 512 << 20;

/// The most that its parts may have together once they are unpacked. A sheet is never in memory as a
/// whole, but all texts of a workbook are.
const UNPACKED: u64 = 1 << 30;

/// What a file of Microsoft's older container begins with: XLS, and what is encrypted.
const CONTAINER: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Office Open XML.
    Xlsx,
    /// `OpenDocument`.
    Ods,
}

/// What is known of a workbook before it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Package {
    /// Its format.
    pub kind: Kind,
    /// Whether a sheet of XLSX may have merged cells. They stand behind all other cells, so looking for
    /// them would take as long as reading the sheet.
    pub has_merged: bool,
}

/// Which kind of workbook this is.
///
/// Every part that is read later is unpacked once, without keeping it, so that its length and checksum
/// are known to be true: an archive may say less of a part than it has.
///
/// # Errors
/// If it is none that can be read.
pub(crate) fn look(bytes: &[u8]) -> Result<Package, Refusal> {
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(Refusal::LargeFile { bytes: bytes.len() as u64, most: LARGEST_FILE });
    }
    if bytes.starts_with(CONTAINER) {
        return Err(match has_encrypted_package(bytes) {
            true => Refusal::Encrypted,
            false => Refusal::OtherFormat("an old Office file, perhaps an XLS table"),
        });
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(Refusal::damaged)?;
    let mut unpacked = 0_u64;
    let mut names = Vec::new();
    for at in 0..zip.len() {
        let part = zip.by_index_raw(at).map_err(Refusal::damaged)?;
        let name = part.name().map_err(Refusal::damaged)?.to_lowercase();
        let is_read = is_text(&name);
        if is_read && part.encrypted() {
            return Err(Refusal::Encrypted);
        }
        unpacked = unpacked.saturating_add(if is_read { part.size() } else { 0 });
        names.push(name);
    }
    let has = |name: &str| names.iter().any(|known| known == name);
    let kind = if has("content.xml") && has("mimetype") {
        Kind::Ods
    } else if has("encrypted-package") {
        return Err(Refusal::Encrypted);
    } else if names.iter().any(|name| name.ends_with("workbook.bin")) {
        return Err(Refusal::OtherFormat("an XLSB table"));
    } else if has("[content_types].xml") && names.iter().any(|name| name.contains("workbook")) {
        Kind::Xlsx
    } else {
        return Err(Refusal::NoWorkbook);
    };
    if unpacked > UNPACKED {
        return Err(Refusal::LargeUnpacked { bytes: unpacked, most: UNPACKED });
    }
    let mut search = Search::default();
    for (at, name) in names.iter().enumerate().filter(|(_, name)| is_text(name)) {
        let mut part = zip.by_index(at).map_err(|error| unreadable(name, &error))?;
        let size = part.size();
        // One byte more would be one too many; without it, the checksum is compared.
        let read = std::io::copy(&mut (&mut part).take(size.saturating_add(1)), &mut search);
        if read.map_err(|error| Refusal::Damaged(format!("{name}: {error}")))? != size {
            return Err(Refusal::Damaged(format!("{name} has not the length that is said of it")));
        }
        if kind == Kind::Xlsx && name.ends_with("sharedstrings.xml") {
            drop(part);
            let part = zip.by_index(at).map_err(|error| unreadable(name, &error))?;
            texts::check(BufReader::new(part))?;
        } else if kind == Kind::Ods && name == "meta-inf/manifest.xml" {
            drop(part);
            let mut text = Vec::new();
            let mut part = zip.by_index(at).map_err(|error| unreadable(name, &error))?;
            part.read_to_end(&mut text).map_err(Refusal::damaged)?;
            if contains(&text, b"encryption-data") {
                return Err(Refusal::Encrypted);
            }
        }
    }
    Ok(Package { kind, has_merged: search.found })
}

/// What the merged cells of a sheet stand in.
const MERGED: &[u8] = b"mergeCell";

/// Looks for merged cells in what is written to it, and keeps nothing.
#[derive(Debug, Default)]
struct Search {
    /// The end of what was written, in which they may have begun.
    end: Vec<u8>,
    found: bool,
}

impl Write for Search {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let begin = bytes.get(..bytes.len().min(MERGED.len())).unwrap_or_default();
        self.end.extend_from_slice(begin);
        self.found = self.found || contains(&self.end, MERGED) || contains(bytes, MERGED);
        if let Some(last) = bytes.last_chunk::<{ MERGED.len() }>() {
            self.end = last.to_vec();
        }
        let surplus = self.end.len().saturating_sub(MERGED.len());
        self.end.drain(..surplus);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Whether a part is among those that are read: XML and the name of the format, but no pictures.
fn is_text(name: &str) -> bool {
    name.ends_with(".xml") || name.ends_with(".rels") || name == "mimetype"
}

fn unreadable(name: &str, error: &ZipError) -> Refusal {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Refusal::Encrypted,
        error => Refusal::Damaged(format!("{name}: {error}")),
    }
}

/// Whether the directory of the container, which is in UTF-16, has the entry of an encrypted workbook.
fn has_encrypted_package(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    contains(bytes, &name)
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    memmem::find(bytes, part).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_cells_are_found_wherever_a_piece_ends() {
        let text = b"<sheetData/><mergeCells count=\"1\">";
        for size in 1..text.len() {
            let mut search = Search::default();
            text.chunks(size).for_each(|piece| assert!(search.write_all(piece).is_ok()));
            assert!(search.found, "{size}");
            let mut search = Search::default();
            let other = b"<sheetData/><mergeCelx mergeCelmergeCel>";
            other.chunks(size).for_each(|piece| assert!(search.write_all(piece).is_ok()));
            assert!(!search.found, "{size}");
        }
    }
}
