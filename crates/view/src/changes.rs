//! What a version of the dataset changed, in the words of the page.

use super::sentence::{date_words, word_label};
use explorer_dataset::changes::{Changes, FieldChange};
use explorer_explore::Explorer;
use explorer_explore::records::country_name;
use explorer_order::order;

/// Splits the values of a list in a [`FieldChange`].
const JOINT: &str = "; ";

/// A field before and after, as a reader reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The name of the field.
    pub field: String,
    /// What it said; of a list only what is there no more. Empty if nothing.
    pub from: String,
    /// What it says; of a list only what is new. Empty if nothing.
    pub to: String,
    /// Whether it is a list, of which the rest stayed.
    pub is_list: bool,
}

/// A correction in words.
pub fn told(explorer: &Explorer, change: &FieldChange) -> Told {
    let (side, key) = parts(&change.field);
    let field = match side {
        Some(side) => format!("{}: {}", side_name(explorer, side), name(key).to_ascii_lowercase()),
        None => name(key).to_owned(),
    };
    let words = |text: &str| match text {
        "" => String::new(),
        text => value(explorer, key, text),
    };
    let is_list = matches!(key, "officials" | "counterparts" | "also" | "topics" | "sources");
    Told { field, from: words(&change.from), to: words(&change.to), is_list }
}

/// How many records of each field were corrected, the most first.
pub fn by_field(changes: &Changes) -> Vec<(&'static str, usize)> {
    by_field_of(changes.corrected.iter().map(|correction| correction.fields.as_slice()))
}

/// How many records that differ in these fields differ in each, the most first.
pub fn by_field_of<'c>(
    records: impl Iterator<Item = &'c [FieldChange]>,
) -> Vec<(&'static str, usize)> {
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for fields in records {
        let mut names: Vec<&'static str> = Vec::new();
        for change in fields {
            let name = name(parts(&change.field).1);
            // A record of which two sides have another title is one.
            if !names.contains(&name) {
                names.push(name);
            }
        }
        for name in names {
            match counts.iter_mut().find(|(known, _)| *known == name) {
                Some((_, count)) => *count += 1,
                None => counts.push((name, 1)),
            }
        }
    }
    let sorted = order(counts.len(), &|a, b| counts[b].1.cmp(&counts[a].1));
    sorted.into_iter().map(|at| counts[at]).collect()
}

/// The side and the key of a field: of `counterparts[RUS].name`, `RUS` and `name`.
fn parts(field: &str) -> (Option<&str>, &str) {
    let of_side = field.strip_prefix("counterparts[").and_then(|rest| rest.rsplit_once("]."));
    of_side.map_or((None, field), |(side, key)| (Some(side), key))
}

/// The name of a field of an event or of a counterpart.
fn name(key: &str) -> &'static str {
    match key {
        "date" => "Date",
        "date_end" => "Last day",
        "title" => "Title",
        "agency" => "Agency",
        "officials" => "Chinese side",
        "rank" => "Rank",
        "format" => "Format",
        "channel" => "Channel",
        "city" => "City",
        "venue_country" => "Country of the meeting",
        "forum" => "Forum",
        "forum_session" => "Edition of the forum",
        "counterparts" => "Counterparts",
        "name" => "Name",
        "office" => "Office",
        "also" => "Further people",
        "topics" => "Topics",
        "confidence" => "Confidence",
        "in_paper_window" => "In the paper\u{2019}s window",
        "sources" => "Sources",
        _ => "Other",
    }
}

/// A country or an organization by its name.
pub fn side_name(explorer: &Explorer, side: &str) -> String {
    let words = &explorer.dataset().codebook.vocabularies.organizations;
    match words.iter().any(|word| word.word == side) {
        true => word_label(words, side),
        false => country_name(explorer, side),
    }
}

fn value(explorer: &Explorer, key: &str, text: &str) -> String {
    let v = &explorer.dataset().codebook.vocabularies;
    let words = match key {
        "rank" => &v.ranks,
        "format" => &v.formats,
        "channel" => &v.channels,
        "forum" => &v.forums,
        "office" => &v.offices,
        "topics" => &v.topics,
        "confidence" => &v.confidences,
        "date" | "date_end" => return text.parse().map_or(text.to_owned(), date_words),
        "venue_country" => return country_name(explorer, text),
        "counterparts" => return each(text, |side| side_name(explorer, side)),
        "sources" => return each(text, report_words),
        "in_paper_window" => return if text == "true" { "Yes" } else { "No" }.to_owned(),
        _ => return text.to_owned(),
    };
    each(text, |word| word_label(words, word))
}

/// `Publisher, 2023-09` with its date in words.
fn report_words(report: &str) -> String {
    let dated = report.rsplit_once(", ").and_then(|(publisher, date)| {
        Some(format!("{publisher}, {}", date_words(date.parse().ok()?)))
    });
    dated.unwrap_or_else(|| report.to_owned())
}

fn each(text: &str, label: impl Fn(&str) -> String) -> String {
    text.split(JOINT).map(label).collect::<Vec<_>>().join(JOINT)
}
