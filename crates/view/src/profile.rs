//! What a profile says of its country, organization or official: the numbers, and the people on
//! both sides.

use super::contacts::Contacts;
use super::countries::date_of;
use super::state::ViewState;
use explorer_dataset::date::PartialDate;
use explorer_dataset::tables::Official;
use explorer_explore::Explorer;
use explorer_explore::coding::NONE;
use explorer_explore::dictionary::Code;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_explore::measure::Measure;
use explorer_explore::outcome::{Outcome, Summary};
use explorer_explore::search::fold;
use explorer_order::order;

/// A profile's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers {
    /// What the reader's filters leave.
    pub in_view: Summary,
    /// All that there is.
    pub all: Summary,
    /// First and last contact in view.
    pub contacts: Option<Contacts>,
    /// The place among the countries or officials in view; organizations, and who has no record in
    /// view, have none.
    pub place: Option<Place>,
}

/// A place by the number of interactions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// 1 and how many have more.
    pub position: usize,
    /// How many others have as many.
    pub shared_with: usize,
    /// How many have any.
    pub of: usize,
}

/// The numbers of the page's subject. `outcome` is what is in view on its profile.
pub fn numbers(explorer: &Explorer, state: &ViewState, outcome: &Outcome) -> Numbers {
    let all = explorer.explore(&state.page.base(), Measure::Interactions);
    Numbers {
        in_view: outcome.summary,
        all: all.summary,
        contacts: Contacts::of(outcome.rows.iter().filter_map(|row| date_of(explorer, row))),
        place: place(explorer, state),
    }
}

fn place(explorer: &Explorer, state: &ViewState) -> Option<Place> {
    let ranked = |(facet, _): &(Facet, &str)| matches!(facet, Facet::Country | Facet::Official);
    let (facet, id) = state.page.subject().filter(ranked)?;
    let dictionary = explorer.table().dictionary(facet);
    let code = dictionary.code(id)?;
    // A facet's counts are those without its own filter: all countries, side by side.
    let outcome = explorer.explore(&state.scope(), Measure::Interactions);
    let mut counts = outcome.facet(facet).to_vec();
    if let Some(nobody) = dictionary.code(NONE) {
        counts[usize::from(nobody)] = 0;
    }
    let own = counts.get(usize::from(code)).copied().filter(|own| *own > 0)?;
    let how_many = |keep: &dyn Fn(u32) -> bool| counts.iter().filter(|n| keep(**n)).count();
    Some(Place {
        position: 1 + how_many(&|n| n > own),
        shared_with: how_many(&|n| n == own) - 1,
        of: how_many(&|n| n > 0),
    })
}

/// The measure per calendar year: a line of a profile's table of years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearLine {
    /// The agency whose part it is, by its code; `None` for all of them.
    pub agency: Option<Code>,
    /// The measure of what is in view per calendar year of the data's span.
    pub years: Vec<u32>,
    /// The measure of all of it.
    pub all: u32,
}

/// The years of a profile's subject: a line per agency that met it, and one for all where there are
/// several.
pub fn years(explorer: &Explorer, outcome: &Outcome, facet: Facet, id: &str) -> Vec<YearLine> {
    let table = explorer.table();
    let split = |of: Facet| outcome.by_year(table, of);
    let column = |bins: &[Vec<u32>], at: usize| -> Vec<u32> {
        bins.iter().map(|counts| counts.get(at).copied().unwrap_or_default()).collect()
    };
    let by_agency = split(Facet::Agency);
    let in_view = outcome.in_view(table, Facet::Agency);
    let agencies = in_view.iter().enumerate().filter(|(_, all)| **all > 0);
    let mut lines: Vec<YearLine> = agencies
        .filter_map(|(at, all)| {
            let agency = Some(Code::try_from(at).ok()?);
            Some(YearLine { agency, years: column(&by_agency, at), all: *all })
        })
        .collect();
    if lines.len() != 1 {
        // All of what is in view has the subject, so its counts are those of everything.
        let code = table.dictionary(facet).code(id).map_or(usize::MAX, usize::from);
        let years = column(&split(facet), code);
        lines.push(YearLine { agency: None, years, all: outcome.summary.get(outcome.measure) });
    }
    lines
}

/// A Chinese official who met the subject in view.
#[derive(Debug, Clone, PartialEq)]
pub struct ChineseSide<'e> {
    /// Who; `None` stands for the interactions in which no source names anyone.
    pub official: Option<&'e Official>,
    /// Interactions in view.
    pub count: u32,
    /// The last of them.
    pub last: PartialDate,
}

/// Whom a person stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side<'e> {
    /// A country, by its code.
    Country(&'e str),
    /// An organization, as the codebook words it.
    Organization(&'e str),
}

/// A person of a foreign side in view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignSide<'e> {
    /// The side.
    pub side: Side<'e>,
    /// Name as reported last; `None` where no source gives it.
    pub name: Option<&'e str>,
    /// Title as reported last.
    pub title: Option<&'e str>,
    /// Kind of office as recorded last, a codebook word. It is that of the most senior person of a
    /// side, so those who only came along have none.
    pub office: Option<&'e str>,
    /// Interactions in view.
    pub count: u32,
    /// The last of them.
    pub last: PartialDate,
}

/// Who of China met the subject, by count from the top, equal ones the last met first; what is
/// not named comes last.
pub fn chinese_side<'e>(explorer: &'e Explorer, outcome: &Outcome) -> Vec<ChineseSide<'e>> {
    let table = explorer.table();
    let column = table.column(Facet::Official);
    let entries = column.dictionary().entries().iter().zip(0..);
    let people: Vec<ChineseSide<'e>> = entries
        .filter_map(|(entry, code): (_, Code)| {
            let official = explorer.dataset().officials.iter().find(|o| o.id == entry.id);
            if official.is_none() && entry.id != NONE {
                return None;
            }
            let rows = outcome.rows.iter().filter(|&row| column.codes(row).contains(&code));
            let dates: Vec<_> = rows.filter_map(|row| date_of(explorer, row)).collect();
            let count = u32::try_from(dates.len()).unwrap_or(u32::MAX);
            Some(ChineseSide { official, count, last: Contacts::of(dates)?.last })
        })
        .collect();
    let sorted = order(people.len(), &|a, b| {
        let (a, b) = (&people[a], &people[b]);
        (a.official.is_none(), b.count, b.last.first_day()).cmp(&(
            b.official.is_none(),
            a.count,
            a.last.first_day(),
        ))
    });
    sorted.into_iter().map(|at| people[at].clone()).collect()
}

/// Who met China. The same name on one side, however it is accented, is one person; who is not
/// named is told apart by title. By count from the top, equal ones the last met first, then those
/// who are not named.
pub fn foreign_side<'e>(explorer: &'e Explorer, outcome: &Outcome) -> Vec<ForeignSide<'e>> {
    type Key<'e> = (bool, String, Side<'e>);
    let mut people: Vec<(Key<'e>, ForeignSide<'e>)> = Vec::new();
    let table = explorer.table();
    for row in outcome.rows.iter() {
        let event = explorer.dataset().events.get(table.event(row) as usize);
        let side = event.and_then(|event| event.counterparts.get(table.counterpart(row)));
        let (Some(event), Some(side)) = (event, side) else { continue };
        let whom = match (&side.country, &side.organization) {
            (Some(iso3), _) => Side::Country(iso3),
            (None, word) => Side::Organization(word.as_deref().unwrap_or_default()),
        };
        let most_senior = (&side.name, &side.title, side.office.as_deref());
        let others = side.also.iter().map(|person| (&person.name, &person.title, None));
        let mut met: Vec<Key<'e>> = Vec::new();
        for (name, title, office) in std::iter::once(most_senior).chain(others) {
            let (name, title) = (name.as_deref(), title.as_deref());
            let key = (name.is_none(), fold(name.or(title).unwrap_or_default()), whom);
            let first_time_here = !met.contains(&key);
            if first_time_here {
                met.push(key.clone());
            }
            let new = ForeignSide { side: whom, name, title, office, count: 0, last: event.date };
            let at = people.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
                people.push((key, new.clone()));
                people.len() - 1
            });
            let person = &mut people[at].1;
            person.count += u32::from(first_time_here);
            let is_later = event.date.first_day() >= person.last.first_day();
            if is_later {
                person.last = event.date;
                person.name = name.or(person.name);
            }
            let newer =
                |now: Option<&'e str>, known| if is_later { now.or(known) } else { known.or(now) };
            person.title = newer(title, person.title);
            person.office = newer(office, person.office);
        }
    }
    let sorted = order(people.len(), &|a, b| {
        let ((a_key, a), (b_key, b)) = (&people[a], &people[b]);
        (a_key.0, b.count, b.last.first_day(), a_key).cmp(&(
            b_key.0,
            a.count,
            a.last.first_day(),
            b_key,
        ))
    });
    sorted.into_iter().map(|at| people[at].1.clone()).collect()
}

/// The filters of what is in view, with only this value of a facet; what is excluded stays so.
pub fn only(scope: &Filters, facet: Facet, id: &str) -> Filters {
    let mut filters = scope.clone();
    let included: Vec<_> = scope.selection(facet).included().iter().cloned().collect();
    included.iter().for_each(|other| filters.set(facet, other, Standing::Free));
    filters.set(facet, id, Standing::Included);
    filters
}

/// The filters of what is in view, with a name to search for besides what is searched already.
pub fn with_name(scope: &Filters, name: &str) -> Filters {
    let mut filters = scope.clone();
    let query = format!("{} {name}", scope.query());
    filters.set_query(&query);
    filters
}
