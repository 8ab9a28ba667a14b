//! What a reader may say of a column: its role, and what it means.

use explorer_meaning::country::Countries;
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
pub const MEANINGS: [(Meaning, &str); 20] = [
    (Meaning::Date, "date"),
    (Meaning::DateEnd, "last day"),
    (Meaning::Country, "counterpart country"),
    (Meaning::Organization, "counterpart organization"),
    (Meaning::Counterpart, "counterpart official"),
    (Meaning::Agency, "Chinese agency"),
    (Meaning::Official, "Chinese official"),
    (Meaning::Rank, "rank"),
    (Meaning::Topic, "topic"),
    (Meaning::Format, "format"),
    (Meaning::Channel, "channel"),
    (Meaning::Forum, "forum"),
    (Meaning::City, "city"),
    (Meaning::Venue, "country of the venue"),
    (Meaning::Title, "title"),
    (Meaning::Source, "source"),
    (Meaning::Note, "note"),
    (Meaning::Id, "id"),
    (Meaning::Latitude, "latitude"),
    (Meaning::Longitude, "longitude"),
];

/// Says what a column means; no two columns mean the same.
pub fn set_meaning(mapping: &mut Mapping, at: usize, meaning: Option<Meaning>) {
    for column in &mut mapping.columns {
        if column.meaning == meaning {
            column.meaning = None;
        }
    }
    if let Some(column) = mapping.columns.get_mut(at) {
        column.meaning = meaning;
    }
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
        needs_answer(column, profile) || needs_mark(column, profile)
    };
    columns.filter(waits).count()
}

/// Names among a column's first values that are no known countries, in words; `None` if it has none.
pub fn unknown_countries(
    column: &ColumnMapping,
    profile: &ColumnProfile,
    countries: &Countries,
) -> Option<String> {
    if !matches!(column.meaning, Some(Meaning::Country | Meaning::Venue)) {
        return None;
    }
    let separator = match column.role {
        Role::MultiValue(separator) => Some(separator),
        _ => None,
    };
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
mod tests {
    use explorer_meaning::mapping::Contradiction;

    use super::*;

    #[test]
    fn what_a_file_contradicts_is_named_by_column() {
        let header = ["date".to_owned(), "v".to_owned()];
        let words = |contradictions: Vec<(usize, Contradiction)>| {
            let (header_of, columns, countries) = Default::default();
            let mapping = Mapping { header: header_of, columns, countries };
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
