//! In which encoding a text file is, from its first bytes; or that it is no text.

use serde::{Deserialize, Serialize};

mod guess;

pub use guess::guess;

use crate::refusal::Refusal;

/// How many first bytes of a file are enough to judge it by.
pub const FIRST_BYTES: usize = 64 << 10;

/// The encoding of a text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8: [`crate::Utf8Chunks`] makes text of it.
    Utf8,
    /// Little-endian UTF-16, with or without a byte order mark.
    Utf16Le,
    /// Big-endian UTF-16, with or without a byte order mark.
    Utf16Be,
    /// The encoding of Windows in western Europe.
    Windows1252,
    /// The Chinese encoding, with which GBK and GB2312 are read too.
    Gb18030,
    /// Chinese in Taiwan and Hong Kong.
    Big5,
    /// Japanese of Windows.
    ShiftJis,
    /// Japanese of Unix.
    EucJp,
    /// Korean.
    EucKr,
    /// Central Europe.
    Windows1250,
    /// Cyrillic.
    Windows1251,
    /// Greek.
    Windows1253,
    /// Turkish.
    Windows1254,
    /// Hebrew.
    Windows1255,
    /// Arabic and Persian.
    Windows1256,
    /// Baltic.
    Windows1257,
    /// Vietnamese.
    Windows1258,
    /// Thai.
    Windows874,
    /// Russian of Unix.
    Koi8R,
    /// Western Europe on older Macs.
    MacRoman,
    /// Central Europe, before Windows.
    Iso8859Part2,
    /// Western Europe, with the sign of the euro.
    Iso8859Part15,
    /// Cyrillic, before Windows.
    Iso8859Part5,
    /// Russian of DOS.
    Ibm866,
    /// Ukrainian of Unix.
    Koi8U,
}

/// Each encoding with the label under which a browser's `TextDecoder` knows it
/// (<https://encoding.spec.whatwg.org/#names-and-labels>), and its name for readers.
const ENCODINGS: [(Encoding, &str, &str); 25] = [
    (Encoding::Utf8, "utf-8", "UTF-8"),
    (Encoding::Utf16Le, "utf-16le", "UTF-16"),
    (Encoding::Utf16Be, "utf-16be", "UTF-16 (big-endian)"),
    (Encoding::Windows1252, "windows-1252", "Windows-1252 (Western Europe)"),
    (Encoding::Iso8859Part15, "iso-8859-15", "ISO 8859-15 (Western Europe)"),
    (Encoding::Windows1250, "windows-1250", "Windows-1250 (Central Europe)"),
    (Encoding::Iso8859Part2, "iso-8859-2", "ISO 8859-2 (Central Europe)"),
    (Encoding::Windows1251, "windows-1251", "Windows-1251 (Cyrillic)"),
    (Encoding::Iso8859Part5, "iso-8859-5", "ISO 8859-5 (Cyrillic)"),
    (Encoding::Koi8R, "koi8-r", "KOI8-R (Russian)"),
    (Encoding::Koi8U, "koi8-u", "KOI8-U (Ukrainian)"),
    (Encoding::Ibm866, "ibm866", "IBM 866 (Russian of DOS)"),
    (Encoding::Windows1253, "windows-1253", "Windows-1253 (Greek)"),
    (Encoding::Windows1254, "windows-1254", "Windows-1254 (Turkish)"),
    (Encoding::Windows1255, "windows-1255", "Windows-1255 (Hebrew)"),
    (Encoding::Windows1256, "windows-1256", "Windows-1256 (Arabic)"),
    (Encoding::Windows1257, "windows-1257", "Windows-1257 (Baltic)"),
    (Encoding::Windows1258, "windows-1258", "Windows-1258 (Vietnamese)"),
    (Encoding::Windows874, "windows-874", "Windows-874 (Thai)"),
    (Encoding::MacRoman, "macintosh", "Mac Roman"),
    (Encoding::Gb18030, "gb18030", "GB18030 (Chinese)"),
    (Encoding::Big5, "big5", "Big5 (Chinese)"),
    (Encoding::ShiftJis, "shift_jis", "Shift-JIS (Japanese)"),
    (Encoding::EucJp, "euc-jp", "EUC-JP (Japanese)"),
    (Encoding::EucKr, "euc-kr", "EUC-KR (Korean)"),
];

impl Encoding {
    /// All of them, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        ENCODINGS.iter().map(|(encoding, ..)| *encoding)
    }

    /// The label under which a browser's `TextDecoder` knows it.
    pub fn label(self) -> &'static str {
        ENCODINGS.iter().find(|(known, ..)| *known == self).map_or("utf-8", |(_, label, _)| label)
    }

    /// Its name for readers.
    pub fn words(self) -> &'static str {
        ENCODINGS.iter().find(|(known, ..)| *known == self).map_or("UTF-8", |(.., words)| words)
    }

    /// Whether it is one of the older ones, of which [`guess`] says the likeliest.
    pub fn is_old(self) -> bool {
        !matches!(self, Self::Utf8 | Self::Utf16Le | Self::Utf16Be)
    }
}

/// What files begin with that are often taken for tables, and what to do about them.
/// Signatures: <https://www.garykessler.net/library/file_sigs.html>, and each format's own page.
const KNOWN: &[(&[u8], &str)] = &[
    (
        b"PK\x03\x04",
        "a ZIP file, perhaps an XLSX or ODS table: save the table as CSV, or unpack the archive",
    ),
    (b"\xd0\xcf\x11\xe0", "an old Office file, perhaps an XLS table: save the table as CSV"),
    (b"%PDF", "a PDF file: copy its table into a spreadsheet and save that as CSV"),
    (b"\x1f\x8b", "a gzip archive: unpack it first"),
    (b"BZh", "a bzip2 archive: unpack it first"),
    (b"\xfd7zXZ", "an xz archive: unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive: unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive: unpack it first"),
    (b"Rar!", "a RAR archive: unpack it first"),
    (b"PAR1", "a Parquet file: save it as CSV"),
    (b"ARROW1", "an Arrow file: save it as CSV"),
    (b"SQLite format 3", "an SQLite database: export the table as CSV"),
    (b"$FL2", "an SPSS file: save it as CSV"),
    (b"<stata_dta>", "a Stata file: save it as CSV"),
    (b"RDX", "an R data file: write the table as CSV"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"{\\rtf", "an RTF document: save its table as CSV"),
];

/// What texts begin with that are no tables; in lower case.
const MARKUP: &[(&str, &str)] = &[
    (
        "<!doctype html",
        "a web page, perhaps of a login instead of the download: save the data as CSV",
    ),
    ("<html", "a web page, perhaps of a login instead of the download: save the data as CSV"),
    (
        "<table",
        "the HTML of a table, whatever its name: open it in a spreadsheet and save it as CSV",
    ),
    ("<?xml", "an XML file: save its table as CSV"),
];

/// Whether these may be the first bytes of a workbook: of a ZIP archive, or of the container of an older or
/// encrypted one. [`sniff`] refuses them, as they are no text.
pub fn may_be_workbook(first: &[u8]) -> bool {
    [&b"PK\x03\x04"[..], b"PK\x05\x06", b"\xd0\xcf\x11\xe0"]
        .iter()
        .any(|begin| first.starts_with(begin))
}

/// Judges the first bytes of a file, best [`FIRST_BYTES`] of them.
///
/// The rules, in this order: a known signature is refused; a byte order mark decides; NUL bytes
/// at odd (even) places only are little-endian (big-endian) UTF-16; more than a tenth of control
/// characters is no text; bytes that are UTF-8, or nearly so, are UTF-8. What is left is GB18030
/// if four fifths of the bytes above 0x7F stand in pairs of GB 2312's range of Chinese characters
/// (first 0xB0–0xF7, second 0xA1–0xFE), else Windows-1252: in European text such bytes mostly
/// stand alone between letters below 0x80. Which other one of the older encodings it may be, [`guess`]
/// says.
///
/// # Errors
/// [`Refusal::Empty`] without a byte, [`Refusal::Binary`] for what is no text.
pub fn sniff(first: &[u8]) -> Result<Encoding, Refusal> {
    if first.is_empty() {
        return Err(Refusal::Empty);
    }
    if let Some((_, what)) = KNOWN.iter().find(|(begin, _)| first.starts_with(begin)) {
        return Err(Refusal::Binary(what));
    }
    if first.starts_with(b"\xef\xbb\xbf") {
        return markup(first).map_or(Ok(Encoding::Utf8), Err);
    }
    if first.starts_with(b"\xff\xfe") {
        return Ok(Encoding::Utf16Le);
    }
    if first.starts_with(b"\xfe\xff") {
        return Ok(Encoding::Utf16Be);
    }
    if let Some(utf16) = utf16_without_mark(first) {
        return Ok(utf16);
    }
    let control = |byte: &&u8| **byte < b' ' && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0c);
    if first.iter().filter(control).count().saturating_mul(10) > first.len() {
        return Err(Refusal::Binary("not a text file: save the table as CSV or JSON"));
    }
    if let Some(refusal) = markup(first) {
        return Err(refusal);
    }
    if is_utf8(first) {
        return Ok(Encoding::Utf8);
    }
    Ok(if is_chinese(first) { Encoding::Gb18030 } else { Encoding::Windows1252 })
}

fn markup(first: &[u8]) -> Option<Refusal> {
    let text = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first).trim_ascii_start();
    let begins = |begin: &str| {
        text.get(..begin.len()).is_some_and(|start| start.eq_ignore_ascii_case(begin.as_bytes()))
    };
    let (_, what) = MARKUP.iter().find(|(begin, _)| begins(begin))?;
    Some(Refusal::Binary(what))
}

/// Separators and digits have a NUL byte in UTF-16, so every table has a few.
fn utf16_without_mark(first: &[u8]) -> Option<Encoding> {
    let (mut even, mut odd) = (0_usize, 0_usize);
    for pair in first.chunks_exact(2) {
        even += usize::from(pair[0] == 0);
        odd += usize::from(pair[1] == 0);
    }
    let units = first.len() / 2;
    let many = |nuls: usize| nuls.saturating_mul(20) >= units && nuls > 0;
    let few = |nuls: usize, other: usize| nuls.saturating_mul(50) <= other;
    match (even, odd) {
        (even, odd) if many(odd) && few(even, odd) => Some(Encoding::Utf16Le),
        (even, odd) if many(even) && few(odd, even) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Whether these bytes are UTF-8, but for the last character, which may be cut, and for a few
/// damaged places: fewer than half as many as sound characters that are not ASCII.
fn is_utf8(first: &[u8]) -> bool {
    let (mut sound, mut damaged) = (0_usize, 0_usize);
    let mut chunks = first.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        let invalid = chunk.invalid();
        let cut = chunks.peek().is_none() && may_be_cut(invalid);
        // The rest of a character whose first byte is damaged is the same damage.
        let another = damaged == 0 || !chunk.valid().is_empty();
        damaged += usize::from(!invalid.is_empty() && !cut && another);
    }
    damaged == 0 || damaged.saturating_mul(2) < sound
}

/// Whether a character may begin with these bytes, of which more would follow.
fn may_be_cut(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

fn is_chinese(first: &[u8]) -> bool {
    let (mut high, mut paired, mut at) = (0_usize, 0_usize, 0_usize);
    while let Some(&byte) = first.get(at) {
        let next = first.get(at + 1).copied().unwrap_or_default();
        if byte >= 0x80 && next >= 0x80 {
            high += 2;
            paired += if (0xb0..=0xf7).contains(&byte) && next >= 0xa1 { 2 } else { 0 };
            at += 2;
        } else {
            high += usize::from(byte >= 0x80);
            at += 1;
        }
    }
    high > 0 && paired.saturating_mul(5) >= high.saturating_mul(4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn tells_encodings_apart() {
        let text = "date,country,题目\n2024-01-02,Viet Nam,公安部长会见\n";
        assert_eq!(sniff(text.as_bytes()), Ok(Encoding::Utf8));
        assert_eq!(sniff(format!("\u{feff}{text}").as_bytes()), Ok(Encoding::Utf8));
        for with_mark in ["", "\u{feff}"] {
            let text = format!("{with_mark}{text}");
            assert_eq!(sniff(&utf16(&text, u16::to_le_bytes)), Ok(Encoding::Utf16Le));
            assert_eq!(sniff(&utf16(&text, u16::to_be_bytes)), Ok(Encoding::Utf16Be));
        }
        // “pays,Côte d’Ivoire,Réunion” and “国家,日期\n越南,2024” in the older encodings.
        let french = b"pays,ville\nC\xf4te d\x92Ivoire,Gen\xe8ve\nS\xe9n\xe9gal,Thi\xe8s\n";
        assert_eq!(sniff(french), Ok(Encoding::Windows1252));
        let chinese = b"\xb9\xfa\xbc\xd2,\xc8\xd5\xc6\xda\n\xd4\xbd\xc4\xcf,2024\n";
        assert_eq!(sniff(chinese), Ok(Encoding::Gb18030));
        assert_eq!(sniff(b"a,b\n1,2\n"), Ok(Encoding::Utf8));
    }

    #[test]
    fn a_cut_or_damaged_character_leaves_utf8() {
        let text = "题目,国家\n公安部长会见,越南\n".as_bytes();
        for end in 1..=text.len() {
            assert_eq!(sniff(&text[..end]), Ok(Encoding::Utf8), "{end}");
        }
        let mut damaged = text.to_vec();
        damaged[0] = 0xff;
        assert_eq!(sniff(&damaged), Ok(Encoding::Utf8));
    }

    #[test]
    fn refuses_what_is_no_text_and_says_what_it_is() {
        assert_eq!(sniff(b""), Err(Refusal::Empty));
        let words = |bytes: &[u8]| sniff(bytes).map_err(|refusal| refusal.to_string());
        for (bytes, word) in [
            (&b"PK\x03\x04\x14\x00"[..], "XLSX"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", "XLS"),
            (b"%PDF-1.7", "PDF"),
            (b"  <!DOCTYPE html><html>", "web page"),
            (b"\x00\x01\x02\x03\x04\x05\x00\x00\x01", "not a text"),
        ] {
            assert!(words(bytes).is_err_and(|words| words.contains(word)), "{word}");
        }
    }

    #[test]
    fn a_few_nul_bytes_are_no_reason_to_refuse() {
        let text = b"a,b,c\nlong enough,1\0,and some more text\nmore of it,22,here too\n";
        assert_eq!(sniff(text), Ok(Encoding::Utf8));
    }
}
