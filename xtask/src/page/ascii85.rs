//! Bytes as text: Ascii85 says four bytes in five characters, where base64 takes five and a third.

/// What stands in the place of `<`, which could end the element that the text is in.
const NOT_LESS_THAN: char = 'v';

/// The text of some bytes. `assets/unpacked.js` reads it.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(4) * 5);
    for chunk in bytes.chunks(4) {
        let mut word = [0; 4];
        word[..chunk.len()].copy_from_slice(chunk);
        let word = u32::from_be_bytes(word);
        // Of less than four bytes, one character more than there are bytes.
        for power in (0..5).rev().take(chunk.len() + 1) {
            let digit = word / 85_u32.pow(power) % 85;
            let letter = char::from(b'!' + digit as u8);
            text.push(if letter == '<' { NOT_LESS_THAN } else { letter });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::encode;

    #[test]
    fn four_bytes_are_five_characters() {
        assert_eq!(encode(b"Man sure"), "9jqo^F*2M7");
        assert_eq!(encode(b"Man s"), "9jqo^Er");
        assert_eq!(encode(&[0; 4]), "!!!!!");
        assert_eq!(encode(&[255; 4]), "s8W-!");
    }

    #[test]
    fn no_character_ends_an_element() {
        let bytes: Vec<u8> = (0..=u16::MAX).flat_map(u16::to_be_bytes).collect();
        assert!(encode(&bytes).contains('v'));
        assert!(!encode(&bytes).contains('<'));
    }
}
