//! Names of countries as tables have them, against the project's list.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::OnceLock;

use explorer_meaning::country::{Countries, Unmatched};
use proptest::prelude::*;

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
    assert_eq!(all.list().len(), 198);
    for country in all.list() {
        for name in [&country.iso3, &country.iso2, &country.name_en, &country.name_zh] {
            assert_eq!(code(all, name), country.iso3, "{name}");
        }
        for name in [
            country.name_en.to_uppercase(),
            format!("the {}", country.name_en.to_lowercase()),
            format!(" {} ", country.name_en.replace(' ', "-")),
            country.iso3.to_lowercase(),
        ] {
            assert_eq!(code(all, &name), country.iso3, "{name}");
        }
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
        ("GBR", &["UK", "GB", "United Kingdom", "Great Britain", "英国"]),
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
        "China",
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
    fn any_text_is_answered(text in any::<String>()) {
        let all = countries();
        let _ = all.find(&text);
        prop_assert!(all.suggest(&text).len() <= 3);
    }

    #[test]
    fn a_slip_of_one_letter_is_suggested_and_never_applied(
        at in 0..198_usize, place in 0..40_usize, letter in "[a-z]"
    ) {
        let all = countries();
        let country = &all.list()[at];
        let mut letters: Vec<char> = country.name_en.to_lowercase().chars().collect();
        prop_assume!(letters.len() > 7);
        let place = place % letters.len();
        prop_assume!(letters[place].is_alphabetic() && !country.name_en.to_lowercase().contains("the "));
        letters[place] = letter.chars().next().unwrap_or('x');
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
