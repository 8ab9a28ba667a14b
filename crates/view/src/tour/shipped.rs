//! The tours that come with the page.
//!
//! No sentence has a number: the view beside it shows it, as the records have it, in every version.

use self::Shipped::{Number, Paper};

/// A tour that comes with the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shipped {
    /// What the paper says.
    Paper,
    /// How to read a number.
    Number,
}

impl Shipped {
    /// All of them.
    pub const ALL: [Self; 2] = [Paper, Number];

    /// The word in links.
    pub fn id(self) -> &'static str {
        match self {
            Paper => "paper",
            Number => "number",
        }
    }

    /// The one with that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tour| tour.id().eq_ignore_ascii_case(id))
    }

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Paper => "What the paper says, in eight steps",
            Number => "How to read a number here",
        }
    }

    /// What it is about, for who has not taken it.
    pub fn about(self) -> &'static str {
        match self {
            Paper => {
                "Its argument from the whole world down to single countries, each step beside what the open records have."
            }
            Number => {
                "From the sentence above the charts to the records, their sources, and what cannot be known."
            }
        }
    }

    /// Links and sentences of its steps.
    pub fn steps(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Paper => &PAPER,
            Number => &NUMBER,
        }
    }
}

const PAPER: [(&str, &str); 8] = [
    (
        "#/overview?around=yes&window=yes",
        "The paper\u{2019}s subject: China\u{2019}s police, state-security and political-legal leaders go abroad and receive visitors, and do so more since quarantine ended. The numbered marks say what else happened; compare the columns before and after them.",
    ),
    (
        "#/overview?split=agency&window=yes",
        "Three agencies, seen to very different degrees: the paper finds the Ministry of Public Security the most active, the party\u{2019}s Political-Legal Commission more selective, and State Security hardly visible in public reports.",
    ),
    (
        "#/people?window=yes",
        "Not ministers alone: the paper also follows the deputies of the police ministry, because the field of whoever is sent says what a relation is about. Here is every official with the regions met.",
    ),
    (
        "#/map?layer=gsi&window=yes",
        "All of this goes on in the name of the Global Security Initiative. The map shows which countries have supported it in public, and in what form; the paper sees in it a frame for police work, not a slogan.",
    ),
    (
        "#/forum/gpscfl?window=yes",
        "Worldwide, the paper looks at the forum in Lianyungang first: a stage of China\u{2019}s own, with talks at its side. Its sessions are below, with what is recorded around each.",
    ),
    (
        "#/map?region=central-asia,pacific-islands,southeast-asia&window=yes",
        "Region by region, the paper finds standing bodies for police work furthest along in Southeast Asia, Central Asia and the Pacific Islands, and newer ones in Africa and Latin America.",
    ),
    (
        "#/countries?format=bilateral&window=yes",
        "Country by country, what forums declare becomes plans: these are the bilateral meetings alone. The order shows with whom they are frequent, the small lines when they took place.",
    ),
    (
        "#/paper",
        "At last the paper\u{2019}s conclusions, one by one, put to the open records: some hold in them, and what does not hold or cannot be told is said as plainly.",
    ),
];

const NUMBER: [(&str, &str); 9] = [
    (
        "#/overview",
        "One sentence above the charts says what is in view. An interaction is one event with one counterpart, so a session with several countries is one event and several interactions.",
    ),
    (
        "#/overview?measure=events",
        "The switch beside the sentence sets what all charts count: here each event once, whoever took part. Say which of the three you mean whenever you quote a number.",
    ),
    (
        "#/overview?agency=CPLC",
        "A filter narrows the sentence and every chart. Only the chart of what is filtered keeps its other bars, so that the chosen one can still be compared with them.",
    ),
    (
        "#/records?agency=CPLC",
        "Behind a number stand its records: this table has those of the step before, no more and no fewer, and they can be taken away as a file.",
    ),
    (
        "#/record/2022-09-19-cplc-rus",
        "A record names who met whom, when and where, the public reports that say so, and how sure it is. Follow its sources before you rely on it.",
    ),
    (
        "#/records?confidence=low",
        "Not all is equally certain: these records have the weakest evidence. Leave them out, and see whether what you found still stands.",
    ),
    (
        "#/compare?a=from:2023;to:2023&b=from:2024;to:2024",
        "A number is large or small beside another one. Here are two years on one scale, with their difference, and what has to be known before it is called a change.",
    ),
    (
        "#/method",
        "What nobody reported is not here: few meetings found are not few meetings held. The rules of counting and the known gaps stand on this page.",
    ),
    (
        "#/changes",
        "Numbers change with versions of the dataset. A shared link keeps its version, so what it shows stays as it was; this page says what each version changed.",
    ),
];
