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

/// The days of a column, and for every row of the sorted table its original number; `None` where the
/// rows were sorted already. Takes time in proportion to the rows if the days lie close together.
pub fn by_day(days: &[i32]) -> (Days, Option<Vec<u32>>) {
    let order = (!days.is_sorted_by_key(|&day| key(day))).then(|| {
        let known = || days.iter().copied().filter(|&day| day != NO_DAY);
        let (first, last) = (known().min().unwrap_or(0), known().max().unwrap_or(0));
        let span = (i64::from(last) - i64::from(first)) as usize + 1;
        if span <= 4 * days.len() + 0x1_0000 {
            counting(days, i64::from(first), span)
        } else {
            let mut order: Vec<u32> = (0..days.len() as u32).collect();
            // Stable, as equal days are told apart by where they stood.
            order.sort_unstable_by_key(|&row| (key(days[row as usize]), row));
            order
        }
    });
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
    (sorted, order)
}

/// Sorts by counting how many rows each day has. Days lie in `first..first + span`.
fn counting(days: &[i32], first: i64, span: usize) -> Vec<u32> {
    let bin = |day: i32| if day == NO_DAY { span } else { (i64::from(day) - first) as usize };
    let mut next = vec![0_u32; span + 2];
    days.iter().for_each(|&day| next[bin(day) + 1] += 1);
    for bin in 0..=span {
        next[bin + 1] += next[bin];
    }
    let mut order = vec![0_u32; days.len()];
    for (row, &day) in days.iter().enumerate() {
        let place = &mut next[bin(day)];
        order[*place as usize] = row as u32;
        *place += 1;
    }
    order
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
            let (sorted, order) = by_day(&days);
            let mut expected: Vec<u32> = (0..500).collect();
            expected.sort_by_key(|&row| key(days[row as usize]));
            assert_eq!(order.unwrap(), expected);
            assert!(sorted.days.is_sorted());
            assert_eq!(sorted.starts.len(), sorted.days.len() + 2);
            let missing = sorted.rows(sorted.days.len(), usize::MAX);
            assert_eq!(missing.len(), days.iter().filter(|&&day| day == NO_DAY).count());
        }
        let (sorted, order) = by_day(&[1, 1, 3, NO_DAY]);
        assert_eq!((sorted.days, sorted.starts, order), (vec![1, 3], vec![0, 2, 3, 4], None));
        assert_eq!(by_day(&[]).0.starts, [0, 0]);
        assert!(by_day(&[i32::MAX, i32::MIN + 1]).1.is_some());
    }
}
