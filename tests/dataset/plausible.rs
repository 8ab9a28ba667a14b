//! What no rule of the check can see, because it is written in prose: titles say whom, notes do not
//! contradict the confidence, and sources that are older than the meeting are announcements.

use explorer_dataset::event::{Counterpart, Event};

use super::support::dataset;

/// Marks in a title that a source names nobody.
const UNNAMED: &str = "not named";

/// Reports that are older than the meeting, each looked at by hand: they announce it, or report an
/// earlier part of it, or give another day, and the note or their address says so. Some other source
/// of the record is younger.
const OLDER: [(&str, &str); 16] = [
    ("2022-08-19-mps-sco", "kun.uz/en/news/2022/08/18/"),
    ("2023-09-21-mps-pak", "hblexin.com"),
    ("2024-03-19-mps-aus", "theepochtimes.com"),
    ("2024-04-03-mps-sco", "musavat.com"),
    ("2024-09-09-mps-mys", "thestar.com.my"),
    ("2024-09-09-mps-mys", "malaymail.com"),
    ("2024-10-29-mps-egy", "almalnews.com"),
    ("2025-02-19-mps-tha", "nationthailand.com/news/general/40046440"),
    ("2025-02-19-mps-tha", "nationthailand.com/news/asean/40046366"),
    ("2025-05-27-cplc-rus", "tass.com/politics/1962091"),
    ("2025-05-28-cplc-moscow-security-meeting", "tass.com/world/1964095"),
    ("2025-05-28-cplc-moscow-security-meeting", "en.mehrnews.com"),
    ("2025-05-28-cplc-moscow-security-meeting", "tehrantimes.com"),
    ("2025-09-mps-mys", "thesun.my/malaysia-news/melaka-hosts"),
    ("2025-09-11-mps-asean", "thesun.my/malaysia-news/melaka-hosts"),
    ("2025-09-18-mps-geo", "apsny.ge/2025/pol/1758129060"),
];

/// What a note says where the day, the official or the counterpart is not a source's own.
const INFERRED: [&str; 8] = [
    "day is not stated",
    "day is inferred",
    "day is not given",
    "day is that of",
    "date is inferred",
    "day and place are not stated",
    "states neither the day",
    "is inferred by",
];

#[test]
fn titles_say_who_met_whom() {
    for event in dataset().events {
        let title = &event.title;
        let official = event.officials.iter().any(|name| title.contains(name.as_str()));
        assert!(official || title.contains(UNNAMED), "{}: who? {title}", event.id);
        if event.format != "multilateral" {
            let named: Vec<_> = event.counterparts.iter().filter(|c| c.name.is_some()).collect();
            let whom = named.iter().any(|counterpart| names(title, counterpart));
            let unnamed = named.is_empty() && title.contains(UNNAMED);
            assert!(whom || unnamed, "{}: whom? {title}", event.id);
        }
    }
}

/// Whether a title has a part of the counterpart's name.
fn names(title: &str, counterpart: &Counterpart) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2);
        words.map(str::to_lowercase).collect()
    };
    let title = words(title);
    words(counterpart.name.as_deref().unwrap_or_default()).iter().any(|word| title.contains(word))
}

#[test]
fn a_record_of_high_confidence_has_no_inferred_day() {
    for event in dataset().events {
        let note = event.note.as_deref().unwrap_or_default();
        let doubt = INFERRED.iter().find(|words| note.contains(**words));
        assert!(event.confidence != "high" || doubt.is_none(), "{}: {note}", event.id);
    }
}

#[test]
fn sources_older_than_the_meeting_were_looked_at() {
    let dataset = dataset();
    let older = |event: &Event| {
        let first = event.date.first_day();
        let sources = event.sources.iter();
        let older = sources.filter(|source| source.published.is_some_and(|p| p.last_day() < first));
        older.map(|source| (event.id.clone(), source.url.clone())).collect::<Vec<_>>()
    };
    let found: Vec<_> = dataset.events.iter().flat_map(older).collect();
    for (id, url) in &found {
        let known = OLDER.iter().any(|(of, part)| id == of && url.contains(part));
        assert!(known, "{id} is younger than its source {url}");
    }
    for (of, part) in OLDER {
        assert!(found.iter().any(|(id, url)| id == of && url.contains(part)), "{of}: no {part}");
    }
}

#[test]
fn notes_are_sentences() {
    for event in dataset().events {
        let Some(note) = &event.note else { continue };
        assert!(note.ends_with('.') && !note.contains(" | "), "{}: {note}", event.id);
        for remark in ["excerpt", "CONFLICT", "in the part seen", "cut off", "After the window"] {
            assert!(!note.contains(remark), "{}: a working remark: {note}", event.id);
        }
    }
}
