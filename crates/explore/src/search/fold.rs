//! Texts without what a reader need not type: capitals and accents.

/// Lower case without accents, so that `To Lam` finds `Tô Lâm` and `GSI` finds `gsi`.
///
/// Covers Latin letters with the marks that names in the dataset's reports carry; other
/// scripts pass through in lower case.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|c| fold_into(c, &mut folded));
    folded
}

/// Puts a character, as it is folded, behind a text.
pub(super) fn fold_into(c: char, folded: &mut String) {
    // Most are, and need not be looked for in what follows.
    if c.is_ascii() {
        folded.push(c.to_ascii_lowercase());
    } else {
        match lower(narrow(c)) {
            // Combining marks that decomposed text carries, and what has no width: it comes along when
            // a word is copied from a page.
            '\u{300}'..='\u{36f}'
            | '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}' => {}
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            c => folded.push(base_letter(c)),
        }
    }
}

/// The form of a full-width letter, digit or sign that a keyboard for Latin letters gives.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// The small letter of a capital in the alphabets of the reports and of who searches them: Latin,
/// Greek and Cyrillic. The standard library knows all alphabets, with tables that are 3 % of the
/// first load.
fn lower(c: char) -> char {
    let code = u32::from(c);
    let plus = |distance: u32| char::from_u32(code + distance).unwrap_or(c);
    // Capitals that stand right before their small letter, at even or at odd places.
    let even = || plus(u32::from(code.is_multiple_of(2)));
    let odd = || plus(u32::from(!code.is_multiple_of(2)));
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '×' => c,
        'À'..='Þ' => plus(32),
        'İ' => 'i',
        'Ÿ' => 'ÿ',
        'Ā'..='į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' | 'Ǟ'..='ǯ' | 'Ǹ'..='ȟ' | 'Ȣ'..='ȳ' => even(),
        'Ĺ'..='ň' | 'Ź'..='ž' | 'Ǎ'..='ǜ' => odd(),
        'Ơ' | 'ơ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' => even(),
        'Ư' | 'ư' => odd(),
        'Ά' => 'ά',
        'Έ'..='Ί' => plus(37),
        'Ό' => 'ό',
        'Ύ' | 'Ώ' => plus(63),
        'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => plus(32),
        'Ѐ'..='Џ' => plus(80),
        'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' => even(),
        'Ӏ' => 'ӏ',
        'Ӂ'..='ӎ' => odd(),
        _ => c,
    }
}

fn base_letter(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => 'i',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' => 'u',
        'ý' | 'ÿ' | 'ŷ' | 'ỳ' | 'ỵ' | 'ỷ' | 'ỹ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        // Typographic apostrophes and hyphens are typed as their ASCII forms.
        '\u{2018}' | '\u{2019}' | '\u{2bb}' | '\u{2bc}' => '\'',
        '\u{2010}'..='\u{2015}' => '-',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_those_of_the_standard_library() {
        // Latin-1 to Extended-B's letters of living alphabets, Greek, Cyrillic, and the Latin
        // letters of Vietnamese.
        let blocks =
            [0..0x180, 0x1cd..0x1f0, 0x1f8..0x220, 0x386..0x3cf, 0x400..0x530, 0x1e00..0x1e96];
        let vietnamese = [0x1a0..0x1a2, 0x1af..0x1b1, 0x1ea0..0x1f00];
        for c in blocks.into_iter().chain(vietnamese).flatten().filter_map(char::from_u32) {
            // One of them has two: a small i, and a dot that `fold` leaves out.
            let expected = c.to_lowercase().next();
            assert_eq!(Some(lower(c)), expected, "{c} ({:x})", u32::from(c));
        }
        for c in ['王', 'ا', '가', '€'] {
            assert_eq!(lower(c), c);
        }
    }

    #[test]
    fn accents_and_capitals_go() {
        assert_eq!(fold("Tô LÂM"), "to lam");
        assert_eq!(fold("Łukasz O\u{2019}Brien; 王小洪"), "lukasz o'brien; 王小洪");
        assert_eq!(fold("e\u{301}"), fold("é"));
        assert_eq!(fold("\u{ff2d}\u{ff30}\u{ff33} \u{ff12}\u{ff10}"), "mps 20");
        assert_eq!(fold("\u{feff}Viet\u{200b}nam\u{200f}"), "vietnam");
    }
}
