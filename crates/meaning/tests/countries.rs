//! Names of countries as tables have them, against the project's list.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::OnceLock;

use explorer_meaning::country::{CodeList, Countries, Unmatched};
use proptest::prelude::*;
use proptest::sample::Index;

fn countries() -> &'static Countries {
    static COUNTRIES: OnceLock<Countries> = OnceLock::new();
    COUNTRIES
        .get_or_init(|| Countries::from_json(include_str!("../../../data/countries.json")).unwrap())
}

fn code(countries: &Countries, text: &str) -> String {
    countries.find(text).map(|country| country.iso3.clone()).unwrap_or_default()
}

#[test]
fn every_country_is_found_by_each_of_its_own_names() {
    let all = countries();
    // The records' 198, China and 51 territories.
    assert_eq!(all.list().len(), 250);
    for country in all.list() {
        for name in [&country.iso3, &country.name_en, &country.name_zh] {
            assert_eq!(code(all, name), country.iso3, "{name}");
        }
        for name in [
            country.name_en.to_uppercase(),
            format!("the {}", country.name_en.to_lowercase()),
            format!(" {} ", country.name_en.replace(' ', "-")),
        ] {
            assert_eq!(code(all, &name), country.iso3, "{name}");
        }
        // Small letters are words, and two letters are read where a whole column has them.
        for word in [country.iso3.to_lowercase(), country.iso2.to_lowercase()] {
            assert!(["", &country.iso3].contains(&code(all, &word).as_str()), "{word}");
        }
        for code in [country.iso2.clone(), country.iso2.to_lowercase()] {
            assert_eq!(all.find_code(CodeList::Iso2, &code), Some(country));
        }
    }
    for word in ["can", "per", "car", "Can", "Per", "and", "NO", "NA", "IN", "no", "CA"] {
        assert_eq!(code(all, word), "", "{word}");
    }
}

#[test]
fn codes_of_every_list_lead_to_their_country() {
    for (list, codes) in [
        (
            CodeList::Iso2,
            &[
                ("VN", "VNM"),
                ("NA", "NAM"),
                ("UK", "GBR"),
                ("EL", "GRC"),
                ("XK", "XKX"),
                ("TW", "TWN"),
            ][..],
        ),
        (CodeList::Iso3, &[("AUS", "AUS"), ("SLV", "SLV"), ("lao", "LAO"), ("CHN", "CHN")]),
        (CodeList::M49, &[("704", "VNM"), ("4", "AFG"), ("004", "AFG"), ("156", "CHN")]),
        (
            CodeList::Fips,
            &[
                ("CH", "CHN"),
                ("RS", "RUS"),
                ("GM", "DEU"),
                ("AU", "AUT"),
                ("AS", "AUS"),
                ("SW", "SWE"),
                ("SZ", "CHE"),
                ("VM", "VNM"),
                ("BM", "MMR"),
                ("KS", "KOR"),
                ("NI", "NGA"),
                ("GZ", "PSE"),
            ],
        ),
        (
            CodeList::Cow,
            &[
                ("AUS", "AUT"),
                ("SWZ", "CHE"),
                ("SLV", "SVN"),
                ("DRV", "VNM"),
                ("UKG", "GBR"),
                ("CHN", "CHN"),
            ],
        ),
        (
            CodeList::CowNumber,
            &[("710", "CHN"), ("2", "USA"), ("816", "VNM"), ("679", "YEM"), ("255", "DEU")],
        ),
        (
            CodeList::GleditschWard,
            &[("710", "CHN"), ("816", "VNM"), ("678", "YEM"), ("260", "DEU")],
        ),
    ] {
        for (text, iso3) in codes {
            let found = countries().find_code(list, text).map(|country| country.iso3.as_str());
            assert_eq!(found, Some(*iso3), "{list:?} {text}");
        }
        for text in ["", "ZZ", "ZZZ", "999", "-", "=", "V", "V N"] {
            assert_eq!(countries().find_code(list, text), None, "{list:?} {text}");
        }
    }
}

#[test]
fn a_country_written_with_a_comma_is_one() {
    for text in [
        "Korea, Rep.",
        "Guinea, Equatorial",
        "Sudan, South",
        "Ireland, Northern",
        "Hong Kong SAR, China",
    ] {
        assert!(countries().is_one(text), "{text}");
    }
    for text in
        ["Laos, Vietnam", "Wang, Yi", "China, Taiwan", "Niger, Nigeria", "Sudan, South Sudan"]
    {
        assert!(!countries().is_one(text), "{text}");
    }
}

#[test]
fn names_as_people_write_them() {
    let all = countries();
    for (iso3, names) in [
        (
            "KOR",
            &[
                "South Korea",
                "Republic of Korea",
                "ROK",
                "Korea, Rep.",
                "Korea (Republic of)",
                "韩国",
                "大韩民国",
            ][..],
        ),
        (
            "PRK",
            &[
                "DPRK",
                "North Korea",
                "Democratic People's Republic of Korea",
                "Korea, Dem. People’s Rep.",
                "朝鲜",
            ],
        ),
        (
            "RUS",
            &["Russia", "RUSSIA", "Russian Federation", "The Russian Federation", "俄罗斯联邦"],
        ),
        ("TUR", &["Türkiye", "Turkiye", "Turkey", "TÜRKİYE", "Republic of Türkiye"]),
        ("LAO", &["Laos", "Lao PDR", "Lao People's Democratic Republic", "老挝人民民主共和国"]),
        (
            "VNM",
            &[
                "Viet Nam",
                "Vietnam",
                "Socialist Republic of Vietnam",
                "VIETNAM",
                "越南社会主义共和国",
            ],
        ),
        ("ARE", &["UAE", "U.A.E.", "the United Arab Emirates", "阿联酋"]),
        ("CIV", &["Côte d'Ivoire", "Cote d’Ivoire", "Cote d Ivoire", "Ivory Coast"]),
        ("MMR", &["Burma", "Myanmar", "Republic of the Union of Myanmar"]),
        (
            "COD",
            &[
                "Congo-Kinshasa",
                "Democratic Republic of the Congo",
                "Democratic Republic of Congo",
                "DRC",
                "Congo, Dem. Rep.",
                "刚果（金）",
            ],
        ),
        (
            "COG",
            &["Congo-Brazzaville", "Republic of the Congo", "Congo, Rep.", "Republic of Congo"],
        ),
        ("MKD", &["Macedonia", "North Macedonia", "Republic of North Macedonia"]),
        (
            "IRN",
            &[
                "Iran (Islamic Republic of)",
                "Islamic Republic of Iran",
                "Iran, Islamic Republic of",
            ],
        ),
        ("TZA", &["United Republic of Tanzania", "Tanzania, United Republic of"]),
        ("BOL", &["Bolivia (Plurinational State of)"]),
        ("VEN", &["Venezuela (Bolivarian Republic of)", "Venezuela, RB"]),
        ("USA", &["US", "USA", "U.S.", "United States of America", "美国"]),
        ("GBR", &["UK", "United Kingdom", "Great Britain", "英国"]),
        ("THA", &["Kingdom of Thailand", "泰王国", "泰国"]),
        ("LKA", &["Democratic Socialist Republic of Sri Lanka", "斯里兰卡民主社会主义共和国"]),
        ("DOM", &["Dominican Republic", "多米尼加共和国"]),
        ("DMA", &["Dominica", "Commonwealth of Dominica"]),
        ("SWZ", &["Swaziland", "Kingdom of Eswatini"]),
        ("CPV", &["Cape Verde"]),
        ("TLS", &["East Timor", "Timor Leste", "Democratic Republic of Timor-Leste"]),
        ("FSM", &["Federated States of Micronesia", "Micronesia (Federated States of)"]),
        ("STP", &["Sao Tome & Principe"]),
        ("GMB", &["Gambia", "The Gambia", "Gambia, The"]),
        ("CHN", &["China", "中国", "中國", "People's Republic of China", "China (PRC)", "PRC"]),
        (
            "TWN",
            &["Taiwan", "Taiwan, China", "Chinese Taipei", "臺灣", "Taiwan, Province of China"],
        ),
        ("HKG", &["Hong Kong", "Hong Kong SAR, China", "China, Hong Kong SAR", "香港"]),
        ("MAC", &["Macao", "Macau", "Macao SAR, China", "澳門"]),
        ("PRI", &["Puerto Rico"]),
        ("YEM", &["Yemen (North Yemen)", "Yemen, Rep."]),
        ("COD", &["DR Congo (Zaire)", "Congo, Dem. Rep.", "Congo, Democratic Republic of (Zaire)"]),
        ("RUS", &["Russia (Soviet Union)"]),
        (
            "VNM",
            &[
                "Việt Nam",
                "Vie\u{323}\u{302}t Nam",
                "Vietnam (North Vietnam)",
                "Viet\u{200b}nam\u{feff}",
            ],
        ),
        ("SRB", &["Serbia (Yugoslavia)"]),
        ("KHM", &["Cambodia (Kampuchea)"]),
        ("ZWE", &["Zimbabwe (Rhodesia)"]),
        ("MDG", &["Madagascar (Malagasy)"]),
        ("FSM", &["Micronesia (country)", "Micronesia, Fed. Sts."]),
        ("SOM", &["Somalia, Fed. Rep."]),
        ("THA", &["泰國"]),
        ("USA", &["美國"]),
        ("LAO", &["Laos[b]", "Laos [2]", "Laos*", "寮國", "Laos¹"]),
        ("TUR", &["turkey", "TURKEY"]),
        ("SSD", &["Sudan, South"]),
        ("GNQ", &["Guinea, Equatorial"]),
        ("PRK", &["Korea, North"]),
        ("ASM", &["Samoa, American", "American Samoa"]),
    ] {
        for name in names {
            assert_eq!(code(all, name), iso3, "{name}");
        }
    }
}

#[test]
fn nothing_is_invented() {
    let all = countries();
    for text in [
        "",
        " ",
        "Korea",
        "Congo",
        "Republic of Korea and Japan",
        "America",
        "England",
        "in",
        "no",
        "Vietnm",
        "Laos, Vietnam",
        "Republic of China",
        "Republic",
        "of",
        "Kingdom of",
        "ASEAN",
        "African Union",
        "XX",
        "ZZZ",
        "United States of",
        "刚果",
        "共和国",
        "Ger",
        "Guinea Republic of Papua",
        "the",
        "🇻🇳",
    ] {
        assert_eq!(code(all, text), "", "{text}");
    }
}

#[test]
fn what_is_unmatched_is_listed_with_suggestions() {
    let all = countries();
    let mut unmatched = Unmatched::default();
    for name in ["Vietnm", "Korea", "Atlantis", " Korea", "Kazakstan"] {
        unmatched.add(name);
    }
    let list: Vec<(String, u64, Vec<String>)> = unmatched
        .list(all)
        .into_iter()
        .map(|(name, rows, countries)| {
            (name.to_owned(), rows, countries.iter().map(|c| c.iso3.clone()).collect())
        })
        .collect();
    let line = |name: &str, rows, codes: &[&str]| {
        (name.to_owned(), rows, codes.iter().map(|code| (*code).to_owned()).collect())
    };
    assert_eq!(
        list,
        [
            line("Korea", 2, &["KOR", "PRK"]),
            line("Atlantis", 1, &[]),
            line("Kazakstan", 1, &["KAZ"]),
            line("Vietnm", 1, &["VNM"]),
        ]
    );
}

#[test]
fn a_list_of_countries_that_is_none_is_told() {
    assert!(
        Countries::from_json("[{\"iso3\":\"AFG\"}]").is_err_and(|error| error.contains("iso2"))
    );
    assert!(Countries::from_json("").is_err());
}

proptest! {
    #[test]
    fn a_list_of_countries_comes_apart_into_its_names(
        places in prop::collection::vec(0..250_usize, 1..5), separator in prop::sample::select(vec![',', ';', '/', '|'])
    ) {
        let all = countries();
        let names: Vec<&str> = places.iter().map(|at| all.list()[*at].name_en.as_str()).collect();
        let cell = names.join(&format!("{separator} "));
        // Two that stand together may be the name of one, as *Taiwan, China* is.
        let apart = names.windows(2).all(|pair| !all.is_one(&pair.join(&format!("{separator} "))));
        prop_assume!(apart && !all.is_one(&cell));
        prop_assert_eq!(all.split(&cell, separator), names);
    }

    #[test]
    fn any_text_comes_apart_without_a_loss(cell in "[a-zA-Z, /]{0,40}|(Korea, Rep\\.|Laos|, |,){0,8}") {
        let all = countries();
        for separator in [',', '/', ';'] {
            let parts = all.split(&cell, separator);
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(letters(&parts.concat()), letters(&cell));
        }
    }

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        let all = countries();
        let _ = all.find(&text);
        prop_assert!(all.suggest(&text).len() <= 3);
    }

    #[test]
    fn a_slip_of_one_letter_is_suggested_and_never_applied(
        at in any::<Index>(), place in any::<Index>(), letter in "[a-z]"
    ) {
        let all = countries();
        // In a short name, one letter is much.
        let is_long = |name: &str| name.chars().count() > 7 && !name.to_lowercase().contains("the ");
        let long: Vec<_> = all.list()[..198].iter().filter(|country| is_long(&country.name_en)).collect();
        let country = *at.get(&long);
        let mut letters: Vec<char> = country.name_en.to_lowercase().chars().collect();
        let places: Vec<usize> = (0..letters.len()).filter(|at| letters[*at].is_alphabetic()).collect();
        letters[*place.get(&places)] = letter.chars().next().unwrap_or('x');
        let text: String = letters.into_iter().collect();
        match all.find(&text) {
            // The slip may change nothing that counts, or give the name of another country.
            Some(found) => prop_assert!(found == country || distance_is_small(&text, &found.name_en)),
            None => prop_assert!(
                all.suggest(&text).contains(&country) || all.suggest(&text).len() == 3,
                "{}", text
            ),
        }
    }
}

fn distance_is_small(text: &str, name: &str) -> bool {
    text.chars().count().abs_diff(name.chars().count()) <= 4
}
