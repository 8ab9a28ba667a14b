//! The identity of a dataset's content.

use super::parse::Sources;

/// Twelve hexadecimal digits that change when any record changes, and not when a file is merely
/// formatted anew.
///
/// FNV-1a, 64 bits folded to 48: it tells versions apart and fits a footer or a link. It does not
/// protect against someone who wants two datasets to have the same hash.
pub fn content_hash(sources: &Sources<'_>) -> String {
    hash_of(sources.files().into_iter())
}

/// The same of some files only, by their names: a former release did not have all of them yet.
pub(super) fn hash_of<'a>(files: impl Iterator<Item = (&'static str, &'a str)>) -> String {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let mut hash = OFFSET;
    let mut feed = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
    for (name, text) in files {
        name.bytes().for_each(&mut feed);
        let mut utf8 = [0; 4];
        for c in significant(text) {
            c.encode_utf8(&mut utf8).bytes().for_each(&mut feed);
        }
        // A byte that no UTF-8 text contains, so that text cannot move between files unseen.
        feed(0xff);
    }
    format!("{:012x}", (hash >> 48) ^ (hash & 0xffff_ffff_ffff))
}

/// The same of a text that is one file, such as the records of a reader's own table.
pub fn text_hash(text: &str) -> String {
    hash_of(std::iter::once(("", text)))
}

/// The characters of a JSON text that carry meaning: everything but whitespace outside strings
/// and a byte order mark in front.
pub(super) fn significant(json: &str) -> impl Iterator<Item = char> {
    let mut in_string = false;
    let mut escaped = false;
    json.strip_prefix('\u{feff}').unwrap_or(json).chars().filter(move |&c| {
        if in_string {
            if escaped {
                escaped = false;
            } else if c == '\\' {
                escaped = true;
            } else if c == '"' {
                in_string = false;
            }
            return true;
        }
        in_string = c == '"';
        !matches!(c, ' ' | '\t' | '\n' | '\r')
    })
}

#[cfg(test)]
mod tests {
    use super::significant;

    #[test]
    fn keeps_strings_and_the_order_of_keys() {
        let text = "\u{feff}{\n \"b\": \"a \\\" : \\\\\",\r\n\t\"a\": [1, 2.50 ]}\n";
        let significant: String = significant(text).collect();
        assert_eq!(significant, "{\"b\":\"a \\\" : \\\\\",\"a\":[1,2.50]}");
    }
}
