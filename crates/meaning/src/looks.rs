//! Texts that look the same as one text: without what has no width, and with each letter and its accent
//! as one character (Unicode's form C, for the letters of Latin, Greek, Cyrillic, kana and Hangul).

use std::borrow::Cow;

/// A cell as it looks: without blanks around, with plain blanks for those that only have another
/// width or do not break, without marks that cannot be seen, and with composed letters. What joins
/// characters stays within a text, where it changes how they look.
pub fn tidy(cell: &str) -> Cow<'_, str> {
    let trimmed = cell.trim_matches(is_nothing);
    if trimmed.is_ascii() {
        return Cow::Borrowed(trimmed);
    }
    let changes = |c: char| {
        matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{3000}')
            || is_mark(c)
            || is_unseen(c)
            || matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3099}' | '\u{309a}')
    };
    if !trimmed.contains(changes) {
        return Cow::Borrowed(trimmed);
    }
    let mut text = String::with_capacity(trimmed.len());
    for c in trimmed.chars() {
        match c {
            '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{3000}' => text.push(' '),
            c if is_unseen(c) => {}
            c => match text.chars().next_back().and_then(|before| composed(before, c)) {
                Some(one) => {
                    text.pop();
                    text.push(one);
                }
                None => text.push(c),
            },
        }
    }
    Cow::Owned(text)
}

/// Blanks, and what has no width at all.
fn is_nothing(c: char) -> bool {
    c.is_whitespace() || is_unseen(c) || matches!(c, '\u{200c}' | '\u{200d}')
}

/// Marks of direction, spaces without width, the mark of the byte order.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// A letter and the mark behind it as one character.
fn composed(letter: char, mark: char) -> Option<char> {
    let (first, second) = (u32::from(letter), u32::from(mark));
    // Hangul: a leading consonant and a vowel, then a trailing consonant.
    match (first, second) {
        (0x1100..=0x1112, 0x1161..=0x1175) => {
            return char::from_u32(0xac00 + ((first - 0x1100) * 21 + (second - 0x1161)) * 28);
        }
        (0xac00..=0xd7a3, 0x11a8..=0x11c2) if (first - 0xac00).is_multiple_of(28) => {
            return char::from_u32(first + second - 0x11a7);
        }
        _ => {}
    }
    let (_, pairs) = COMPOSED.iter().find(|(known, _)| *known == mark)?;
    let mut pairs = pairs.chars();
    while let (Some(base), Some(whole)) = (pairs.next(), pairs.next()) {
        if base == letter {
            return Some(whole);
        }
    }
    None
}

/// Per mark: letters, each with the character that it is with that mark. From the decompositions of the
/// Unicode Character Database 15, without those that it excludes from composition.
const COMPOSED: &[(char, &str)] = &[
    ('\u{300}', "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹЕЀИЍеѐиѝĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳ"),
    (
        '\u{301}',
        "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻÆǼæǽØǾøǿΑΆΕΈΗΉΙΊΟΌΥΎΩΏϊΐαάεέηήιίϋΰοόυύωώГЃКЌгѓкќÇḈçḉĒḖēḗÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕŨṸũṹWẂwẃÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứ",
    ),
    ('\u{302}', "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệỌỘọộ"),
    ('\u{303}', "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ"),
    (
        '\u{308}',
        "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸΙΪΥΫιϊυϋЕЁІЇеёіїАӒаӓӘӚәӛЖӜжӝЗӞзӟИӤиӥОӦоӧӨӪөӫЭӬэӭУӰуӱЧӴчӵЫӸыӹHḦhḧÕṎõṏŪṺūṻWẄwẅXẌxẍtẗ",
    ),
    ('\u{30a}', "AÅaåUŮuůwẘyẙ"),
    ('\u{327}', "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ"),
    ('\u{304}', "AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰȯȱYȲyȳИӢиӣУӮуӯGḠgḡḶḸḷḹṚṜṛṝ"),
    ('\u{306}', "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭУЎИЙийуўЖӁжӂАӐаӑЕӖеӗȨḜȩḝẠẶạặ"),
    ('\u{328}', "AĄaąEĘeęIĮiįUŲuųOǪoǫ"),
    (
        '\u{307}',
        "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡŚṤśṥŠṦšṧṢṨṣṩTṪtṫWẆwẇXẊxẋYẎyẏſẛ",
    ),
    ('\u{30c}', "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧKǨkǩƷǮʒǯjǰHȞhȟ"),
    ('\u{30b}', "OŐoőUŰuűУӲуӳ"),
    ('\u{31b}', "OƠoơUƯuư"),
    ('\u{30f}', "AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕѴѶѵѷ"),
    ('\u{311}', "AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ"),
    ('\u{326}', "SȘsșTȚtț"),
    ('\u{325}', "AḀaḁ"),
    (
        '\u{323}',
        "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụƯỰưựYỴyỵ",
    ),
    ('\u{331}', "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ"),
    ('\u{32d}', "DḒdḓEḘeḙLḼlḽNṊnṋTṰtṱUṶuṷ"),
    ('\u{330}', "EḚeḛIḬiḭUṴuṵ"),
    ('\u{32e}', "HḪhḫ"),
    ('\u{324}', "UṲuṳ"),
    ('\u{309}', "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ"),
    (
        '\u{3099}',
        "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔゝゞカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボウヴワヷヰヸヱヹヲヺヽヾ",
    ),
    ('\u{309a}', "はぱひぴふぷへぺほぽハパヒピフプヘペホポ"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_the_same() {
        for (one, other) in [
            ("Vietnam\u{200b}", "Vietnam"),
            ("\u{feff}MPS ", "MPS"),
            ("\u{200e}Laos\u{200f}", "Laos"),
            ("Vie\u{323}\u{302}t Nam", "Vi\u{1ec7}t Nam"),
            ("To\u{302}\u{a0}La\u{302}m", "T\u{f4} L\u{e2}m"),
            ("\u{1112}\u{1161}\u{11ab}", "\u{d55c}"),
            ("\u{304b}\u{3099}", "\u{304c}"),
            ("\u{438}\u{306}", "\u{439}"),
        ] {
            assert_eq!(tidy(one), tidy(other), "{one}");
        }
        // A family is one sign by its joiners.
        assert_eq!(tidy("\u{1f468}\u{200d}\u{1f469}"), "\u{1f468}\u{200d}\u{1f469}");
        assert_eq!(tidy(" a b "), "a b");
        assert_eq!(tidy("\u{301}"), "\u{301}");
    }
}
