//! What a column can mean, and the names that columns with that meaning have.

use serde::{Deserialize, Serialize};

use crate::country::{CodeList, fold};

/// What the explorer knows of an interaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Meaning {
    /// Day, month or year of the event.
    Date,
    /// Its last day.
    DateEnd,
    /// Counterpart country.
    Country,
    /// Counterpart organization.
    Organization,
    /// Person on the counterpart's side.
    Counterpart,
    /// Chinese agency.
    Agency,
    /// Chinese officials.
    Official,
    /// Rank of the official.
    Rank,
    /// Topics.
    Topic,
    /// Bilateral, multilateral, ….
    Format,
    /// In person, by video, ….
    Channel,
    /// Forum or mechanism.
    Forum,
    /// City of the event.
    City,
    /// Country of the event.
    Venue,
    /// What happened, in one line.
    Title,
    /// Addresses or names of sources.
    Source,
    /// Remarks.
    Note,
    /// Stable id of the row or event.
    Id,
    /// Latitude.
    Latitude,
    /// Longitude.
    Longitude,
    /// Title of the person on the counterpart's side.
    CounterpartTitle,
    /// Kind of office that person holds.
    Office,
    /// Further people of that side.
    Also,
    /// Edition of the forum.
    Session,
    /// How firmly the sources establish the record.
    Confidence,
    /// Who published the sources, one by one.
    Publisher,
    /// When they were published, one by one.
    Published,
}

/// For each meaning: its word in a saved mapping, the names that columns with it have, and words
/// that make it likely. Names and words are as `fold` leaves them, without blanks. From our own
/// tidy table, GDELT, ICEWS, ACLED and the tables of Chinese visits by NDU and others.
const NAMES: &[(Meaning, &str, &[&str], &[&str])] = &[
    (Meaning::Latitude, "latitude", &["lat", "latitude", "纬度"], &["latitude", "lat"]),
    (
        Meaning::Longitude,
        "longitude",
        &["lon", "lng", "long", "longitude", "经度"],
        &["longitude", "lon"],
    ),
    (
        Meaning::Id,
        "id",
        &[
            "id",
            "eventid",
            "uid",
            "uuid",
            "no",
            "nr",
            "index",
            "key",
            "recordid",
            "globaleventid",
            "编号",
            "序号",
        ],
        &[],
    ),
    (
        Meaning::DateEnd,
        "date-end",
        &["dateend", "enddate", "todate", "until", "end", "结束日期", "结束时间"],
        &["结束"],
    ),
    (
        Meaning::Date,
        "date",
        &[
            "date",
            "day",
            "eventdate",
            "sqldate",
            "startdate",
            "datestart",
            "fromdate",
            "when",
            "日期",
            "时间",
            "年月日",
            "month",
            "year",
            "yearmonth",
            "fiscalyear",
            "fy",
            "season",
            "quarter",
            "week",
            "period",
            "time",
            "datetime",
            "timestamp",
            "epoch",
            "unixtime",
            "年份",
            "年",
            // Years in other languages: year_name.rs.
            "fecha",
            "datum",
            "dato",
            "tanggal",
            "tarikh",
            "tarih",
            "ngay",
            "paivamaara",
            "дата",
            "日付",
            "年月",
            "期间",
            "期間",
            "날짜",
            "일자",
            "التاريخ",
            "تاريخ",
            "วันที",
        ],
        &[
            "date",
            "year",
            "datetime",
            "timestamp",
            "epoch",
            "fecha",
            "datum",
            "tanggal",
            "tarih",
            "дата",
            "日期",
            "时间",
            "日付",
            "날짜",
        ],
    ),
    (
        Meaning::Venue,
        "venue",
        &["venuecountry", "hostcountry", "locationcountry", "countryofvenue", "举办国"],
        &[],
    ),
    (
        Meaning::CounterpartTitle,
        "counterpart-title",
        &["counterparttitle", "titleofcounterpart", "counterpartposition", "foreignofficialtitle"],
        &[],
    ),
    (
        Meaning::Office,
        "office",
        &["office", "counterpartoffice", "officeofcounterpart", "kindofoffice"],
        &[],
    ),
    (
        Meaning::Publisher,
        "publisher",
        &["sourcepublishers", "sourcepublisher", "publisher", "publishers"],
        &[],
    ),
    (Meaning::Published, "published", &["sourcedates", "sourcedate", "publicationdate"], &[]),
    (Meaning::Also, "also", &["also", "furtherpeople"], &[]),
    (
        Meaning::Session,
        "session",
        &["session", "forumsession", "edition", "forumedition", "forumyear"],
        &[],
    ),
    (
        Meaning::Confidence,
        "confidence",
        &["confidence", "certainty", "reliability"],
        &["confidence"],
    ),
    (
        Meaning::Counterpart,
        "counterpart",
        &[
            "counterpartname",
            "foreignofficial",
            "foreignofficials",
            "foreignleader",
            "counterpartofficial",
            "外方官员",
            "外方人员",
            "会见对象",
        ],
        &[],
    ),
    (
        Meaning::Country,
        "country",
        &[
            "country",
            "countries",
            "counterpart",
            "counterpartcountry",
            "partner",
            "partnercountry",
            "nation",
            "foreigncountry",
            "recipient",
            "recipientcountry",
            "targetcountry",
            "iso",
            "iso3",
            "countryiso3",
            "iso3c",
            "countrycode",
            "countryname",
            "iso2",
            "iso2c",
            "isoa2",
            "isoa3",
            "countryiso2",
            "countryiso",
            "alpha2",
            "alpha3",
            "alpha2code",
            "alpha3code",
            "m49",
            "m49code",
            "fips",
            "fipscode",
            "statenme",
            "stateabb",
            "statename",
            "ccode",
            "cowc",
            "cown",
            "cowcode",
            "gwno",
            "gwnoa",
            "gwcode",
            "economy",
            "entity",
            "actor2countrycode",
            "国家",
            "国别",
            "对象国",
            "对方国家",
            "外方",
            "国家名称",
            "pays",
            "pais",
            "paises",
            "paese",
            "land",
            "lander",
            "kraj",
            "panstwo",
            "zeme",
            "negara",
            "ulke",
            "nuoc",
            "quocgia",
            "страна",
            "країна",
            "国",
            "国名",
            "국가",
            "국가명",
            "국",
            "나라",
            "الدولة",
            "البلد",
            "ประเทศ",
        ],
        &["country", "countries", "counterpart", "pays", "pais", "страна", "国家", "国别", "국가"],
    ),
    (
        Meaning::Organization,
        "organization",
        &[
            "organization",
            "organisation",
            "internationalorganization",
            "internationalorganisation",
            "组织",
            "国际组织",
        ],
        &["organization", "organisation"],
    ),
    (
        Meaning::Agency,
        "agency",
        &[
            "agency",
            "ministry",
            "chineseagency",
            "prcagency",
            "department",
            "institution",
            "机构",
            "部门",
            "单位",
            "中方机构",
            "部委",
        ],
        &["agency", "ministry", "机构", "部门"],
    ),
    (
        Meaning::Rank,
        "rank",
        &["rank", "level", "seniority", "级别", "职级"],
        &["rank", "seniority"],
    ),
    (
        Meaning::Official,
        "official",
        &[
            "official",
            "officials",
            "chineseofficial",
            "chineseofficials",
            "prcofficial",
            "leader",
            "leaders",
            "chineseleader",
            "participants",
            "name",
            "官员",
            "中方官员",
            "领导",
            "领导人",
            "姓名",
            "人员",
        ],
        &["official", "officials", "leader", "官员"],
    ),
    (
        Meaning::Topic,
        "topic",
        &[
            "topic", "topics", "subject", "subjects", "issue", "issues", "theme", "themes",
            "keywords", "tags", "主题", "议题", "话题", "领域",
        ],
        &["topic", "topics", "issue", "issues", "议题", "主题"],
    ),
    (
        Meaning::Channel,
        "channel",
        &["channel", "mode", "modality", "medium", "方式", "渠道"],
        &["channel"],
    ),
    (
        Meaning::Format,
        "format",
        &[
            "format",
            "type",
            "eventtype",
            "meetingtype",
            "visittype",
            "kind",
            "形式",
            "类型",
            "活动类型",
        ],
        &["format", "type", "类型"],
    ),
    (Meaning::Forum, "forum", &["forum", "mechanism", "论坛", "机制"], &["forum", "mechanism"]),
    (
        Meaning::City,
        "city",
        &["city", "location", "place", "venue", "town", "城市", "地点", "会见地点"],
        &["city", "location", "城市", "地点"],
    ),
    (
        Meaning::Source,
        "source",
        &[
            "source",
            "sources",
            "url",
            "urls",
            "link",
            "links",
            "reference",
            "references",
            "sourceurl",
            "来源",
            "链接",
            "网址",
            "出处",
        ],
        &["source", "sources", "url", "link", "来源", "链接"],
    ),
    (
        Meaning::Note,
        "note",
        &["note", "notes", "comment", "comments", "remark", "remarks", "备注", "说明"],
        &["note", "notes", "comments", "备注"],
    ),
    (
        Meaning::Title,
        "title",
        &[
            "title",
            "headline",
            "event",
            "description",
            "summary",
            "eventtitle",
            "activity",
            "标题",
            "题目",
            "名称",
            "事件",
            "活动",
            "内容",
        ],
        &["title", "headline", "description", "标题"],
    ),
];

impl Meaning {
    /// All meanings.
    pub fn all() -> impl Iterator<Item = Self> {
        NAMES.iter().map(|(meaning, ..)| *meaning)
    }

    /// Its word in a saved mapping.
    pub fn word(self) -> &'static str {
        NAMES.iter().find(|(meaning, ..)| *meaning == self).map_or("", |(_, word, ..)| word)
    }

    /// The meaning with that word.
    pub fn from_word(word: &str) -> Option<Self> {
        NAMES.iter().find(|(_, known, ..)| *known == word).map(|(meaning, ..)| *meaning)
    }

    /// What a column of that name may mean, the likelier first, and whether the name as a whole
    /// says so, or only a word of it.
    pub(super) fn of_name(name: &str) -> Vec<(Self, bool)> {
        let words = words_of(name);
        let key = words.concat();
        let whole = NAMES.iter().filter(|(_, _, names, _)| names.contains(&key.as_str()));
        let by_word = NAMES.iter().filter(|(_, _, names, likely)| {
            let has = |word: &&str| match word.is_ascii() {
                true => words.iter().any(|known| known == *word),
                false => key.contains(*word),
            };
            !names.contains(&key.as_str()) && likely.iter().any(has)
        });
        let whole = whole.map(|(meaning, ..)| (*meaning, true));
        whole.chain(by_word.map(|(meaning, ..)| (*meaning, false))).collect()
    }
}

/// The folded name of a column, and whether it speaks of countries, so that codes which are words
/// otherwise may be meant.
pub(super) fn speaks_of_countries(name: &str) -> (String, bool) {
    let words = fold(&apart(name));
    let key = words.concat();
    let names = Meaning::of_name(name);
    let is_meant =
        names.iter().any(|(meaning, _)| matches!(meaning, Meaning::Country | Meaning::Venue));
    let is_word = |word: &String| {
        matches!(
            word.as_str(),
            "country"
                | "countries"
                | "nation"
                | "nations"
                | "iso"
                | "iso2"
                | "iso3"
                | "cc"
                | "fips"
                | "m49"
                | "cow"
                | "gwno"
                | "partner"
                | "reporter"
                | "origin"
                | "destination"
                | "venue"
                | "host"
                | "geo"
        )
    };
    let is_hinted = is_meant || words.iter().any(is_word) || CodeList::of_name(&key).is_some();
    (key, is_hinted)
}

/// The words of a column's name, folded.
pub(super) fn words_of(name: &str) -> Vec<String> {
    fold(&apart(name))
}

/// Blanks between the words of `eventDate`, `event_date` and `event.date`.
fn apart(name: &str) -> String {
    let mut spaced = String::with_capacity(name.len() + 8);
    let mut small = false;
    for c in name.chars().take(200) {
        if small && c.is_uppercase() {
            spaced.push(' ');
        }
        small = c.is_lowercase();
        spaced.push(if matches!(c, '_' | '.') { ' ' } else { c });
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_columns_say_what_they_mean() {
        for (name, meaning) in [
            ("Date", Meaning::Date),
            ("event_date", Meaning::Date),
            ("eventDate", Meaning::Date),
            ("Date of meeting", Meaning::Date),
            ("会见日期", Meaning::Date),
            ("date_end", Meaning::DateEnd),
            ("Counterpart country", Meaning::Country),
            ("counterparts.country", Meaning::Country),
            ("国家", Meaning::Country),
            ("counterpart_name", Meaning::Counterpart),
            ("Chinese Agency", Meaning::Agency),
            ("Officials", Meaning::Official),
            ("topics", Meaning::Topic),
            ("Source URL", Meaning::Source),
            ("LATITUDE", Meaning::Latitude),
            ("event_id", Meaning::Id),
            ("venue_country", Meaning::Venue),
        ] {
            let first = Meaning::of_name(name).first().map(|(meaning, _)| *meaning);
            assert_eq!(first, Some(meaning), "{name}");
        }
        assert_eq!(Meaning::of_name("flavour"), []);
    }

    #[test]
    fn words_lead_back_to_their_meaning() {
        for meaning in Meaning::all() {
            assert_eq!(Meaning::from_word(meaning.word()), Some(meaning));
        }
        assert_eq!(Meaning::from_word(""), None);
        assert_eq!(Meaning::all().count(), 27);
    }

    #[test]
    fn names_are_folded() {
        for (_, _, names, likely) in NAMES {
            for name in names.iter().chain(*likely) {
                assert_eq!(fold(name).concat(), *name);
            }
        }
    }
}
