//! Forums side by side: which there are, when each met, and what is recorded of each meeting.

mod calendar;
mod meeting;
mod years;

pub use calendar::{Calendar, ForumRow};
pub use meeting::Meeting;
pub use years::ForumYear;

use super::forum_share::FORUM;
use super::layer::{Layer, list_of};
use explorer_dataset::codebook::Word;
use explorer_dataset::forum::{Forum, Session};
use explorer_dataset::forum_edition::ForumEdition;
use explorer_dataset::membership::{Membership, TERRITORIES};
use explorer_dataset::tables::SUBJECT;
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::Filters;

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
