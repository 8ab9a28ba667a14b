//! Two lists of interactions side by side: in both, only here, only there.

use std::collections::BTreeMap;

use explorer_reader::date::PartialDate;

/// What two interactions have to share to be taken for the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Interaction<'i> {
    /// Its date.
    pub date: PartialDate,
    /// The id of the Chinese agency; empty if not known.
    pub agency: &'i str,
    /// The counterpart's ISO alpha-3 code.
    pub country: &'i str,
}

/// Two lists compared, by the places of their interactions, in ascending order of the first list
/// (`only_there`: of the second).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Pairs of the place here and the place there.
    pub both: Vec<(usize, usize)>,
    /// Places in the first list without a partner.
    pub only_here: Vec<usize>,
    /// Places in the second list without a partner.
    pub only_there: Vec<usize>,
}

/// Compares two lists.
///
/// A pair has the same country and agency, and the same date: first those whose dates are known
/// alike and equal; then, of what is left, a day and its month where one side knows only the month.
/// A year alone is paired with nothing but the same year alone. If one of the lists knows no
/// agency at all, agencies do not count.
///
/// Each interaction is in one pair at most: three alike here and two there are two pairs and one
/// only here. Among alike ones, those that stand first are paired. Equal dates go first even where
/// other pairs would be more (a month and a day here, the same month and another day there, are
/// one pair), as a day that contradicts the other list's is no match.
pub fn compare<'i>(here: &[Interaction<'i>], there: &[Interaction<'i>]) -> Comparison {
    let no_agencies = |list: &[Interaction<'_>]| list.iter().all(|one| one.agency.is_empty());
    let by_agency = !no_agencies(here) && !no_agencies(there);
    let agency = |one: &Interaction<'i>| if by_agency { one.agency } else { "" };
    let mut partner: Vec<Option<usize>> = vec![None; here.len()];
    let mut taken = vec![false; there.len()];

    let exact = |one: &Interaction<'i>| Some((agency(one), one.country, one.date));
    pair(here, there, &mut partner, &mut taken, exact, exact);

    let month = |date: PartialDate| PartialDate::from_month(date.year(), date.month()?);
    let day = |one: &Interaction<'i>| {
        one.date.day()?;
        Some((agency(one), one.country, month(one.date)?))
    };
    let only_month = |one: &Interaction<'i>| {
        let known = month(one.date).filter(|_| one.date.day().is_none())?;
        Some((agency(one), one.country, known))
    };
    pair(here, there, &mut partner, &mut taken, day, only_month);
    pair(here, there, &mut partner, &mut taken, only_month, day);

    let mut comparison = Comparison::default();
    for (at, partner) in partner.into_iter().enumerate() {
        match partner {
            Some(other) => comparison.both.push((at, other)),
            None => comparison.only_here.push(at),
        }
    }
    let alone = taken.iter().enumerate().filter(|(_, taken)| !**taken);
    comparison.only_there = alone.map(|(at, _)| at).collect();
    comparison
}

type Key<'i> = Option<(&'i str, &'i str, PartialDate)>;

/// Pairs those without a partner whose keys are equal, in the order in which they stand.
fn pair<'i>(
    here: &[Interaction<'i>],
    there: &[Interaction<'i>],
    partner: &mut [Option<usize>],
    taken: &mut [bool],
    key_here: impl Fn(&Interaction<'i>) -> Key<'i>,
    key_there: impl Fn(&Interaction<'i>) -> Key<'i>,
) {
    let mut free: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    // Backwards, so that the first is on top.
    for (at, one) in there.iter().enumerate().rev() {
        if taken.get(at) == Some(&false)
            && let Some(key) = key_there(one)
        {
            free.entry(key).or_default().push(at);
        }
    }
    for (one, partner) in here.iter().zip(partner) {
        if partner.is_some() {
            continue;
        }
        let other = key_here(one).and_then(|key| free.get_mut(&key)).and_then(Vec::pop);
        if let Some(taken) = other.and_then(|other| taken.get_mut(other)) {
            *taken = true;
            *partner = other;
        }
    }
}
