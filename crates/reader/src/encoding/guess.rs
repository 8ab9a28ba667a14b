//! Which of the older encodings a file is in, by how well its text reads in each.
//!
//! Browsers decode all of them, so the page carries no tables of theirs: it decodes some lines in each
//! encoding, and what comes out is judged here.

use super::Encoding;

/// The alphabets of languages, without the letters of ASCII: a text has those of one of them.
/// Those of Western Europe come first, as Windows-1252 is by far the most frequent.
const ALPHABETS: [&str; 16] = [
    "éèêëàâçîïôùûüœæÿ",
    "äöüßé",
    "áéíóúñü",
    "áâãàçéêíóôõúü",
    "àèéìòùî",
    "åäöæøé",
    "áðéíóúýþæö",
    "áčďéěíňóřšťúůýžľĺŕôäö",
    "ąćęłńóśźż",
    "áéíóöőúüű",
    "ăâîșşțţ",
    "čćžšđ",
    "çğıiöşüâî\u{307}",
    "ăâđêôơưàáèéìíòóùúýãõ\u{300}\u{301}\u{303}\u{309}\u{323}",
    "āčēģīķļņšūžąęėįų",
    "õäöüšž",
];

/// Frequent letters of other scripts, each by itself in some tenth of the letters of a text.
const FREQUENT: &str = "оеаинтсрвлкдпуяыьі\
    αεοιτσνηυρπκλμςάέίόή\
    اليمنترهبودعسةفحقكگپیەئ\
    יוהלאמרתבשנםןד\
    านรอกเงมยลวดทสตะปบคหแจพช่้ัีิ";

/// Frequent characters of Chinese, in its simple and its full forms, and of tables of this kind.
const CHINESE: &str = "的一是不了在人有我他这中大来上国個个到说們们为為子和你地出道也时時年得就那要下以生会會自着去之过過家学學对對可她里裡后後小么麼心多天而能好都然没沒日于於起还還发發成事只作当當想看文无無开開手十用主行方又如前所本见見经經头頭面公同三已老从從动動两兩长長部长会见越南老挝挝寮国国安全公安厅廳局题題目期家城市省委外交防警察司法务務访訪谈談协協定议議合作员員泰缅緬柬埔寨俄罗羅斯美英法德韩韓朝鲜鮮印尼度马馬菲律宾賓新加坡日月書记記习習近平王李张張陈陳刘劉台湾灣香港澳门門北京上海第";

/// The encodings that are tried, the likelier first.
const CANDIDATES: [Encoding; 22] = [
    Encoding::Windows1252,
    Encoding::Gb18030,
    Encoding::Big5,
    Encoding::ShiftJis,
    Encoding::EucKr,
    Encoding::EucJp,
    Encoding::Windows1251,
    Encoding::Windows1250,
    Encoding::Windows1254,
    Encoding::Windows1256,
    Encoding::Windows1253,
    Encoding::Windows1255,
    Encoding::Windows1257,
    Encoding::Windows1258,
    Encoding::Windows874,
    Encoding::Koi8R,
    Encoding::MacRoman,
    Encoding::Iso8859Part15,
    Encoding::Iso8859Part2,
    Encoding::Iso8859Part5,
    Encoding::Koi8U,
    Encoding::Ibm866,
];

/// So many letters may be of another encoding by chance.
const FEW: usize = 8;
/// So many frequent characters has a text at least that is taken for Chinese instead of UTF-8.
const FREQUENT_AT_LEAST: usize = 2;

/// So many bytes of lines are judged.
const JUDGED: usize = 16 << 10;

/// The encoding in which the first bytes of a file read best; `sniffed` is what they seem to be by
/// themselves, and stays if no other reads better. `decode` makes text of bytes, as far as it can.
pub fn guess(
    first: &[u8],
    sniffed: Encoding,
    decode: &mut dyn FnMut(Encoding, &[u8]) -> Option<String>,
) -> Encoding {
    if !sniffed.is_old() && !is_doubtful(first, sniffed) {
        return sniffed;
    }
    let lines = lines(first);
    if lines.is_empty() {
        return sniffed;
    }
    if sniffed == Encoding::Utf8 {
        let is_chinese = is_rather_chinese(&lines, decode);
        return if is_chinese { Encoding::Gb18030 } else { sniffed };
    }
    let mut best = (sniffed, i64::MIN);
    let others = CANDIDATES.into_iter().filter(|candidate| *candidate != sniffed);
    for candidate in std::iter::once(sniffed).chain(others) {
        let Some(text) = decode(candidate, &lines) else { continue };
        let score = plausibility(&text);
        if score > best.1 {
            best = (candidate, score);
        }
    }
    best.0
}

/// Whether text that could be UTF-8 reads badly as such and well in Chinese.
fn is_rather_chinese(
    lines: &[u8],
    decode: &mut dyn FnMut(Encoding, &[u8]) -> Option<String>,
) -> bool {
    let texts = decode(Encoding::Utf8, lines).zip(decode(Encoding::Gb18030, lines));
    texts.is_some_and(|(own, chinese)| {
        let frequent = chinese.chars().filter(|c| CHINESE.contains(*c)).count();
        frequent >= FREQUENT_AT_LEAST && plausibility(&own) < 0 && !is_of_one_script(&own)
    })
}

/// Whether all letters of a text that are not ASCII are of one script that is not Latin, as in Armenian: of its
/// letters nothing is known here, so that they read badly. Signs such as £ and ° say nothing.
fn is_of_one_script(text: &str) -> bool {
    let is_letter =
        |c: &char| !c.is_ascii() && (c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(c));
    let mut blocks = text.chars().filter(is_letter).map(|c| u32::from(c).max(0x24f) >> 7);
    match blocks.next() {
        Some(first) => first > 0x24f >> 7 && blocks.all(|block| block.abs_diff(first) <= 1),
        None => true,
    }
}

/// Whether bytes that could be UTF-8 could be another encoding as well: without a mark, and with a few letters
/// of two bytes at most. Of characters of GB18030 a tenth look like that, so a short table can by chance.
fn is_doubtful(first: &[u8], sniffed: Encoding) -> bool {
    if sniffed != Encoding::Utf8 || first.starts_with(b"\xef\xbb\xbf") {
        return false;
    }
    let count = |begins: fn(&u8) -> bool| first.iter().filter(|byte| begins(byte)).count();
    let (short, long) = (count(|byte| (0xc0..0xe0).contains(byte)), count(|byte| *byte >= 0xe0));
    long == 0 && (1..=FEW).contains(&short)
}

/// The lines with something besides ASCII, as far as they are judged. The end of a line is none of the
/// bytes of a character in any of these encodings.
fn lines(first: &[u8]) -> Vec<u8> {
    let mut lines = Vec::new();
    for line in first.split_inclusive(|byte| *byte == b'\n') {
        let cut = lines.len() + line.len() > JUDGED && !lines.is_empty();
        if cut {
            break;
        }
        if !line.is_ascii() {
            lines.extend_from_slice(line.get(..JUDGED.min(line.len())).unwrap_or_default());
        }
    }
    lines
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Greek,
    Arabic,
    Hebrew,
    Thai,
    Han,
    Kana,
    Hangul,
    Other,
}

fn script(c: char) -> Script {
    match c {
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{300}'..='\u{323}' => Script::Latin,
        '\u{370}'..='\u{3ff}' => Script::Greek,
        '\u{400}'..='\u{52f}' => Script::Cyrillic,
        '\u{590}'..='\u{5ff}' => Script::Hebrew,
        '\u{600}'..='\u{6ff}' => Script::Arabic,
        '\u{e00}'..='\u{e7f}' => Script::Thai,
        '\u{3040}'..='\u{30ff}' => Script::Kana,
        '\u{4e00}'..='\u{9fff}' => Script::Han,
        '\u{ac00}'..='\u{d7a3}' => Script::Hangul,
        _ => Script::Other,
    }
}

/// How well a text reads: more for letters that are frequent, and stand where they may.
fn plausibility(text: &str) -> i64 {
    let mut score = alphabet(text);
    let mut before = '\n';
    let mut kana = false;
    let mut chinese = 0;
    for c in text.chars() {
        let (is, was) = (script(c), script(before));
        score += match c {
            '\u{fffd}' => -200,
            '\u{80}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}' => -60,
            '\0'..='\u{7f}' => 0,
            // Lines and blocks of old screens, halves of Katakana.
            '\u{2500}'..='\u{25ff}' | '\u{ff61}'..='\u{ff9f}' => -6,
            _ => match is {
                Script::Latin => 0,
                Script::Han => {
                    chinese += 1;
                    if CHINESE.contains(c) { 8 } else { -1 }
                }
                Script::Kana => {
                    kana = true;
                    6
                }
                Script::Hangul => 4,
                Script::Other if before.is_alphabetic() => -4,
                Script::Other => -1,
                _ if FREQUENT.contains(lower(c)) => 3,
                _ => 1,
            },
        };
        if is != Script::Other && was != Script::Other {
            let eastern = |script| matches!(script, Script::Han | Script::Kana);
            if is != was && !(eastern(is) && eastern(was)) {
                score -= 6;
            }
            // A capital follows a small letter in no word.
            if !c.is_ascii() && c.is_uppercase() && before.is_lowercase() {
                score -= 5;
            }
        }
        before = c;
    }
    // Kanji are not those of Chinese, and half of a Japanese text is Kana.
    if kana { score + chinese } else { score }
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// How well the Latin letters of a text fit one language.
fn alphabet(text: &str) -> i64 {
    let latin: Vec<char> =
        text.chars().filter(|c| !c.is_ascii() && script(*c) == Script::Latin).map(lower).collect();
    let score = |alphabet: &&str| {
        latin.iter().map(|c| if alphabet.contains(*c) { 3_i64 } else { -4 }).sum::<i64>()
    };
    ALPHABETS.iter().map(score).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(encoding: Encoding, bytes: &[u8]) -> Option<String> {
        let known = encoding_rs::Encoding::for_label(encoding.label().as_bytes())?;
        Some(known.decode_without_bom_handling(bytes).0.into_owned())
    }

    #[test]
    fn texts_of_many_languages_are_told_apart() {
        for (encoding, text) in [
            (Encoding::Windows1252, "pays,ville\nCôte d’Ivoire,Genève\nSénégal,Thiès\n"),
            (Encoding::Windows1252, "Land;Behörde\nÖsterreich;Ministerium für Inneres\n"),
            (Encoding::Windows1252, "país,organismo\nEspaña,Ministerio del Interior, reunión\n"),
            (Encoding::Windows1252, "land\nNorge, møte på Østlandet\n"),
            (Encoding::Windows1252, "name\ncafé\n"),
            (Encoding::Windows1250, "země,úřad\nČeská republika,Příslušník policie, ředitel\n"),
            (
                Encoding::Windows1250,
                "kraj;urząd\nPolska;Ministerstwo Spraw Wewnętrznych i łączności\n",
            ),
            (
                Encoding::Windows1250,
                "ország;hivatal\nMagyarország;Belügyminisztérium, szűkebb körű felülvizsgálat, idő\n",
            ),
            (Encoding::Windows1251, "дата;страна;тема\n2024-09-06;Вьетнам;Встреча министров\n"),
            (Encoding::Windows1251, "країна;орган\nУкраїна;Міністерство внутрішніх справ\n"),
            (Encoding::Koi8R, "дата;страна;тема\n2024-09-06;Вьетнам;Встреча министров\n"),
            (Encoding::Iso8859Part15, "pays,œuvre\nFrance,cœur et sœurs\n"),
            (Encoding::Iso8859Part2, "země,úřad\nŠvédsko,Příslušník policie, šéf, žena, úřad\n"),
            (Encoding::Iso8859Part5, "дата;страна;тема\n2024-09-06;Вьетнам;Встреча министров\n"),
            (Encoding::Ibm866, "дата;страна;тема\n2024-09-06;Вьетнам;Встреча министров\n"),
            (Encoding::Koi8U, "країна;орган\nУкраїна;Міністерство внутрішніх справ\n"),
            (Encoding::Windows1253, "ημερομηνία;χώρα\n2024-09-06;Βιετνάμ, συνάντηση υπουργών\n"),
            (
                Encoding::Windows1254,
                "tarih;ülke;konu\n2024-09-06;Türkiye;İçişleri Bakanı görüştü şöyle\n",
            ),
            (Encoding::Windows1255, "תאריך,מדינה\n2024-09-06,ויטנאם פגישה של שר הפנים\n"),
            (Encoding::Windows1256, "التاريخ;الدولة\n2024-09-06;فيتنام\n2024-10-12;لاوس\n"),
            (Encoding::Windows874, "วันที่,ประเทศ\n2024-09-06,เวียดนาม\n2024-10-12,ลาว\n"),
            (Encoding::Big5, "日期,國家,題目\n2024-09-06,越南,公安部長會見越南公安部長\n"),
            (
                Encoding::Gb18030,
                "日期,国家,题目\n2024-09-06,越南,公安部长会见\n2024-10-12,老挝,国家安全部\n",
            ),
            (Encoding::ShiftJis, "日付,国名,件名\n2024-09-06,ベトナム,公安相との会談\n"),
            (Encoding::EucJp, "日付,国名,件名\n2024-09-06,ベトナム,公安相との会談\n"),
            (Encoding::EucKr, "날짜,국가,제목\n2024-09-06,베트남,공안부 장관 회담\n"),
        ] {
            let known = encoding_rs::Encoding::for_label(encoding.label().as_bytes());
            let Some((bytes, _, lost)) = known.map(|known| known.encode(text)) else { continue };
            assert!(!lost, "{text}");
            let sniffed = super::super::sniff(&bytes).unwrap_or(Encoding::Utf8);
            let scores: Vec<_> = CANDIDATES
                .iter()
                .filter_map(|e| Some((plausibility(&decode(*e, &bytes)?), *e)))
                .collect();
            assert_eq!(guess(&bytes, sniffed, &mut decode), encoding, "{text} {scores:?}");
        }
        let mac = b"date,country,note\n2024-09-06,C\x99te d'Ivoire,r\x8esum\x8e\n2024,T\x9frkiye,visit\x8e\n";
        assert_eq!(guess(mac, Encoding::Windows1252, &mut decode), Encoding::MacRoman);
    }

    #[test]
    fn few_letters_that_could_be_either_are_what_reads_well() {
        for (bytes, wanted) in [
            (&b"label,remarks\nVisit,Zq\xcc\xb8\xc4\xbf\xc4\xbf\n"[..], Encoding::Gb18030),
            ("name\ncafé\n".as_bytes(), Encoding::Utf8),
            ("name\nLǐ Qiáng\n".as_bytes(), Encoding::Utf8),
            ("name\nLǐ\n".as_bytes(), Encoding::Utf8),
            ("mot\nà\n".as_bytes(), Encoding::Utf8),
            ("mot\nŁódź\n".as_bytes(), Encoding::Utf8),
            ("слово\nда\n".as_bytes(), Encoding::Utf8),
            ("size\n3 µm\n".as_bytes(), Encoding::Utf8),
            ("price\n3 £, 20 °C, ½ × 2\n".as_bytes(), Encoding::Utf8),
            ("name\nհայ\n".as_bytes(), Encoding::Utf8),
            ("name\nԽաչիկ\n".as_bytes(), Encoding::Utf8),
            ("x\nոչ\n".as_bytes(), Encoding::Utf8),
            ("c\nދިވެ\n".as_bytes(), Encoding::Utf8),
            ("x\nŵ ŷ\n".as_bytes(), Encoding::Utf8),
            ("x\nĉ ĝ ĥ ĵ ŝ ŭ\n".as_bytes(), Encoding::Utf8),
            ("tone\nǎ\nǐ\nǔ\nǒ\n".as_bytes(), Encoding::Utf8),
            ("x\nǦ ǧ\n".as_bytes(), Encoding::Utf8),
            ("x\nMaltí ħġż\n".as_bytes(), Encoding::Utf8),
            ("x\nĦal Għaxaq\n".as_bytes(), Encoding::Utf8),
        ] {
            assert_eq!(super::super::sniff(bytes).ok(), Some(Encoding::Utf8), "{bytes:?}");
            assert!(is_doubtful(bytes, Encoding::Utf8), "{bytes:?}");
            assert_eq!(guess(bytes, Encoding::Utf8, &mut decode), wanted, "{bytes:?}");
        }
        assert!(!is_doubtful("\u{feff}a\né\n".as_bytes(), Encoding::Utf8));
        assert!(!is_doubtful("a\n会\n".as_bytes(), Encoding::Utf8));
        assert!(!is_doubtful("a\nééééééééé\n".as_bytes(), Encoding::Utf8));
        assert!(!is_doubtful(b"a\nb\n", Encoding::Utf8));
    }

    #[test]
    fn without_anything_to_judge_it_stays_as_it_is() {
        assert_eq!(guess(b"a,b\n", Encoding::Utf8, &mut decode), Encoding::Utf8);
        assert_eq!(guess(b"\xff", Encoding::Windows1252, &mut |_, _| None), Encoding::Windows1252);
    }
}
