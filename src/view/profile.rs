//! What a profile says of its country or organization: the numbers, and the people on both sides.

use super::contacts::Contacts;
use super::countries::date_of;
use super::state::ViewState;
use crate::dataset::date::PartialDate;
use crate::dataset::event::{Counterpart, Event};
use crate::dataset::tables::Official;
use crate::explore::Explorer;
use crate::explore::coding::NONE;
use crate::explore::dictionary::Code;
use crate::explore::facet::Facet;
use crate::explore::filter::{Filters, Standing};
use crate::explore::measure::Measure;
use crate::explore::order::order;
use crate::explore::outcome::{Outcome, Summary};
use crate::explore::search::fold;

/// A profile's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers {
    /// What the reader's filters leave.
    pub in_view: Summary,
    /// All that there is.
    pub all: Summary,
    /// First and last contact in view.
    pub contacts: Option<Contacts>,
    /// The place among the countries in view; organizations, and who has no record in view,
    /// have none.
    pub place: Option<Place>,
}

/// A place by the number of interactions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// 1 and how many countries have more.
    pub position: usize,
    /// How many others have as many.
    pub shared_with: usize,
    /// How many countries have any.
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
    let (facet, id) = state.page.subject().filter(|(facet, _)| *facet == Facet::Country)?;
    let code = explorer.table().dictionary(facet).code(id)?;
    // A facet's counts are those without its own filter: all countries, side by side.
    let outcome = explorer.explore(&state.scope(), Measure::Interactions);
    let counts = outcome.facet(facet);
    let own = counts.get(usize::from(code)).copied().filter(|own| *own > 0)?;
    let how_many = |keep: &dyn Fn(u32) -> bool| counts.iter().filter(|n| keep(**n)).count();
    Some(Place {
        position: 1 + how_many(&|n| n > own),
        shared_with: how_many(&|n| n == own) - 1,
        of: how_many(&|n| n > 0),
    })
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

/// A person of the subject's own side in view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignSide<'e> {
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

/// The event of a row, and the subject's side in it. `subject` is the page's.
fn sides<'e>(
    explorer: &'e Explorer,
    subject: (Facet, &str),
    outcome: &Outcome,
) -> Vec<(&'e Event, &'e Counterpart)> {
    let (facet, id) = subject;
    let words = &explorer.dataset().codebook.vocabularies.organizations;
    let word = words.iter().find(|word| word.id == id).map(|word| word.word.as_str());
    let is_subject = |c: &&Counterpart| match facet {
        Facet::Organization => word.is_some() && c.organization.as_deref() == word,
        _ => c.country.as_deref() == Some(id),
    };
    let events = outcome.rows.iter().filter_map(|row| {
        let event = explorer.dataset().events.get(explorer.table().event(row) as usize)?;
        Some((event, event.counterparts.iter().find(is_subject)?))
    });
    events.collect()
}

/// Who of the subject met China. The same name, however it is accented, is one person; who is not
/// named is told apart by title. By count from the top, equal ones the last met first, then those
/// who are not named.
pub fn foreign_side<'e>(
    explorer: &'e Explorer,
    subject: (Facet, &str),
    outcome: &Outcome,
) -> Vec<ForeignSide<'e>> {
    let mut people: Vec<((bool, String), ForeignSide<'e>)> = Vec::new();
    for (event, side) in sides(explorer, subject, outcome) {
        let most_senior = (&side.name, &side.title, side.office.as_deref());
        let others = side.also.iter().map(|person| (&person.name, &person.title, None));
        let mut met: Vec<(bool, String)> = Vec::new();
        for (name, title, office) in std::iter::once(most_senior).chain(others) {
            let (name, title) = (name.as_deref(), title.as_deref());
            let key = (name.is_none(), fold(name.or(title).unwrap_or_default()));
            let first_time_here = !met.contains(&key);
            if first_time_here {
                met.push(key.clone());
            }
            let new = ForeignSide { name, title, office, count: 0, last: event.date };
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
        let (((a_unnamed, a_key), a), ((b_unnamed, b_key), b)) = (&people[a], &people[b]);
        (a_unnamed, b.count, b.last.first_day(), a_key).cmp(&(
            b_unnamed,
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
