//! The order of the rows: by date, and rows of a day as they came.

use std::cmp::Reverse;

/// The distinct days of a table sorted by them, and the distinct spans of days, each a bin. A row's day
/// takes no memory of its own.
#[derive(Debug, Clone, Default)]
pub struct Days {
    /// Days since 1970-01-01, ascending; of a span its first.
    pub days: Vec<i32>,
    /// How many days follow the first one of each bin; empty if all are single days. Of bins with the same
    /// first day the longest comes first.
    pub more: Vec<u16>,
    /// Where the rows of each day begin; then where those without a date do; then the number of rows.
    pub starts: Vec<u32>,
}

impl Days {
    /// The rows in bins `from..to` (bins beyond the last are cut off).
    pub fn rows(&self, from: usize, to: usize) -> std::ops::Range<usize> {
        let at = |bin: usize| self.starts[bin.min(self.starts.len() - 1)] as usize;
        at(from)..at(to.max(from))
    }

    /// The last day of a bin.
    pub fn last(&self, bin: usize) -> Option<i32> {
        let more = self.more.get(bin).copied().unwrap_or(0);
        self.days.get(bin).map(|day| day.saturating_add(more.into()))
    }

    /// The bin of a row; that of the rows without a date is behind the last day's.
    pub fn bin_of(&self, row: usize) -> usize {
        // The first start that is beyond the row belongs to the bin after its own.
        self.starts.partition_point(|&start| start as usize <= row).saturating_sub(1)
    }

    fn shrink(&mut self) {
        self.days.shrink_to_fit();
        self.more.shrink_to_fit();
        self.starts.shrink_to_fit();
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        (self.days.capacity() + self.starts.capacity()) * size_of::<u32>()
            + self.more.capacity() * size_of::<u16>()
    }
}

/// Stands for the day of a row without a date.
pub const NO_DAY: i32 = i32::MIN;

/// Where a day is sorted to: none is behind all others.
fn key(day: i32) -> i64 {
    if day == NO_DAY { i64::MAX } else { day.into() }
}

/// How rows are moved to be sorted.
#[derive(Debug, Clone)]
pub struct Moves {
    /// For each original row its place in the sorted table.
    pub places: Vec<u32>,
    /// For each row of the sorted table the original one.
    pub order: Vec<u32>,
}

/// The days of a column, and how rows are moved; `None` where they were sorted already. Takes time in
/// proportion to the rows if the days lie close together.
pub fn by_day(days: &[i32]) -> (Days, Option<Moves>) {
    if days.is_sorted_by_key(|&day| key(day)) {
        return (distinct(days.len(), days.iter().copied()), None);
    }
    // None is the smallest number: it does not get in the way of the largest.
    let last = days.iter().copied().fold(NO_DAY, i32::max);
    let smaller = |first: i32, day: i32| first.min(if day == NO_DAY { i32::MAX } else { day });
    let first = days.iter().copied().fold(i32::MAX, smaller);
    // Not sorted, so there are two days at least.
    let span = (i64::from(last) - i64::from(first)) as usize + 1;
    if span <= 4 * days.len() + 0x1_0000 {
        let (sorted, places) = counting(days, first, span);
        let order = inverse(&places);
        return (sorted, Some(Moves { places, order }));
    }
    let rows = explorer_order::order(days.len(), &|a, b| key(days[a]).cmp(&key(days[b])));
    let order: Vec<u32> = rows.into_iter().map(|row| row as u32).collect();
    let sorted = distinct(days.len(), order.iter().map(|&row| days[row as usize]));
    let places = inverse(&order);
    (sorted, Some(Moves { places, order }))
}

/// As [`by_day`], where the first rows have so many days more than one. Takes the time of a sort: such
/// tables are few.
pub fn by_span(days: &[i32], more: &[u16]) -> (Days, Option<Moves>) {
    let more_of = |row: usize| more.get(row).copied().unwrap_or(0);
    if (0..days.len()).all(|row| more_of(row) == 0) {
        return by_day(days);
    }
    let key = |row: usize| (key(days[row]), Reverse(more_of(row)));
    let is_sorted = (1..days.len()).all(|row| key(row - 1) <= key(row));
    if is_sorted {
        let rows = (0..days.len()).map(|row| (days[row], more_of(row)));
        return (distinct_spans(days.len(), rows), None);
    }
    let rows = explorer_order::order(days.len(), &|a, b| key(a).cmp(&key(b)));
    let order: Vec<u32> = rows.into_iter().map(|row| row as u32).collect();
    let spans = order.iter().map(|&row| (days[row as usize], more_of(row as usize)));
    let sorted = distinct_spans(days.len(), spans);
    let places = inverse(&order);
    (sorted, Some(Moves { places, order }))
}

/// The distinct ones of sorted days.
fn distinct(rows: usize, days: impl Iterator<Item = i32>) -> Days {
    let sorted = distinct_spans(rows, days.map(|day| (day, 0)));
    Days { more: Vec::new(), ..sorted }
}

/// The distinct ones of sorted spans.
fn distinct_spans(rows: usize, spans: impl Iterator<Item = (i32, u16)>) -> Days {
    let mut sorted = Days::default();
    let mut missing = rows;
    for (at, (day, more)) in spans.enumerate() {
        if day == NO_DAY {
            missing = at;
            break;
        }
        if (sorted.days.last(), sorted.more.last()) != (Some(&day), Some(&more)) {
            sorted.days.push(day);
            sorted.more.push(more);
            sorted.starts.push(at as u32);
        }
    }
    sorted.starts.extend([missing as u32, rows as u32]);
    sorted.shrink();
    sorted
}

/// From the place of each row to the row at each place, and back.
pub fn inverse(places: &[u32]) -> Vec<u32> {
    let mut rows = vec![0; places.len()];
    scatter(&(0..places.len() as u32).collect::<Vec<_>>(), places, &mut rows);
    rows
}

/// How many rows are moved by one call: a browser replaces a function by its optimized code only
/// when it is called again.
const STEP: usize = 1 << 14;

/// Moves each value to its place. That is faster than fetching for each place its value: the rows of a day
/// are written side by side, so that as many parts of memory are written to as there are days.
pub fn scatter<T: Copy>(values: &[T], places: &[u32], moved: &mut [T]) {
    for (values, places) in values.chunks(STEP).zip(places.chunks(STEP)) {
        scatter_some(values, places, moved);
    }
}

#[inline(never)]
fn scatter_some<T: Copy>(values: &[T], places: &[u32], moved: &mut [T]) {
    for (value, place) in values.iter().zip(places) {
        moved[*place as usize] = *value;
    }
}

/// Days and places of rows, by counting how many rows each day has. Days lie in `first..first + span`.
fn counting(days: &[i32], first: i32, span: usize) -> (Days, Vec<u32>) {
    // Differences of days are below `span`, and wrap to that if the days themselves are far apart.
    let mut next = vec![0_u32; span + 2];
    for days in days.chunks(STEP) {
        count_some(days, first, span, &mut next);
    }
    let mut sorted = Days::default();
    for bin in 0..=span {
        if bin < span && next[bin + 1] > 0 {
            sorted.days.push(first.wrapping_add(bin as i32));
            sorted.starts.push(next[bin]);
        }
        next[bin + 1] += next[bin];
    }
    sorted.starts.extend([next[span], days.len() as u32]);
    sorted.shrink();
    let mut places = vec![0; days.len()];
    for (days, places) in days.chunks(STEP).zip(places.chunks_mut(STEP)) {
        place_some(days, first, span, &mut next, places);
    }
    (sorted, places)
}

fn bin(day: i32, first: i32, span: usize) -> usize {
    if day == NO_DAY { span } else { day.wrapping_sub(first) as u32 as usize }
}

#[inline(never)]
fn count_some(days: &[i32], first: i32, span: usize, next: &mut [u32]) {
    days.iter().for_each(|&day| next[bin(day, first, span) + 1] += 1);
}

#[inline(never)]
fn place_some(days: &[i32], first: i32, span: usize, next: &mut [u32], places: &mut [u32]) {
    for (&day, place) in days.iter().zip(places) {
        let next = &mut next[bin(day, first, span)];
        *place = *next;
        *next += 1;
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_sorted_stably_whether_days_lie_close_or_far() {
        for factor in [1, 1_000_000] {
            let day = |at: i32| if at % 7 == 0 { NO_DAY } else { (at * 37 % 100 - 50) * factor };
            let days: Vec<i32> = (0..500).map(day).collect();
            let (sorted, moves) = by_day(&days);
            let mut expected: Vec<u32> = (0..500).collect();
            expected.sort_by_key(|&row| key(days[row as usize]));
            let moves = moves.unwrap();
            assert_eq!(moves.order, expected);
            assert_eq!(inverse(&moves.places), expected);
            assert!(sorted.days.is_sorted());
            assert_eq!(sorted.starts.len(), sorted.days.len() + 2);
            let missing = sorted.rows(sorted.days.len(), usize::MAX);
            assert_eq!(missing.len(), days.iter().filter(|&&day| day == NO_DAY).count());
        }
        let (sorted, moves) = by_day(&[1, 1, 3, NO_DAY]);
        assert_eq!((sorted.days, sorted.starts), (vec![1, 3], vec![0, 2, 3, 4]));
        assert!(moves.is_none());
        assert_eq!(by_day(&[]).0.starts, [0, 0]);
        assert!(by_day(&[i32::MAX, i32::MIN + 1]).1.is_some());
    }
}
