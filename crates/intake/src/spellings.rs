//! Other ways to write the words of the small vocabularies. What is longer and changes is in
//! `data/other_names.json`.

use explorer_meaning::country::fold;

use crate::vocabulary::Vocabulary;

/// Word of the codebook, and what is written for it, as `fold` leaves it without blanks.
const WHOLE: &[(Vocabulary, &str, &[&str])] = &[
    (
        Vocabulary::Agency,
        "MPS",
        &["ministrypublicsecurity", "ministryofpublicsecurity", "publicsecurityministry", "公安部"],
    ),
    (
        Vocabulary::Agency,
        "MSS",
        &[
            "ministrystatesecurity",
            "ministryofstatesecurity",
            "statesecurityministry",
            "国家安全部",
            "国安部",
        ],
    ),
    (
        Vocabulary::Agency,
        "CPLC",
        &[
            "cplac",
            "centralpoliticalandlegalcommission",
            "centralpoliticallegalaffairscommission",
            "politicalandlegalaffairscommission",
            "中央政法委员会",
            "中央政法委",
            "政法委",
        ],
    ),
    (
        Vocabulary::Rank,
        "politburo",
        &[
            "politburomember",
            "memberofpolitburo",
            "memberofpoliticalbureau",
            "politicalbureau",
            "政治局委员",
        ],
    ),
    (
        Vocabulary::Rank,
        "minister",
        &["fullminister", "ministerial", "ministeriallevel", "ministerlevel", "部长", "正部级"],
    ),
    (
        Vocabulary::Rank,
        "vice-minister",
        &[
            "deputyminister",
            "viceministerial",
            "viceministeriallevel",
            "viceministerlevel",
            "副部长",
            "副部级",
        ],
    ),
    (
        Vocabulary::Rank,
        "assistant-minister",
        &["assistant", "assistantministerlevel", "assistantministerial", "部长助理"],
    ),
    (Vocabulary::Confidence, "high", &["certain", "confirmed", "sure", "1"]),
    (Vocabulary::Confidence, "medium", &["likely", "probable", "moderate"]),
    (Vocabulary::Confidence, "low", &["possible", "unconfirmed", "uncertain", "doubtful"]),
];

/// Word of the codebook, and what a cell that means it has among its words.
const WITHIN: &[(Vocabulary, &str, &[&str])] = &[
    (Vocabulary::Format, "sideline", &["sideline", "sidelines", "margins", "会外", "间隙", "场边"]),
    (Vocabulary::Format, "multilateral", &["multilateral", "plurilateral", "多边"]),
    (Vocabulary::Format, "bilateral", &["bilateral", "双边"]),
    (
        Vocabulary::Channel,
        "in-person",
        &["person", "inperson", "onsite", "physical", "facetoface", "面对面", "线下"],
    ),
    (
        Vocabulary::Channel,
        "video",
        &["video", "virtual", "online", "videoconference", "vtc", "remote", "zoom", "视频", "线上"],
    ),
    (Vocabulary::Channel, "phone", &["phone", "telephone", "电话"]),
];

/// The codebook's word for one that is written otherwise; none where the cell has words of two. A sideline
/// is a bilateral meeting, so both words are one.
pub fn usual(vocabulary: Vocabulary, text: &str) -> Option<&'static str> {
    let words = fold(text);
    let key = words.concat();
    let whole = WHOLE
        .iter()
        .find(|(of, _, spellings)| *of == vocabulary && spellings.contains(&key.as_str()));
    if let Some((_, word, _)) = whole {
        return Some(word);
    }
    let has = |spelling: &&str| match spelling.is_ascii() {
        true => words.iter().any(|word| word == spelling) || key == *spelling,
        false => key.contains(*spelling),
    };
    let found =
        WITHIN.iter().filter(|(of, _, spellings)| *of == vocabulary && spellings.iter().any(has));
    match found.map(|(_, word, _)| *word).collect::<Vec<_>>().as_slice() {
        [word] | [word @ "sideline", "bilateral"] => Some(word),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_spellings_lead_to_the_word() {
        for (vocabulary, text, word) in [
            (Vocabulary::Agency, "Ministry of Public Security", Some("MPS")),
            (Vocabulary::Agency, "公安部", Some("MPS")),
            (Vocabulary::Rank, "Vice Minister", None),
            (Vocabulary::Rank, "Deputy Minister", Some("vice-minister")),
            (Vocabulary::Format, "On the sidelines", Some("sideline")),
            (Vocabulary::Format, "bilateral meeting", Some("bilateral")),
            (Vocabulary::Format, "Bilateral, on the margins", Some("sideline")),
            (Vocabulary::Format, "bilateral, multilateral", None),
            (Vocabulary::Format, "meeting", None),
            (Vocabulary::Channel, "In person", Some("in-person")),
            (Vocabulary::Channel, "video call", Some("video")),
            (Vocabulary::Topic, "video", None),
        ] {
            assert_eq!(usual(vocabulary, text), word, "{text}");
        }
    }

    #[test]
    fn spellings_are_folded() {
        for (_, _, spellings) in WHOLE.iter().chain(WITHIN) {
            for spelling in *spellings {
                assert_eq!(fold(spelling).concat(), *spelling);
            }
        }
    }
}
