//! Names without what spellings differ in.

/// A name in words without case, accents, punctuation and *the*: `The Côte d'Ivoire` gives `cote`
/// and `divoire`. `&` is *and*, `St.` is *saint*. Chinese stays as it is, without brackets.
pub fn fold(text: &str) -> Vec<String> {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        let c = match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            c => c,
        };
        match c {
            // Combining accents, apostrophes, and the dots of U.S.A. and St.
            '\u{300}'..='\u{36f}'
            // What has no width: marks of direction, joiners, the mark of the byte order.
            | '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{feff}'
            | '\''
            | '\u{2018}'
            | '\u{2019}'
            | '\u{2bb}'
            | '\u{2bc}'
            | '`'
            | '\u{b4}'
            | '.' => {}
            '&' => plain.push_str(" and "),
            c if c.is_alphanumeric() => {
                for c in c.to_lowercase() {
                    without_accent(c, &mut plain);
                }
            }
            _ => plain.push(' '),
        }
    }
    let words = plain.split_whitespace().filter(|word| *word != "the");
    words.map(|word| if word == "st" { "saint" } else { word }.to_owned()).collect()
}

/// The names of countries have no other accents than those of Latin-1, Latin Extended-A and
/// Vietnamese.
fn without_accent(c: char, to: &mut String) {
    let plain = match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ạ'..='ặ' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => 'e',
        'ğ' | 'ģ' => 'g',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ı' | 'ỉ' | 'ị' => 'i',
        'ķ' => 'k',
        'ł' | 'ļ' => 'l',
        'ñ' | 'ń' | 'ň' | 'ņ' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ů' | 'ű' | 'ư' | 'ụ'..='ự' => 'u',
        'ý' | 'ÿ' | 'ỳ'..='ỹ' => 'y',
        'ź' | 'ž' | 'ż' => 'z',
        'ß' => return to.push_str("ss"),
        'æ' => return to.push_str("ae"),
        'œ' => return to.push_str("oe"),
        // What is left of a dotted capital I in lower case.
        '\u{307}' => return,
        other => other,
    };
    to.push(plain);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_fall_together() {
        for (one, other) in [
            ("Côte d'Ivoire", "COTE D\u{2019}IVOIRE"),
            ("São Tomé & Príncipe", "Sao Tome and Principe"),
            ("The Gambia", "gambia"),
            ("St. Lucia", "Saint Lucia"),
            ("Türkiye", "Tu\u{308}rkiye"),
            ("刚果（金）", "刚果(金)"),
            ("U.S.A.", "USA"),
            ("İran", "Iran"),
        ] {
            assert_eq!(fold(one), fold(other));
        }
    }
}
