//! Bytes of a UTF-8 file in slices, as text.

/// Makes text of a UTF-8 file that comes in slices, which may cut characters.
///
/// Quicker than a browser's `TextDecoder`, whose result is UTF-16 and has to be made UTF-8 again.
#[derive(Debug, Clone, Default)]
pub struct Utf8Chunks {
    /// The first bytes of a character whose last ones are in the next slice.
    cut: Vec<u8>,
    replaced: u64,
}

impl Utf8Chunks {
    /// Hands on the next bytes of the file as text, in one or more pieces. What is not UTF-8
    /// becomes U+FFFD, which the reader of the table tells by row and column.
    pub fn push(&mut self, mut bytes: &[u8], take: &mut dyn FnMut(&str)) {
        while !self.cut.is_empty() {
            let Some((&next, rest)) = bytes.split_first() else { return };
            let continues = (0x80..0xc0).contains(&next);
            if continues {
                self.cut.push(next);
                bytes = rest;
            }
            if continues && !is_whole(&self.cut) {
                continue;
            }
            let cut = std::mem::take(&mut self.cut);
            self.whole(&cut, true, take);
        }
        self.whole(bytes, false, take);
    }

    /// Hands on what is left at the end of the file.
    pub fn finish(&mut self, take: &mut dyn FnMut(&str)) {
        let cut = std::mem::take(&mut self.cut);
        self.whole(&cut, true, take);
    }

    /// How many places were not UTF-8. If there are many, the file is in another encoding.
    pub fn replaced(&self) -> u64 {
        self.replaced
    }

    fn whole(&mut self, bytes: &[u8], last: bool, take: &mut dyn FnMut(&str)) {
        // Nearly always all of it, but for the end, and judged in far larger steps than below.
        let valid = match std::str::from_utf8(bytes) {
            Ok("") => return,
            Ok(text) => return take(text),
            Err(error) => error.valid_up_to(),
        };
        // The end of what is valid is within the bytes.
        let (valid, bytes) = bytes.split_at(valid);
        if let Ok(text) = std::str::from_utf8(valid)
            && !text.is_empty()
        {
            take(text);
        }
        let mut chunks = bytes.utf8_chunks().peekable();
        while let Some(chunk) = chunks.next() {
            if !chunk.valid().is_empty() {
                take(chunk.valid());
            }
            let invalid = chunk.invalid();
            if invalid.is_empty() {
                continue;
            }
            if !last && chunks.peek().is_none() && !is_whole(invalid) {
                self.cut = invalid.to_vec();
            } else {
                self.replaced = self.replaced.saturating_add(1);
                take("\u{fffd}");
            }
        }
    }
}

/// Whether nothing can be added to these bytes to make a character of them.
fn is_whole(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).map_or_else(|error| error.error_len().is_some(), |_| true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8], size: usize) -> (String, u64) {
        let (mut text, mut chunks) = (String::new(), Utf8Chunks::default());
        for slice in bytes.chunks(size) {
            chunks.push(slice, &mut |piece| text.push_str(piece));
        }
        chunks.finish(&mut |piece| text.push_str(piece));
        (text, chunks.replaced())
    }

    #[test]
    fn slices_and_damage_give_what_the_whole_gives() {
        for bytes in [
            &b"plain"[..],
            "一é😀z".as_bytes(),
            b"\xff\xfe",
            b"a\xe4\xb8",
            b"\xe4\xb8a\xf0\x9f\x98",
            b"\xf0\x9f\x98\xe4\xb8\x80\x80\x80",
            b"\xed\xa0\x80x\xc0\xaf",
        ] {
            let whole = String::from_utf8_lossy(bytes);
            for size in 1..=bytes.len() {
                let (text, replaced) = text(bytes, size);
                assert_eq!(text, whole, "{bytes:?} by {size}");
                assert_eq!(replaced, whole.matches('\u{fffd}').count() as u64);
            }
        }
    }
}
