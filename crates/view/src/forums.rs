//! Forums side by side: which there are, when each met, and what is recorded of each meeting.
//!
//! A record names a forum, not a session. It belongs to the session that it may lie within
//! [`AROUND`] days of, as with the share of a year; to those of the forum itself before those of
//! forums that are counted with it. What is recorded at another time is a meeting of its own.

use std::collections::HashMap;

use super::forum_share::{AROUND, FORUM, days_around};
use super::layer::{Layer, list_of};
use super::sentence::date_words;
use super::whole::whole;
use explorer_dataset::codebook::Word;
use explorer_dataset::date::{Day, PartialDate};
use explorer_dataset::event::Event;
use explorer_dataset::forum::{Forum, Session};
use explorer_dataset::forum_edition::ForumEdition;
use explorer_dataset::membership::{Membership, TERRITORIES};
use explorer_dataset::tables::SUBJECT;
use explorer_explore::Explorer;
use explorer_explore::bitset::BitSet;
use explorer_explore::facet::Facet;
use explorer_explore::filter::Filters;
use explorer_explore::measure::Measure;

/// Headings that forums stand under. The last one is of those that only records name.
pub const GROUPS: [&str; 7] = [
    "Worldwide",
    "Eurasia and Central Asia",
    "Southeast Asia",
    "Pacific Islands",
    "Africa",
    "Other regions",
    "Named in records only",
];

/// A forum of `forums.json`, of the codebook, or of both.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry<'e> {
    /// Its id in links.
    pub id: &'e str,
    /// Its short name.
    pub label: &'e str,
    /// Position of its heading in [`GROUPS`].
    pub group: usize,
    /// What is known of it besides records.
    pub forum: Option<&'e Forum>,
    /// Its word, if records name it.
    pub word: Option<&'e Word>,
    /// Word and id of the forum whose records have its meetings: its own, or the larger one's.
    pub counted: Option<&'e Word>,
}

fn group(forum: &Forum) -> usize {
    match forum.region.as_str() {
        "World" => 0,
        "Eurasia" | "Central Asia" => 1,
        "Southeast Asia" => 2,
        "Pacific Islands" => 3,
        "Africa" | "East Africa" => 4,
        _ => 5,
    }
}

/// All forums by their headings; parts of a larger one follow it.
pub fn entries(explorer: &Explorer) -> Vec<Entry<'_>> {
    let dataset = explorer.dataset();
    let words = &dataset.codebook.vocabularies.forums;
    let word = |id: &str| words.iter().find(|word| word.id == id);
    let entry = |forum: &'_ Forum| -> Option<usize> {
        dataset.forums.iter().position(|known| std::ptr::eq(known, forum))
    };
    let mut sorted: Vec<usize> = Vec::new();
    for heading in 0..GROUPS.len() {
        for (at, forum) in dataset.forums.iter().enumerate() {
            if group(forum) == heading && forum.part_of.is_none() {
                sorted.push(at);
                let parts = dataset.forums.iter().filter(|f| f.part_of.as_ref() == Some(&forum.id));
                sorted.extend(parts.filter_map(entry));
            }
        }
    }
    let known = sorted.iter().filter_map(|&at| dataset.forums.get(at)).map(|forum| {
        let own = word(&forum.id);
        let larger = forum.part_of.as_deref();
        let head = larger.and_then(|id| dataset.forums.iter().find(|other| other.id == id));
        Entry {
            id: &forum.id,
            label: own.map_or(forum.label.as_deref().unwrap_or(&forum.id), |word| &word.label),
            group: group(head.unwrap_or(forum)),
            forum: Some(forum),
            word: own,
            counted: own.or_else(|| larger.and_then(word)),
        }
    });
    let others = words.iter().filter(|word| !dataset.forums.iter().any(|f| f.id == word.id));
    let others = others.map(|word| Entry {
        id: &word.id,
        label: &word.label,
        group: GROUPS.len() - 1,
        forum: None,
        word: Some(word),
        counted: Some(word),
    });
    known.chain(others).collect()
}

/// The forum with an id.
pub fn entry<'e>(explorer: &'e Explorer, id: &str) -> Option<Entry<'e>> {
    entries(explorer).into_iter().find(|entry| entry.id == id)
}

/// A date in the life of a forum.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting<'e> {
    /// When it began, as far as known.
    pub date: PartialDate,
    /// What is known of it besides records.
    pub session: Option<&'e Session>,
    /// Whether it took place; the Lianyungang forum skipped years.
    pub held: bool,
    /// Its records, in the order of the file.
    pub events: Vec<&'e Event>,
    /// Interactions in view.
    pub count: u32,
    /// Of these, meetings beside the forum.
    pub sideline: u32,
    /// Interactions in all records.
    pub total: u32,
    /// The days that a record of it can lie in.
    reach: (Day, Day),
}

impl Meeting<'_> {
    /// What names it among those of all forums: `gpscfl:2024-09-08`.
    pub fn key(&self, entry: &Entry<'_>) -> String {
        format!("{}:{}", entry.id, self.date)
    }
}

/// A forum with its meetings.
#[derive(Debug, Clone, PartialEq)]
pub struct ForumRow<'e> {
    /// Which.
    pub entry: Entry<'e>,
    /// Its meetings in the order of time.
    pub meetings: Vec<Meeting<'e>>,
    /// Interactions in view.
    pub count: u32,
    /// Interactions in all records.
    pub total: u32,
}

impl ForumRow<'_> {
    /// How many times it is known to have met.
    pub fn sessions(&self) -> usize {
        self.meetings.iter().filter(|meeting| meeting.held).count()
    }

    /// When it met last, as far as known.
    pub fn last(&self) -> Option<PartialDate> {
        self.meetings.iter().rev().find(|meeting| meeting.held).map(|meeting| meeting.date)
    }
}

/// The days that a record of a session can lie in.
fn reach(explorer: &Explorer, forum: &Forum, session: &Session) -> (Day, Day) {
    let days = days_around(explorer, session.date.year()).filter(|_| forum.id == FORUM);
    match days.and_then(|days| days.from().zip(days.to())) {
        Some((from, to)) => (from.first_day(), to.last_day()),
        None => around(session.date),
    }
}

/// The days around a date.
fn around(date: PartialDate) -> (Day, Day) {
    (date.first_day() - AROUND, date.last_day() + AROUND)
}

/// How many interactions each event has in some rows.
fn by_event(explorer: &Explorer, rows: &BitSet) -> Vec<u32> {
    let mut counts = vec![0; explorer.dataset().events.len()];
    for row in rows.iter() {
        if let Some(count) = counts.get_mut(explorer.table().event(row) as usize) {
            *count += 1;
        }
    }
    counts
}

/// How many interactions each forum's word has in some rows, by its code. No other facet is counted.
fn by_word(explorer: &Explorer, rows: &BitSet) -> Vec<u32> {
    let column = explorer.table().column(Facet::Forum);
    let mut counts = vec![0; column.dictionary().entries().len()];
    for code in rows.iter().flat_map(|row| column.codes(row)) {
        if let Some(count) = counts.get_mut(usize::from(*code)) {
            *count += 1;
        }
    }
    counts
}

/// All forums with their meetings. What is counted is what `filters` leave within `base`, but for
/// the filter of forums: so they can be compared.
pub fn rows<'e>(explorer: &'e Explorer, base: &Filters, scope: &Filters) -> Vec<ForumRow<'e>> {
    let others = |filters: &Filters| {
        let mut filters = filters.clone();
        filters.clear(Facet::Forum);
        filters
    };
    let in_view = explorer.rows(&others(scope));
    let all = whole(explorer, &others(base), Measure::Interactions);
    let (counts, totals) = (by_event(explorer, &in_view), by_event(explorer, &all.rows));
    let (counts_by_word, totals_by_word) = (by_word(explorer, &in_view), all.facet(Facet::Forum));
    let mut rows: Vec<ForumRow<'e>> = entries(explorer)
        .into_iter()
        .map(|entry| {
            let sessions = entry.forum.map_or([].as_slice(), |forum| &forum.sessions);
            let mut meetings: Vec<_> = sessions
                .iter()
                .map(|session| Meeting::of(explorer, entry.forum, session))
                .collect();
            if entry.id == FORUM {
                let editions = explorer.dataset().forum_editions.iter();
                let skipped = editions.filter(|edition| !edition.held());
                meetings.extend(skipped.filter_map(|edition| {
                    let date = edition.edition.parse().ok()?;
                    Some(Meeting { held: false, ..Meeting::new(date) })
                }));
            }
            let code = explorer.table().dictionary(Facet::Forum).code(entry.id);
            let of = |counts: &[u32]| {
                code.and_then(|code| counts.get(usize::from(code)).copied()).unwrap_or_default()
            };
            let (count, total) = (of(&counts_by_word), of(totals_by_word));
            ForumRow { entry, meetings, count, total }
        })
        .collect();
    // Found once for each word: thousands of events may have it.
    let families: HashMap<&str, Vec<usize>> = rows
        .iter()
        .filter_map(|row| row.entry.word)
        .map(|word| family_of(&rows, &word.word))
        .collect();
    for (at, event) in explorer.dataset().events.iter().enumerate() {
        let (count, total) = (counts.get(at).copied(), totals.get(at).copied());
        let (count, total) = (count.unwrap_or_default(), total.unwrap_or_default());
        let Some(family) = event.forum.as_deref().and_then(|word| families.get(word)) else {
            continue;
        };
        let Some((row, meeting)) = place_of(&mut rows, family, event) else { continue };
        let Some(row) = rows.get_mut(row) else { continue };
        if row.entry.word.is_none() {
            row.count += count;
            row.total += total;
        }
        if let Some(meeting) = row.meetings.get_mut(meeting) {
            meeting.events.push(event);
            meeting.count += count;
            meeting.total += total;
            meeting.sideline += if event.format == "sideline" { count } else { 0 };
        }
    }
    for row in &mut rows {
        // Few and nearly in order: no sort of its own.
        for at in 1..row.meetings.len() {
            let mut to = at;
            while to > 0 && row.meetings[to].date < row.meetings[to - 1].date {
                row.meetings.swap(to, to - 1);
                to -= 1;
            }
        }
    }
    rows
}

impl<'e> Meeting<'e> {
    fn new(date: PartialDate) -> Self {
        let (events, reach) = (Vec::new(), around(date));
        Self { date, session: None, held: true, events, count: 0, sideline: 0, total: 0, reach }
    }

    fn of(explorer: &Explorer, forum: Option<&Forum>, session: &'e Session) -> Self {
        let reach = forum.map_or(around(session.date), |forum| reach(explorer, forum, session));
        Self { session: Some(session), reach, ..Self::new(session.date) }
    }

    fn is_reached(&self, first: Day, last: Day) -> bool {
        last >= self.reach.0 && first <= self.reach.1
    }
}

/// The rows in which events with a word can have their meeting: first the one that has the word, then those that
/// are counted with it.
fn family_of<'e>(rows: &[ForumRow<'e>], word: &'e str) -> (&'e str, Vec<usize>) {
    let owner = rows.iter().position(|row| row.entry.word.is_some_and(|own| own.word == word));
    let others = rows.iter().enumerate().filter(|(at, row)| {
        Some(*at) != owner && row.entry.counted.is_some_and(|counted| counted.word == word)
    });
    (word, owner.into_iter().chain(others.map(|(at, _)| at)).collect())
}

/// Row and meeting of an event, within the rows of its forum's family; makes a meeting of its own for it if need
/// be.
fn place_of<'e>(
    rows: &mut [ForumRow<'e>],
    family: &[usize],
    event: &Event,
) -> Option<(usize, usize)> {
    let (first, last) = (event.date.first_day(), event.date.last_day());
    let owner = *family.first()?;
    for &at in family {
        let row = rows.get(at)?;
        let meeting = row
            .meetings
            .iter()
            .position(|meeting| meeting.session.is_some() && meeting.is_reached(first, last));
        if let Some(meeting) = meeting {
            return Some((at, meeting));
        }
    }
    let row = rows.get_mut(owner)?;
    let near = |meeting: &Meeting<'_>| {
        meeting.held && meeting.session.is_none() && meeting.is_reached(first, last)
    };
    let meeting = row.meetings.iter().position(near).unwrap_or_else(|| {
        row.meetings.push(Meeting::new(event.date));
        row.meetings.len() - 1
    });
    let known = row.meetings.get_mut(meeting)?;
    if known.date.day().is_none() && event.date.day().is_some() {
        (known.date, known.reach) = (event.date, around(event.date));
    }
    Some((owner, meeting))
}

/// Whether a forum is one of the regions and countries that are filtered for: some record of it
/// is in view, it is worldwide, or a member or its region passes.
pub fn is_shown(explorer: &Explorer, filters: &Filters, row: &ForumRow<'_>) -> bool {
    let regions = filters.selection(Facet::Region);
    let countries = filters.selection(Facet::Country);
    if (regions.is_empty() && countries.is_empty()) || row.count > 0 {
        return true;
    }
    let Some(forum) = row.entry.forum else { return false };
    let dataset = explorer.dataset();
    let member = |iso3: &String| {
        let Some(country) = dataset.country(iso3) else { return false };
        countries.passes(std::iter::once(iso3.as_str()))
            && regions.passes(country.region.as_deref().into_iter())
    };
    let region = dataset.regions.iter().find(|region| region.name_en == forum.region);
    forum.region == "World"
        || forum.members.iter().any(member)
        || (countries.is_empty()
            && region.is_some_and(|region| regions.passes(std::iter::once(region.id.as_str()))))
}

/// The forums in view that the filter of forums leaves.
pub fn listed<'e>(explorer: &'e Explorer, base: &Filters, filters: &Filters) -> Vec<ForumRow<'e>> {
    let selection = filters.selection(Facet::Forum);
    let mut rows = rows_about(explorer, base, filters, None);
    rows.retain(|row| {
        let id = row.entry.counted.map_or(row.entry.id, |word| word.id.as_str());
        selection.passes(std::iter::once(id))
    });
    rows
}

/// The forums in view, or one with those that belong to it.
pub fn rows_about<'e>(
    explorer: &'e Explorer,
    base: &Filters,
    filters: &Filters,
    about: Option<&str>,
) -> Vec<ForumRow<'e>> {
    // A forum's page is about its records alone, but its chart also has the forums beside it.
    let everything = Filters::default();
    let base = if about.is_some() { &everything } else { base };
    let scope = filters.within(base);
    let belongs = |row: &ForumRow<'_>| match about {
        None => is_shown(explorer, &scope, row),
        Some(id) => {
            let larger = row.entry.forum.and_then(|forum| forum.part_of.as_deref());
            row.entry.id == id || larger == Some(id)
        }
    };
    rows(explorer, base, &scope).into_iter().filter(belongs).collect()
}

/// A session whose size a source gives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size<'e> {
    /// Of which forum.
    pub entry: Entry<'e>,
    /// Which session.
    pub session: &'e Session,
    /// How many took part.
    pub participants: u32,
}

/// The sessions whose size a source gives, the largest first.
pub fn sizes(explorer: &Explorer) -> Vec<Size<'_>> {
    let mut sizes: Vec<Size<'_>> = Vec::new();
    for entry in entries(explorer) {
        for session in entry.forum.map_or([].as_slice(), |forum| &forum.sessions) {
            let Some(participants) = session.participants else { continue };
            let at = sizes.iter().take_while(|size| size.participants >= participants).count();
            sizes.insert(at, Size { entry, session, participants });
        }
    }
    sizes
}

/// What the sessions say as a whole: how many of how many forums, and which years the Lianyungang
/// forum skipped.
pub fn finding(rows: &[&ForumRow<'_>]) -> String {
    let held: usize = rows.iter().map(|row| row.sessions()).sum();
    let met = rows.iter().filter(|row| row.sessions() > 0).count();
    let all = match (held, met) {
        (0, _) => return super::finding::NOTHING.to_owned(),
        (1, _) => "One session".to_owned(),
        (held, 1) => format!("{held} sessions"),
        (held, met) => format!("{held} sessions and other dates of {met} forums"),
    };
    let forum = rows.iter().find(|row| row.entry.id == FORUM);
    let skipped = forum.map(|row| row.meetings.iter().filter(|m| !m.held));
    let skipped: Vec<String> =
        skipped.into_iter().flatten().map(|meeting| meeting.date.to_string()).collect();
    match skipped.as_slice() {
        [] => all,
        [years @ .., last] if !years.is_empty() => {
            format!("{all}; the Lianyungang forum skipped {} and {last}", years.join(", "))
        }
        years => format!("{all}; the Lianyungang forum skipped {}", years.join(", ")),
    }
}

/// The layer of the map that shows who belongs to a forum, as closely as there is one: the largest
/// list all of whose countries are members; of a forum whose members are not listed, the list that
/// goes by its name, and of the Lianyungang forum the edition of which most countries are named.
pub fn members_layer(explorer: &Explorer, entry: &Entry<'_>) -> Option<Layer> {
    let dataset = explorer.dataset();
    let forum = entry.forum?;
    let members = |list: &[String]| list.iter().all(|iso3| forum.members.contains(iso3));
    let largest = |keep: &dyn Fn(&Membership) -> bool| {
        let lists = dataset.memberships.iter().filter(|list| keep(list));
        lists.max_by_key(|list| list.members.len()).map(|list| Layer::Members(list.slug()))
    };
    let list = match forum.members.is_empty() {
        true => largest(&|list| list.slug().starts_with(&forum.id)),
        false => largest(&|list| members(&list.members)),
    };
    let edition = || {
        let named = |edition: &&ForumEdition| match entry.id == FORUM {
            true => edition.held(),
            false => !edition.countries_named.is_empty() && members(&edition.countries_named),
        };
        let all = dataset.forum_editions.iter().filter(named);
        let countries =
            |e: &&ForumEdition| e.countries_named.len() + e.countries_named_beside.len();
        all.max_by_key(countries).map(|edition| Layer::Edition(edition.edition.clone()))
    };
    list.or_else(edition)
}

/// The codes of a forum's members as closely as they are known. `layer` is that of
/// [`members_layer`].
pub fn members<'e>(
    explorer: &'e Explorer,
    entry: &Entry<'e>,
    layer: Option<&Layer>,
) -> &'e [String] {
    let Some(forum) = entry.forum else { return &[] };
    let list = match layer {
        Some(Layer::Members(slug)) => list_of(explorer.dataset(), slug),
        _ => None,
    };
    match list {
        Some(list) if forum.members.is_empty() => &list.members,
        _ => &forum.members,
    }
}

/// The name of a country or territory where a forum met, or that belongs to it.
pub fn place_name(explorer: &Explorer, iso3: &str) -> String {
    if iso3 == SUBJECT {
        return "China".to_owned();
    }
    let territory = TERRITORIES.iter().find(|(code, _)| *code == iso3);
    let known = explorer.dataset().country(iso3).map(|country| country.name_en.clone());
    known.or_else(|| territory.map(|(_, name)| (*name).to_owned())).unwrap_or_default()
}

impl Meeting<'_> {
    /// When and where it took place: `9 Sep 2024, Lianyungang, China`.
    pub fn title(&self, explorer: &Explorer) -> String {
        let mut title = date_words(self.date);
        if !self.held {
            title.push_str(": not held");
        }
        if let Some(session) = self.session {
            let country = session.country.as_deref().map(|iso3| place_name(explorer, iso3));
            for place in session.city.iter().cloned().chain(country) {
                title.push_str(", ");
                title.push_str(&place);
            }
        }
        title
    }

    /// What is known of its size, as a sentence.
    pub fn size_words(&self) -> Option<String> {
        let session = self.session?;
        let words = [&session.participants_words, &session.delegations];
        let words: Vec<&str> = words.into_iter().flatten().map(String::as_str).collect();
        let words = words.join("; ");
        (!words.is_empty()).then(|| as_sentence(&words))
    }

    /// What its source notes of it, as a sentence.
    pub fn note(&self) -> Option<String> {
        self.session.map(|session| as_sentence(&session.note))
    }
}

/// Words of a note as a sentence.
fn as_sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase().to_string()).unwrap_or_default();
    let end = if words.ends_with('.') { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}
