//! What a reader may say of a column: its role, and what it means.

use explorer_meaning::country::{Countries, Naming};
use explorer_meaning::mapping::{ColumnMapping, ColumnProfile, Mapping, Meaning, Recalled, Role};
use explorer_reader::date::DateForm;
use explorer_reader::number::Decimal;
use explorer_reader::problem::shortened;

use crate::date_question::DateQuestion;

/// A role without its details.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoleKind {
    /// One of a number of values.
    Category,
    /// Several values in a cell.
    MultiValue,
    /// Dates.
    Date,
    /// Numbers.
    Number,
    /// Text.
    Text,
    /// Addresses on the web.
    Link,
    /// Not loaded.
    Ignored,
}

impl RoleKind {
    /// The roles in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Category,
        Self::MultiValue,
        Self::Date,
        Self::Number,
        Self::Text,
        Self::Link,
        Self::Ignored,
    ];

    /// What kind of role it is.
    pub fn of(role: Role) -> Self {
        match role {
            Role::Category => Self::Category,
            Role::MultiValue(_) => Self::MultiValue,
            Role::Date(_) => Self::Date,
            Role::Number(_) => Self::Number,
            Role::Text => Self::Text,
            Role::Link => Self::Link,
            Role::Ignored => Self::Ignored,
        }
    }

    /// The role with the details that a column's first values suggest.
    pub fn role(self, profile: Option<&ColumnProfile>) -> Role {
        match self {
            Self::Category => Role::Category,
            Self::MultiValue => Role::MultiValue(';'),
            Self::Date => Role::Date(profile.map_or(DateForm::default(), ColumnProfile::date_form)),
            Self::Number => {
                Role::Number(profile.map_or(Decimal::Point, |profile| profile.decimal.decimal()))
            }
            Self::Text => Role::Text,
            Self::Link => Role::Link,
            Self::Ignored => Role::Ignored,
        }
    }

    /// Its word in a saved mapping.
    pub fn word(self) -> &'static str {
        self.role(None).word()
    }

    /// It in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Category => "one of some values",
            Self::MultiValue => "several values",
            Self::Date => "a date",
            Self::Number => "a number",
            Self::Text => "text",
            Self::Link => "links",
            Self::Ignored => "nothing: not loaded",
        }
    }
}

/// The separators that are offered, in words.
pub const SEPARATORS: [(char, &str); 6] = [
    (';', "by ; semicolons"),
    (',', "by , commas"),
    ('|', "by | bars"),
    ('/', "by / slashes"),
    ('、', "by 、 Chinese commas"),
    ('\n', "by line breaks"),
];

/// The meanings in words.
pub const MEANINGS: [(Meaning, &str); 27] = [
    (Meaning::Date, "date"),
    (Meaning::DateEnd, "last day"),
    (Meaning::Country, "counterpart country"),
    (Meaning::Organization, "counterpart organization"),
    (Meaning::Counterpart, "counterpart official"),
    (Meaning::CounterpartTitle, "that official\u{2019}s title"),
    (Meaning::Office, "kind of that official\u{2019}s office"),
    (Meaning::Also, "further people of that side"),
    (Meaning::Agency, "Chinese agency"),
    (Meaning::Official, "Chinese official"),
    (Meaning::Rank, "rank"),
    (Meaning::Topic, "topic"),
    (Meaning::Format, "format"),
    (Meaning::Channel, "channel"),
    (Meaning::Forum, "forum"),
    (Meaning::Session, "edition of the forum"),
    (Meaning::City, "city"),
    (Meaning::Venue, "country of the venue"),
    (Meaning::Title, "title"),
    (Meaning::Source, "source"),
    (Meaning::Confidence, "confidence"),
    (Meaning::Publisher, "publishers of the sources"),
    (Meaning::Published, "days of the sources"),
    (Meaning::Note, "note"),
    (Meaning::Id, "id"),
    (Meaning::Latitude, "latitude"),
    (Meaning::Longitude, "longitude"),
];

/// Says what a column means; no two columns mean the same. One that has countries now may name them by
/// codes, which its first values tell.
pub fn set_meaning(
    mapping: &mut Mapping,
    at: usize,
    meaning: Option<Meaning>,
    profile: Option<&ColumnProfile>,
    countries: &Countries,
) {
    for (other, column) in mapping.columns.iter_mut().enumerate() {
        if other != at && meaning.is_some() && column.meaning == meaning {
            column.meaning = None;
            column.naming = Naming::Names;
        }
    }
    if let Some(column) = mapping.columns.get_mut(at) {
        let had_countries = means_countries(column);
        column.meaning = meaning;
        column.naming = match profile {
            _ if !means_countries(column) => Naming::Names,
            Some(profile) if !had_countries => {
                profile.naming_of_countries(separator_of(column), countries)
            }
            _ => column.naming,
        };
    }
}

/// Whether the cells of a column name countries.
pub fn means_countries(column: &ColumnMapping) -> bool {
    matches!(column.meaning, Some(Meaning::Country | Meaning::Venue))
}

/// What stands between several values of a cell.
pub fn separator_of(column: &ColumnMapping) -> Option<char> {
    match column.role {
        Role::MultiValue(separator) => Some(separator),
        _ => None,
    }
}

/// How a column can name countries, with a word that does not change and what stands on it; nothing if
/// it has few codes. The lists that fit best come first.
pub fn namings(
    column: &ColumnMapping,
    profile: &ColumnProfile,
    countries: &Countries,
) -> Vec<(Naming, String, String)> {
    if !means_countries(column) {
        return Vec::new();
    }
    let mut fits = profile.code_fits(separator_of(column), countries);
    if fits.is_empty() && column.naming == Naming::Names {
        return Vec::new();
    }
    fits.sort_by_key(|fit| std::cmp::Reverse(fit.known));
    let mut namings = vec![(Naming::Names, "names".to_owned(), "names of countries".to_owned())];
    namings.extend(fits.iter().map(|fit| {
        let label = format!("{}: {} of {} known", fit.list.label(), fit.known, fit.all);
        (Naming::Codes(fit.list), fit.list.word().to_owned(), label)
    }));
    if namings.iter().all(|(naming, ..)| *naming != column.naming) {
        let label = match column.naming {
            Naming::Codes(list) => list.label(),
            _ => "codes of which list?",
        };
        let word = column.naming.word().unwrap_or_default().to_owned();
        namings.insert(0, (column.naming, word, label.to_owned()));
    }
    namings
}

/// Whether a reader has to say of which list a column's codes are.
pub fn needs_list(column: &ColumnMapping) -> bool {
    means_countries(column) && column.role != Role::Ignored && column.naming == Naming::Unsure
}

/// Whether a reader has to say how a column's dates are read.
pub fn needs_answer(column: &ColumnMapping, profile: &ColumnProfile) -> bool {
    let Role::Date(form) = column.role else { return false };
    DateQuestion::ALL.into_iter().any(|question| question.is_open(form, profile))
}

/// Whether a reader has to say which mark stands before the fraction.
pub fn needs_mark(column: &ColumnMapping, profile: &ColumnProfile) -> bool {
    column.role == Role::Number(Decimal::Ambiguous) && profile.decimal.needs_choice()
}

/// How many columns wait for a choice.
pub fn choices_left(mapping: &Mapping, profiles: &[ColumnProfile]) -> usize {
    let columns = mapping.columns.iter().zip(profiles);
    let waits = |(column, profile): &(&ColumnMapping, &ColumnProfile)| {
        needs_answer(column, profile) || needs_mark(column, profile) || needs_list(column)
    };
    columns.filter(waits).count()
}

/// Names among a column's first values that are no known countries, in words; `None` if it has none.
pub fn unknown_countries(
    column: &ColumnMapping,
    profile: &ColumnProfile,
    countries: &Countries,
) -> Option<String> {
    if !means_countries(column) || needs_list(column) {
        return None;
    }
    let separator = separator_of(column);
    let parts = profile.values.keys().flat_map(|value| match separator {
        Some(separator) => countries.split(value, separator),
        None => vec![value.as_str()],
    });
    let mut names: Vec<&str> =
        parts.filter(|name| column.naming.read(name, countries).is_err()).collect();
    names.sort_unstable();
    names.dedup();
    let count = match names.len() {
        0 => return None,
        1 => "1 name is".to_owned(),
        count => format!("{count} names are"),
    };
    let first: Vec<String> = names.iter().take(4).map(|name| shorter(name)).collect();
    let more = if names.len() > 4 { ", \u{2026}" } else { "" };
    Some(format!(
        "{count} no known country: {}{more}. Once it is loaded, you can say which are meant.",
        first.join(", ")
    ))
}

/// So many columns are named of those in which a file contradicts what is remembered.
const NAMED: usize = 4;

/// In what a file contradicts what is remembered: `date (the order of day, month and year), v (the
/// decimal mark)`; empty if in nothing.
pub fn contradicted_words(recalled: &Recalled, header: &[String]) -> String {
    let all = &recalled.contradictions;
    let named = all.iter().take(NAMED).map(|(at, contradiction)| {
        let name = header.get(*at).map_or(String::new(), |name| shorter(name));
        format!("{name} ({})", contradiction.words())
    });
    let mut words = named.collect::<Vec<_>>().join(", ");
    if let Some(more) = all.len().checked_sub(NAMED).filter(|more| *more > 0) {
        words.push_str(&format!(" and {more} more"));
    }
    words
}

/// The beginning of a long text.
pub fn shorter(text: &str) -> String {
    shortened(text, 48)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use explorer_meaning::mapping::Contradiction;

    use super::*;
    use explorer_loader::Beginning;
    use explorer_meaning::country::CodeList;

    fn countries() -> Countries {
        Countries::from_json(explorer_embedded::EMBEDDED.countries).unwrap()
    }

    #[test]
    fn codes_of_a_column_that_is_said_to_have_countries_are_asked_or_known() {
        let countries = countries();
        // United States in two lists, and Swiss or Chinese codes.
        let text = "a,b\nCH,us\nRS,de\nGM,fr\nAU,gb\n";
        let Beginning { mut mapping, columns, .. } = Beginning::of(text, true, &countries).unwrap();
        assert_eq!(mapping.columns[0].meaning, None);
        let country = Some(Meaning::Country);
        set_meaning(&mut mapping, 0, country, columns.first(), &countries);
        assert_eq!(mapping.columns[0].naming, Naming::Unsure);
        assert_eq!(choices_left(&mapping, &columns), 1);
        let words = namings(&mapping.columns[0], &columns[0], &countries);
        let words: Vec<&str> = words.iter().map(|(_, word, _)| word.as_str()).collect();
        assert_eq!(words[..2], ["unsure", "names"]);
        assert!(words.contains(&"fips") && words.contains(&"iso2"));
        mapping.columns[0].naming = Naming::Codes(CodeList::Fips);
        assert_eq!(choices_left(&mapping, &columns), 0);
        // What somebody has said stays when the meaning is chosen again.
        set_meaning(&mut mapping, 0, Some(Meaning::Venue), columns.first(), &countries);
        assert_eq!(mapping.columns[0].naming, Naming::Codes(CodeList::Fips));
        set_meaning(&mut mapping, 1, country, columns.get(1), &countries);
        assert_eq!(mapping.columns[1].naming, Naming::Codes(CodeList::Iso2));
        set_meaning(&mut mapping, 1, None, columns.get(1), &countries);
        assert_eq!(mapping.columns[1].naming, Naming::Names);
    }

    #[test]
    fn what_a_file_contradicts_is_named_by_column() {
        let header = ["date".to_owned(), "v".to_owned()];
        let words = |contradictions: Vec<(usize, Contradiction)>| {
            let (header_of, columns, countries) = Default::default();
            let mapping = Mapping { header: header_of, columns, countries, ..Mapping::none() };
            contradicted_words(&Recalled { mapping, contradictions }, &header)
        };
        let two = vec![(0, Contradiction::Order), (1, Contradiction::Mark)];
        assert_eq!(
            words(two.clone()),
            "date (the order of day, month and year), v (the decimal mark)"
        );
        assert_eq!(words(Vec::new()), "");
        assert!(words(two.repeat(3)).ends_with(" and 2 more"));
    }

    #[test]
    fn every_role_is_offered_once() {
        let mut words = RoleKind::ALL.map(RoleKind::word);
        let mut known = Role::WORDS;
        words.sort_unstable();
        known.sort_unstable();
        assert_eq!(words, known);
        for kind in RoleKind::ALL {
            assert_eq!(RoleKind::of(kind.role(None)), kind);
        }
    }
}
