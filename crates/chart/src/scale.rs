//! A linear scale for counts.

/// Maps counts to a share of the axis and knows where to put ticks.
///
/// Ticks are 1, 2 or 5 times a power of ten and never fractions: there is no
/// half meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    max: u64,
    step: u64,
}

impl Scale {
    /// A scale that starts at 0, holds `max` and has about `ticks` steps.
    ///
    /// It grows to the next tick if that lies at most 15 % above `max`: a
    /// closing line is worth that much room, but not half of the chart.
    pub fn new(max: u64, ticks: u64) -> Self {
        let max = max.max(1);
        let rough = max.div_ceil(ticks.max(1));
        let mut power = 1_u64;
        while power.saturating_mul(10) <= rough {
            power = power.saturating_mul(10);
        }
        let step = [1, 2, 5, 10]
            .into_iter()
            .map(|factor| power.saturating_mul(factor))
            .find(|step| *step >= rough)
            .unwrap_or(u64::MAX);
        let next = max.div_ceil(step).saturating_mul(step);
        let max = if next as f64 <= max as f64 * 1.15 { next } else { max };
        Self { max, step }
    }

    /// The count at the end of the axis, at least 1.
    pub fn max(&self) -> u64 {
        self.max
    }

    /// The distance of two ticks.
    pub fn step(&self) -> u64 {
        self.step
    }

    /// The ticks from 0 up.
    pub fn ticks(&self) -> impl Iterator<Item = u64> + use<> {
        let (max, step) = (self.max, self.step);
        std::iter::successors(Some(0_u64), move |tick| tick.checked_add(step))
            .take_while(move |tick| *tick <= max)
    }

    /// Where a count lies on the axis: 0 at the start, 1 at the end and beyond.
    pub fn share(&self, count: u64) -> f64 {
        (count as f64 / self.max as f64).clamp(0.0, 1.0)
    }
}

/// The rule for drawing filtered counts over totals, the same on every chart.
///
/// The share of a total can be seen as long as the counts are not dwarfed by
/// it; past 4 to 1 the counts' own differences matter more, and the totals are
/// left out. Where nothing is left after filtering, the totals alone show
/// where there was something.
///
/// Returns the end of the scale, and whether totals are drawn.
pub(super) fn domain(max_count: u64, max_total: u64) -> (u64, bool) {
    let totals = max_total > 0 && (max_count == 0 || max_total <= max_count.saturating_mul(4));
    if totals { (max_total.max(max_count), true) } else { (max_count, false) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(max: u64) -> Vec<u64> {
        Scale::new(max, 4).ticks().collect()
    }

    #[test]
    fn ticks_are_round_and_whole() {
        assert_eq!(ticks(0), [0, 1]);
        assert_eq!(ticks(1), [0, 1]);
        assert_eq!(ticks(3), [0, 1, 2, 3]);
        assert_eq!(ticks(7), [0, 2, 4, 6, 8]);
        assert_eq!(ticks(19), [0, 5, 10, 15, 20]);
        assert_eq!(ticks(23), [0, 10, 20]);
        assert_eq!(ticks(349), [0, 100, 200, 300, 400]);
        assert_eq!(ticks(345), [0, 100, 200, 300]);
    }

    #[test]
    fn it_grows_only_for_a_near_tick() {
        assert_eq!(Scale::new(19, 4).max(), 20);
        assert_eq!(Scale::new(23, 4).max(), 23);
    }

    #[test]
    fn extremes() {
        let max = u64::from(u32::MAX);
        assert_eq!(ticks(max), [0, 2_000_000_000, 4_000_000_000]);
        assert_eq!(Scale::new(max, 4).share(max), 1.0);
        assert_eq!(Scale::new(0, 0).share(0), 0.0);
        assert!(Scale::new(u64::MAX, 4).ticks().count() <= 6);
    }

    #[test]
    fn totals_are_drawn_up_to_four_to_one() {
        assert_eq!(domain(10, 40), (40, true));
        assert_eq!(domain(10, 41), (10, false));
        assert_eq!(domain(0, 9), (9, true));
        assert_eq!(domain(0, 0), (0, false));
        assert_eq!(domain(5, 3), (5, true));
    }
}
