//! The order of the rows: by date, and rows of a day as they came.

/// The distinct days of a table sorted by them. A row's day takes no memory of its own.
#[derive(Debug, Clone, Default)]
pub struct Days {
    /// Days since 1970-01-01, ascending.
    pub days: Vec<i32>,
    /// Where the rows of each day begin; then where those without a date do; then the number of rows.
    pub starts: Vec<u32>,
}

impl Days {
    /// The rows in bins `from..to` (bins beyond the last are cut off).
    pub fn rows(&self, from: usize, to: usize) -> std::ops::Range<usize> {
        let at = |bin: usize| self.starts[bin.min(self.starts.len() - 1)] as usize;
        at(from)..at(to.max(from))
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        (self.days.capacity() + self.starts.capacity()) * size_of::<u32>()
    }
}

/// Stands for the day of a row without a date.
pub const NO_DAY: i32 = i32::MIN;

/// Where a day is sorted to: none is behind all others.
fn key(day: i32) -> i64 {
    if day == NO_DAY { i64::MAX } else { day.into() }
}

/// The days of a column, and for every row its place in the sorted table; `None` where the rows were
/// sorted already. Takes time in proportion to the rows if the days lie close together.
pub fn by_day(days: &[i32]) -> (Days, Option<Vec<u32>>) {
    let places = (!days.is_sorted_by_key(|&day| key(day))).then(|| {
        let known = || days.iter().copied().filter(|&day| day != NO_DAY);
        let (first, last) = (known().min().unwrap_or(0), known().max().unwrap_or(0));
        let span = (i64::from(last) - i64::from(first)) as usize + 1;
        if span <= 4 * days.len() + 0x1_0000 {
            counting(days, i64::from(first), span)
        } else {
            let mut order: Vec<u32> = (0..days.len() as u32).collect();
            // Stable, as equal days are told apart by where they stood.
            order.sort_unstable_by_key(|&row| (key(days[row as usize]), row));
            inverse(&order)
        }
    });
    let order = places.as_deref().map(inverse);
    let mut sorted = Days::default();
    let mut previous = None;
    let mut missing = days.len();
    for at in 0..days.len() {
        let day = days[order.as_ref().map_or(at, |order| order[at] as usize)];
        if day == NO_DAY {
            missing = at;
            break;
        }
        if previous != Some(day) {
            sorted.days.push(day);
            sorted.starts.push(at as u32);
            previous = Some(day);
        }
    }
    sorted.starts.extend([missing as u32, days.len() as u32]);
    sorted.days.shrink_to_fit();
    sorted.starts.shrink_to_fit();
    (sorted, places)
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

/// The places of rows, by counting how many rows each day has. Days lie in `first..first + span`.
fn counting(days: &[i32], first: i64, span: usize) -> Vec<u32> {
    let bin = |day: i32| if day == NO_DAY { span } else { (i64::from(day) - first) as usize };
    let mut next = vec![0_u32; span + 2];
    days.iter().for_each(|&day| next[bin(day) + 1] += 1);
    for bin in 0..=span {
        next[bin + 1] += next[bin];
    }
    let place = |&day: &i32| {
        let next = &mut next[bin(day)];
        *next += 1;
        *next - 1
    };
    days.iter().map(place).collect()
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
            let (sorted, places) = by_day(&days);
            let mut expected: Vec<u32> = (0..500).collect();
            expected.sort_by_key(|&row| key(days[row as usize]));
            assert_eq!(inverse(&places.unwrap()), expected);
            assert!(sorted.days.is_sorted());
            assert_eq!(sorted.starts.len(), sorted.days.len() + 2);
            let missing = sorted.rows(sorted.days.len(), usize::MAX);
            assert_eq!(missing.len(), days.iter().filter(|&&day| day == NO_DAY).count());
        }
        let (sorted, places) = by_day(&[1, 1, 3, NO_DAY]);
        assert_eq!((sorted.days, sorted.starts, places), (vec![1, 3], vec![0, 2, 3, 4], None));
        assert_eq!(by_day(&[]).0.starts, [0, 0]);
        assert!(by_day(&[i32::MAX, i32::MIN + 1]).1.is_some());
    }
}
