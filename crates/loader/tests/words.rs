//! Tables of other people whose words were once read wrongly: a line per file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use explorer_meaning::country::Naming;
use support::{column, load_as_proposed};

/// A file, or its text where it has a line break; the place of one column; how that is named or read;
/// its cells from the first row, with `|` between; how many problems there are.
struct Case(&'static str, usize, &'static str, &'static str, u64);

const NAMES: &str = "category country";

fn text_of(file: &str) -> String {
    match file.contains('\n') {
        true => file.to_owned(),
        false => {
            let path = format!("{}/tests/cases/words/{file}", env!("CARGO_MANIFEST_DIR"));
            std::fs::read_to_string(path).unwrap()
        }
    }
}

/// The role of a column, what it means, and in which codes.
fn said(loaded: &explorer_loader::Loaded, at: usize) -> String {
    let mapped = &loaded.mapping.columns[loaded.columns[at].source];
    let words = [Some(mapped.role.word()), mapped.meaning.map(|m| m.word()), mapped.naming.word()];
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

const CASES: &[Case] = &[
    // Codes: one kind per column.
    Case("c01_NA_missing.csv", 0, NAMES, "VNM|THA||LAO|", 0),
    Case("c02_NA_iso2.csv", 0, "category country iso2", "VNM|NAM|ZAF|THA", 0),
    Case("c04_fips.csv", 0, "category country fips", "CHN|RUS|ISR|DEU|AUT|AUS|ESP|SWE|BGD|VNM", 0),
    Case("c05_cow.csv", 0, NAMES, "AUT|CHE|SVN|RUS|CHN|VNM", 0),
    Case("c05_cow.csv", 1, "category", "AUS|SWZ|SLV|RUS|CHN|VNM", 0),
    Case("c06_lower_iso2.csv", 0, "category country iso2", "VNM|THA|LAO|IND", 0),
    Case("k16_na_venue.csv", 1, "category venue", "|CHN|THA", 0),
    Case("k18_no_answer.csv", 0, NAMES, "LAO||VNM|FJI", 1),
    Case(
        "k19_fips_full.csv",
        0,
        "category country fips",
        "CHN|RUS|JPN|KOR|VNM|LAO|THA|KHM|MMR|PHL|AUT|DEU|ESP|SWE|CHE|GBR|FRA|ITA|POL|UKR|NGA|NER|ZAF|DZA|EGY|IRQ|IRN|SAU|ISR|TUR",
        0,
    ),
    Case("k20_iso_numeric.csv", 0, "category country m49", "VNM|LAO|CHN", 0),
    Case("z01_us_states.csv", 0, "category", "CA|GA|IL|CO|PA|AL", 0),
    Case("transport,n\ncar,1\ncan,2\nper,3\n", 0, "category", "car|can|per", 0),
    Case("who,n\ncar,1\ncan,2\nper,3\nLaos,4\n", 0, "category", "car|can|per|Laos", 0),
    Case("iso3,n\nVNM,1\nNA,2\nLAO,3\nTHA,4\n", 0, "category country iso3", "VNM||LAO|THA", 0),
    Case("country,n\nAUS,1\nSWZ,2\nSLV,3\n", 0, "category country unsure", "||", 3),
    Case("stateabb,n\nAUS,1\nSWZ,2\nSLV,3\n", 0, "category country cow", "AUT|CHE|SVN", 0),
    Case(
        "country,n\nUKG,1\nFRN,2\nGMY,3\nAUS,4\n",
        0,
        "category country cow",
        "GBR|FRA|DEU|AUT",
        0,
    ),
    Case("country,n\nCH,1\nAU,2\nGM,3\n", 0, "category country unsure", "||", 3),
    Case("country,n\nVN,1\nLA,2\nTH,3\nXX,4\n", 0, "category country unsure", "|||", 4),
    Case("countries,n\nVN; LA,1\nTH,2\n", 0, "multi-value country iso2", "VNM; LAO|THA", 0),
    Case("countries,n\nLaos; NA,1\nVietnam,2\n", 0, "multi-value country", "LAO|VNM", 0),
    Case("gwno,n\n678,1\n816,2\n260,3\n", 0, "category country gleditsch-ward", "YEM|VNM|DEU", 0),
    Case("ccode,n\n710,1\n816,2\n2,3\n", 0, "category country cow-number", "CHN|VNM|USA", 0),
    Case("language,n\nFR,1\nDE,2\nES,3\n", 0, "category", "FR|DE|ES", 0),
    Case("c1,n\nVNM,1\nLAO,2\nRUS,3\n", 0, "category country iso3", "VNM|LAO|RUS", 0),
    // Places that the records do not have.
    Case("c07_china_taiwan.csv", 0, NAMES, "CHN|TWN|HKG|MAC|VNM|GRL|PRI", 0),
    Case("z03_china_row.csv", 0, NAMES, "CHN|VNM|LAO|TWN|FJI", 0),
    // Separators.
    Case("k21_yesno.csv", 0, "category", "yes/no|yes/no|maybe", 0),
    Case("k26_korea_split.csv", 0, NAMES, "PRK|PRK|KOR|KOR|VNM|VNM", 0),
    Case(
        "m02_last_first.csv",
        0,
        "category official",
        "Wang, Xiaohong|Wang, Xiaohong|Wang, Yi|Wang, Yi|Chen, Wenqing|Chen, Wenqing",
        0,
    ),
    Case("m03_na_slash.csv", 0, "category", "High|N/A|Low|N/A|High|N/A", 0),
    Case(
        "m04_city_country.csv",
        0,
        "category city",
        "Hanoi, Vietnam|Hanoi, Vietnam|Washington, DC|Washington, DC|Beijing",
        0,
    ),
    Case(
        "m06_topics.csv",
        0,
        "category topic",
        "Law enforcement, police and justice|Law enforcement, police and justice|Counter-terrorism|Counter-terrorism",
        0,
    ),
    Case("m07_source.csv", 0, "multi-value source", "Xinhua; CCTV|Xinhua; CCTV|Xinhua", 0),
    Case(
        "season,n\n2020/21,1\n2020/21,2\n2021/22,3\n",
        0,
        "date date",
        "2020/21|2020/21|2021/22",
        0,
    ),
    Case(
        "ministry,n\n\"Foreign Affairs, Trade and Culture\",1\n\"Foreign Affairs, Trade and Culture\",2\nTrade,3\n",
        0,
        "category agency",
        "Foreign Affairs, Trade and Culture|Foreign Affairs, Trade and Culture|Trade",
        0,
    ),
    Case(
        "topics,n\n\"drugs, fraud\",1\ndrugs,2\n\"fraud, drugs\",3\n",
        0,
        "multi-value topic",
        "drugs; fraud|drugs|fraud; drugs",
        0,
    ),
    Case(
        "country,n\n\"Laos, Korea, Rep.\",1\n\"Fiji, Laos\",2\n",
        0,
        "multi-value country",
        "LAO; KOR|FJI; LAO",
        0,
    ),
    Case("x01_vdem.csv", 0, NAMES, "MMR|PSE|VNM|LAO|MMR|PSE|VNM|LAO|MMR|PSE|VNM|LAO", 0),
    Case("x20_ndu.csv", 5, "multi-value country", "VNM|LAO; KHM|NPL", 0),
    Case(
        "k38_inverted.csv",
        0,
        NAMES,
        "GNQ|SSD||VNM|LAO|THA|NPL|FJI|GNQ|SSD||VNM|LAO|THA|NPL|FJI",
        2,
    ),
    // Names.
    Case("s25_wiki_paste.tsv", 1, NAMES, "VNM|LAO|NER", 0),
    Case("x06_dyad.csv", 1, NAMES, "LAO|NPL|VNM", 0),
    Case("Страна,n\nВьетнам,1\nКиргизия,2\nКНДР,3\nСША,4\n", 0, NAMES, "VNM|KGZ|PRK|USA", 0),
    Case("الدولة,n\nفيتنام,1\nلاوس,2\nمصر,3\n", 0, NAMES, "VNM|LAO|EGY", 0),
    Case("国名,n\nベトナム,1\nタイ,2\n韓国,3\n", 0, NAMES, "VNM|THA|KOR", 0),
    Case("국가,n\n베트남,1\n태국,2\n러시아,3\n", 0, NAMES, "VNM|THA|RUS", 0),
    Case("pays,n\nViêt Nam,1\nÎles Salomon,2\nCorée du Nord,3\n", 0, NAMES, "VNM|SLB|PRK", 0),
    Case("país,n\nArabia Saudí,1\nTailandia,2\nCamboya,3\n", 0, NAMES, "SAU|THA|KHM", 0),
    Case("Land,n\nSaudi-Arabien,1\nKambodscha,2\nFidschi,3\n", 0, NAMES, "SAU|KHM|FJI", 0),
    Case("ülke,n\nTayland,1\nAvusturya,2\nAvustralya,3\n", 0, NAMES, "THA|AUT|AUS", 0),
    // A name of two countries.
    Case(
        "Land,n\nKongo,1\nÄgypten,2\nJemen,3\nTschad,4\nLaos,5\n",
        0,
        NAMES,
        "|EGY|YEM|TCD|LAO",
        1,
    ),
    // Words that are names of countries in some language.
    Case("what,n\nisland,1\nforest,2\nman,3\nfas,4\n", 0, "category", "island|forest|man|fas", 0),
    Case(
        "who,n\nDominique,1\nMaurice,2\nAnna,3\nPaul,4\n",
        0,
        "category",
        "Dominique|Maurice|Anna|Paul",
        0,
    ),
    // Values that look the same.
    Case("s30_zwsp.csv", 0, NAMES, "VNM|VNM|LAO|LAO", 0),
    Case("s30_zwsp.csv", 1, "category agency", "MPS|MPS|MPS|MPS", 0),
];

#[test]
fn words_are_read_as_they_are_meant() {
    let mut wrong = Vec::new();
    for Case(file, at, kind, cells, problems) in CASES {
        let mut loaded = match load_as_proposed(&text_of(file)) {
            Ok(loaded) => loaded,
            Err(failure) => {
                wrong.push(format!("{file}: {failure}"));
                continue;
            }
        };
        // Some have a date, by which they are sorted: here they stand in the order of the file.
        let mut found: Vec<(u64, String)> = Vec::new();
        let texts = column(&mut loaded, *at);
        for (row, text) in loaded.rows(0, usize::MAX).into_iter().zip(texts) {
            found.push((loaded.row_number(row), text));
        }
        found.sort();
        let found: Vec<String> = found.into_iter().map(|(_, text)| text).collect();
        let found = (said(&loaded, *at), found.join("|"), loaded.problems.total());
        let expected = ((*kind).to_owned(), (*cells).to_owned(), *problems);
        if found != expected {
            wrong.push(format!(
                "{file:?} column {at}:\n  found    {found:?}\n  expected {expected:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_spelling_of_the_tables_of_this_field_is_read() {
    let mut loaded = load_as_proposed(&text_of("c20_names.csv")).unwrap();
    let at = loaded.columns.iter().position(|column| column.name == "country").unwrap();
    let wanted = loaded.columns.iter().position(|column| column.name == "want").unwrap();
    let rows: Vec<String> = text_of("c20_names.csv")
        .lines()
        .skip(1)
        .map(|line| line.split('\t').nth(1).unwrap().to_owned())
        .collect();
    let (found, wanted) = (column(&mut loaded, at), column(&mut loaded, wanted));
    let differ: Vec<(usize, &String)> = wanted
        .iter()
        .enumerate()
        .filter(|(row, want)| want.len() == 3 && rows[*row].len() > 2 && found[*row] != **want)
        .collect();
    let names: Vec<String> = loaded
        .unmatched
        .list(&support::countries())
        .iter()
        .map(|(name, ..)| (*name).to_owned())
        .collect();
    assert!(differ.is_empty(), "{differ:?} {names:?}");
    assert_eq!(loaded.mapping.columns[1].naming, Naming::Names);
}

#[test]
fn a_search_finds_what_is_shown_and_what_is_written() {
    let text = "date,country,name,amount\n2024-09-06,Viet Nam,Tô Lâm,1250\n2024-10,Laos,I\u{307}stanbul,7.5\n2024-10-12,Ivory Coast,\u{ff30}ham Minh,3\n2023,China,國家安全部,4\n";
    let mut loaded = load_as_proposed(text).unwrap();
    let countries = support::countries();
    for (query, rows) in [
        ("vietnam", 1),
        ("VNM", 1),
        ("viet nam", 1),
        ("2024-09-06", 1),
        ("2024-10", 2),
        ("to lam", 1),
        ("Tô Lâm", 1),
        ("To\u{302} La\u{302}m", 1),
        ("istanbul", 1),
        ("cote", 1),
        ("Côte d’Ivoire", 1),
        ("ivory", 1),
        ("pham", 1),
        ("1250", 1),
        ("7.5", 1),
        ("国家安全部", 1),
        ("vietnam 2024-09", 1),
        ("vietnam 2023", 0),
        ("\u{ff56}ietnam\u{200b}", 1),
        ("", 4),
        ("zzz", 0),
    ] {
        loaded.search(query, &countries);
        assert_eq!(loaded.view.in_view(), rows, "{query}");
    }
}
