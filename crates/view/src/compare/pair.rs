//! The two selections of a comparison.

use explorer_explore::filter::Filters;

/// One of the two selections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// The first.
    A,
    /// The second.
    B,
}

impl Half {
    /// Both, in order; the position is `self as usize`.
    pub const BOTH: [Self; 2] = [Self::A, Self::B];

    /// The key in links.
    pub fn key(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }

    /// As the page names it.
    pub fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
        }
    }
}

/// Two selections, each a full set of filters. They apply within filters that both share; a half's
/// own filters go before the shared ones.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pair {
    /// The first selection.
    pub a: Filters,
    /// The second.
    pub b: Filters,
}

impl Pair {
    /// The filters of a half.
    pub fn of(&self, half: Half) -> &Filters {
        match half {
            Half::A => &self.a,
            Half::B => &self.b,
        }
    }

    /// What a half shows: its filters within the shared ones. It is what a link to it says.
    pub fn scope(&self, half: Half, shared: &Filters) -> Filters {
        shared.within(self.of(half))
    }

    /// Whether nothing has been chosen to be compared.
    pub fn is_empty(&self) -> bool {
        self.a.is_empty() && self.b.is_empty()
    }

    /// A selection and all that is not in it. `None` of no selection, which has nothing beside it, and
    /// of one that leaves out a selection already.
    pub fn with_all_else(a: &Filters) -> Option<Self> {
        if a.is_empty() || a.except().is_some() {
            return None;
        }
        let mut b = Filters::default();
        b.set_except(Some(a));
        Some(Self { a: a.clone(), b })
    }

    /// Whether the second half is all that is not in the first.
    pub fn is_all_else(&self) -> bool {
        Self::with_all_else(&self.a).is_some_and(|pair| pair == *self)
    }

    /// Changes the filters of a half. What was all else stays all else of the first half, as long as
    /// that has filters.
    pub fn change(&mut self, half: Half, change: impl FnOnce(&mut Filters)) {
        let follows = half == Half::A && self.is_all_else();
        match half {
            Half::A => change(&mut self.a),
            Half::B => change(&mut self.b),
        }
        if follows {
            self.b = Self::with_all_else(&self.a).map_or_else(Filters::default, |pair| pair.b);
        }
    }

    /// The halves the other way round.
    pub fn swapped(self) -> Self {
        Self { a: self.b, b: self.a }
    }
}
