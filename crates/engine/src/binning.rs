//! The bins of a number: equal ranges between the smallest and the largest value.

/// How the values of a number column fall into bins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Binning {
    /// The smallest value.
    first: f64,
    /// How wide a bin is, in the column's unit; 0 if all values are the same.
    width: f64,
    /// How many bins there are, without the one of rows without a value.
    bins: usize,
}

impl Binning {
    /// `bins` (at least one) equal ranges over the finite ones of `values`.
    pub fn new(values: &[f64], bins: usize) -> Self {
        let finite = || values.iter().copied().filter(|value| value.is_finite());
        let first = finite().fold(f64::INFINITY, f64::min);
        let last = finite().fold(f64::NEG_INFINITY, f64::max);
        let bins = bins.clamp(1, 65_535);
        // Halved before the difference is taken, which may be infinite otherwise.
        let width = (last / 2.0 - first / 2.0) / bins as f64 * 2.0;
        if width.is_finite() && width > 0.0 {
            Self { first, width, bins }
        } else {
            Self { first: if first.is_finite() { first } else { 0.0 }, width: 0.0, bins: 1 }
        }
    }

    /// How many bins there are, without the one of rows without a value.
    pub fn bins(self) -> usize {
        self.bins
    }

    /// The bin of a value; that of no value for what is not finite.
    pub fn bin(self, value: f64) -> u32 {
        if !value.is_finite() {
            return self.bins as u32;
        }
        if self.width == 0.0 {
            return 0;
        }
        // A float that is cast saturates, and NaN becomes 0.
        (((value - self.first) / self.width) as u32).min(self.bins as u32 - 1)
    }

    /// The lower edge of a bin, in the column's unit; that of the bin after the last is the upper end.
    pub fn edge(self, bin: usize) -> f64 {
        self.first + self.width * bin as f64
    }

    /// The bin of each value.
    pub fn codes(self, values: &[f64]) -> crate::codes::Codes {
        crate::codes::Codes::collect(self.bins + 1, values.iter().map(|&value| self.bin(value)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_a_bin_also_at_the_ends_of_what_a_float_can_be() {
        let values = [f64::MIN, -1.0, 0.0, f64::NAN, 1.0, f64::MAX, f64::INFINITY];
        let binning = Binning::new(&values, 10);
        assert_eq!(binning.bin(f64::NAN), binning.bins() as u32);
        assert!(values.iter().all(|&value| binning.bin(value) <= binning.bins() as u32));
        assert_eq!(Binning::new(&[], 10).bins(), 1);
        assert_eq!(Binning::new(&[2.0, 2.0], 10).bin(2.0), 0);
        let tens = Binning::new(&[0.0, 100.0], 10);
        assert_eq!([0.0, 9.9, 10.0, 100.0].map(|value| tens.bin(value)), [0, 0, 1, 9]);
        assert_eq!(tens.edge(3), 30.0);
    }
}
