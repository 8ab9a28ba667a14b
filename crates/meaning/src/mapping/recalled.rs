//! A mapping of an earlier file, held against what a new one with the same columns shows.

use explorer_reader::date::{Century, DateForm, Order, Pairs};
use explorer_reader::number::Decimal;

use super::column::{ColumnMapping, Mapping, Role};
use super::meaning::Meaning;
use super::profile::ColumnProfile;
use crate::country::Naming;

/// In what a new file contradicts what was settled for an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contradiction {
    /// Its dates cannot have the day, the month and the year in that order.
    Order,
    /// Its years of two digits, or where the whole ones stand, are others.
    Century,
    /// Whether 2008-09 is a month.
    Pairs,
    /// What its numbers count, if they are dates.
    Count,
    /// The mark before the fraction.
    Mark,
    /// What separates several values.
    Separator,
    /// How it names countries.
    Naming,
    /// What it holds cannot be read in that role.
    Role,
}

impl Contradiction {
    /// It in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Order => "the order of day, month and year",
            Self::Century => "the century",
            Self::Pairs => "months or fiscal years",
            Self::Count => "what numbers count",
            Self::Mark => "the decimal mark",
            Self::Separator => "what separates values",
            Self::Naming => "how countries are named",
            Self::Role => "what it holds",
        }
    }
}

/// A mapping of an earlier file as far as a new one does not contradict it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recalled {
    /// The mapping; where the file contradicts, as it is proposed for it, which may be to ask.
    pub mapping: Mapping,
    /// The columns that the file contradicts, by position.
    pub contradictions: Vec<(usize, Contradiction)>,
}

impl Mapping {
    /// This mapping for a new file with the same columns, for which `now` is proposed. `then` is what
    /// was proposed for the file that it was settled for, if that is known: what a reader has chosen
    /// against the same proposal stands, and what nobody has chosen is no answer to what is open now.
    pub fn recall(self, then: Option<&Self>, now: &Self, profiles: &[ColumnProfile]) -> Recalled {
        let mut mapping = self;
        let mut contradictions = Vec::new();
        for at in 0..mapping.columns.len() {
            let before = then.and_then(|then| then.columns.get(at));
            let (Some(column), Some(now), Some(profile)) =
                (mapping.columns.get_mut(at), now.columns.get(at), profiles.get(at))
            else {
                continue;
            };
            let file = File { before, now, profile };
            let found = file.settle(column);
            if found.contains(&Contradiction::Role) {
                let meaning = now.meaning;
                column.meaning = None;
                if mapping.columns.iter().all(|other| other.meaning != meaning)
                    && let Some(column) = mapping.columns.get_mut(at)
                {
                    column.meaning = meaning;
                }
            }
            contradictions.extend(found.into_iter().map(|contradiction| (at, contradiction)));
        }
        Recalled { mapping, contradictions }
    }
}

/// What a new file says of a column.
struct File<'f> {
    /// What was proposed for the earlier file.
    before: Option<&'f ColumnMapping>,
    /// What is proposed for this one.
    now: &'f ColumnMapping,
    profile: &'f ColumnProfile,
}

impl File<'_> {
    /// Whether the earlier file looked alike: then what the reader made of it is their choice.
    fn is_as_before(&self) -> bool {
        self.before
            .is_some_and(|before| before.role == self.now.role && before.naming == self.now.naming)
    }

    /// Takes for a column what the file says, where that contradicts.
    fn settle(&self, column: &mut ColumnMapping) -> Vec<Contradiction> {
        let mut found = Vec::new();
        if !self.is_readable(column.role) && !self.is_as_before() {
            column.role = self.now.role;
            found.push(Contradiction::Role);
        }
        match &mut column.role {
            Role::Date(form) => found.extend(self.settle_date(form)),
            Role::Number(mark) => found.extend(self.settle_mark(mark)),
            Role::MultiValue(separator) => {
                let has = |separator: char| {
                    self.profile.values.keys().any(|value| value.contains(separator))
                };
                if let Role::MultiValue(other) = self.now.role
                    && other != *separator
                    && !(self.is_as_before() && has(*separator))
                {
                    *separator = other;
                    found.push(Contradiction::Separator);
                }
            }
            _ => {}
        }
        found.extend(self.settle_naming(column));
        found
    }

    /// Whether most cells can be read in a role, and keep their form.
    fn is_readable(&self, role: Role) -> bool {
        let profile = self.profile;
        let is_judged = profile.filled > profile.beyond;
        match role {
            _ if !is_judged => true,
            Role::Date(_) => profile.mostly(profile.possible_dates(), 50),
            Role::Number(_) => profile.has_numbers(50) && !profile.forms.codes,
            Role::Link => profile.mostly(profile.links, 50),
            _ => true,
        }
    }

    fn settle_date(&self, form: &mut DateForm) -> Vec<Contradiction> {
        let mut found = Vec::new();
        let (evidence, now) = (&self.profile.order, self.profile.date_form());
        let before = match self.before.map(|before| before.role) {
            Some(Role::Date(before)) => Some(before),
            _ => None,
        };
        if evidence.has_order() && form.order == Order::Ambiguous {
            // The earlier file had no such dates: nothing was settled.
            (form.order, form.century) = (now.order, now.century);
        } else if evidence.has_order() && !evidence.allows(form.order) {
            (form.order, form.century) = (now.order, now.century);
            found.push(Contradiction::Order);
        }
        let century = self.profile.century(form.order);
        let has_short = !evidence.short_years(form.order).is_empty();
        if !has_short && form.century == Century::Ambiguous {
            // Days without their year have found it beside them.
            form.century = century;
        }
        if has_short && form.century != century {
            let was_open = before.is_some_and(|before| before.century == Century::Ambiguous);
            let is_beside = |century| matches!(century, Century::Beside(_));
            if form.century == Century::Ambiguous {
                form.century = century;
            } else if is_beside(form.century) || is_beside(century) {
                form.century = century;
                found.push(Contradiction::Century);
            } else if century == Century::Ambiguous && before.is_some() && !was_open {
                // Nobody has said it of the earlier file: it was clear there.
                form.century = century;
                found.push(Contradiction::Century);
            }
        }
        if evidence.has_pairs() && form.pairs != now.pairs {
            let was_answered = before.is_some_and(|before| before.pairs == Pairs::Ambiguous);
            if !(was_answered && now.pairs == Pairs::Ambiguous) {
                form.pairs = now.pairs;
                found.push(Contradiction::Pairs);
            }
        }
        if form.count != now.count && !self.is_as_before() {
            let is_date = matches!(self.now.role, Role::Date(_));
            // Where days of spreadsheets were counted, a plain number is one silently.
            if is_date {
                form.count = now.count;
                found.push(Contradiction::Count);
            }
        }
        found
    }

    fn settle_mark(&self, mark: &mut Decimal) -> Option<Contradiction> {
        let evidence = self.profile.decimal;
        let now = evidence.decimal();
        let has_marks = !evidence.is_open() || evidence.either > 0;
        if !has_marks || *mark == now {
            return None;
        }
        if *mark == Decimal::Ambiguous {
            *mark = now;
            return None;
        }
        let against = match mark {
            Decimal::Point => evidence.comma,
            _ => evidence.point,
        };
        let all = evidence.point.saturating_add(evidence.comma);
        let is_against = against.saturating_mul(10) > all;
        let is_decided = now != Decimal::Ambiguous && !self.is_as_before();
        // A point is taken for want of any mark, too, which is no answer.
        let was_said = self.before.is_none_or(|before| before.role != Role::Number(*mark));
        let is_asked = evidence.needs_choice() && *mark == Decimal::Point && !was_said;
        (is_against || is_decided || is_asked).then(|| {
            *mark = now;
            Contradiction::Mark
        })
    }

    fn settle_naming(&self, column: &mut ColumnMapping) -> Option<Contradiction> {
        let is_country = |meaning| matches!(meaning, Some(Meaning::Country | Meaning::Venue));
        if !is_country(column.meaning) {
            return None;
        }
        let now = match is_country(self.now.meaning) {
            true => self.now.naming,
            false => self.profile.naming,
        };
        let is_answer = now == Naming::Unsure && column.naming != Naming::Names;
        if column.naming == now || is_answer || self.is_as_before() {
            return None;
        }
        column.naming = now;
        Some(Contradiction::Naming)
    }
}
