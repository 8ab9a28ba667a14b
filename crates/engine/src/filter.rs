//! The filters of a view: per dimension the bins that are wanted, and the rows that pass.

use crate::bits::Bits;

/// One filter for each dimension, and one more for the search.
#[derive(Debug, Clone)]
pub struct Filters {
    /// The rows that pass; `None` where nothing is filtered. The search is the last.
    rows: Vec<Option<Bits>>,
    /// The bins that are wanted, ascending; empty where the filter is not one of bins.
    bins: Vec<Vec<u32>>,
    /// The bins that are excluded, ascending.
    excluded: Vec<Vec<u32>>,
    /// All rows of the table.
    everything: Bits,
}

impl Filters {
    /// Nothing is filtered.
    pub fn new(dimensions: usize, everything: Bits) -> Self {
        let rows = vec![None; dimensions + 1];
        let bins = vec![Vec::new(); dimensions];
        Self { rows, excluded: bins.clone(), bins, everything }
    }

    /// The place of the search among the filters.
    pub fn search(&self) -> usize {
        self.bins.len()
    }

    /// All rows of the table.
    pub fn everything(&self) -> &Bits {
        &self.everything
    }

    /// The rows that pass a filter; `None` if it is not active.
    pub fn rows(&self, filter: usize) -> Option<&Bits> {
        self.rows.get(filter)?.as_ref()
    }

    /// Replaces a filter, and returns the one before.
    pub fn replace(&mut self, filter: usize, rows: Option<Bits>) -> Option<Bits> {
        std::mem::replace(self.rows.get_mut(filter)?, rows)
    }

    /// The bins that are wanted in a dimension, ascending.
    pub fn bins(&self, dimension: usize) -> &[u32] {
        self.bins.get(dimension).map_or(&[], Vec::as_slice)
    }

    /// The bins that are excluded in a dimension, ascending.
    pub fn excluded(&self, dimension: usize) -> &[u32] {
        self.excluded.get(dimension).map_or(&[], Vec::as_slice)
    }

    /// Notes the bins that are wanted in a dimension; none of it is excluded any more.
    pub fn want(&mut self, dimension: usize, bins: Vec<u32>) {
        if let Some(wanted) = self.bins.get_mut(dimension) {
            *wanted = bins;
        }
        self.exclude(dimension, Vec::new());
    }

    /// Notes the bins that are excluded in a dimension.
    pub fn exclude(&mut self, dimension: usize, bins: Vec<u32>) {
        if let Some(excluded) = self.excluded.get_mut(dimension) {
            *excluded = bins;
        }
    }

    /// The rows that pass all filters but those in `left_out`.
    pub fn all_but(&self, left_out: &[usize]) -> Bits {
        let mut active = (0..self.rows.len())
            .filter(|filter| !left_out.contains(filter))
            .filter_map(|filter| self.rows(filter));
        let mut rows = active.next().unwrap_or(&self.everything).clone();
        active.for_each(|more| rows.intersect(more));
        rows
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        let rows: usize = self.rows.iter().flatten().map(Bits::bytes).sum();
        let bins = self.bins.iter().chain(&self.excluded);
        let bins: usize = bins.map(|bins| bins.capacity() * size_of::<u32>()).sum();
        rows + bins + self.everything.bytes()
    }
}
