//! The largest values of a category.

use std::cmp::Ordering;

use explorer_order::ordered;

/// The bins with the `most` largest values, largest first, equal ones in the order of their bins, and
/// behind them those of `chosen` that are not among them. The last bin, of rows without a value, is
/// one only if it is chosen. Bins with nothing are left out unless they are chosen.
pub fn top(values: &[f64], most: usize, chosen: &[u32]) -> Vec<usize> {
    let by_value = |&one: &usize, &other: &usize| {
        descending(values.get(one), values.get(other)).then(one.cmp(&other))
    };
    let counted = values.len().saturating_sub(1);
    let mut bins: Vec<usize> =
        (0..counted).filter(|bin| values[*bin] != 0.0 && !values[*bin].is_nan()).collect();
    if bins.len() > most && most > 0 {
        // Only the first ones have to be in order: there may be a million.
        bins.select_nth_unstable_by(most - 1, by_value);
    }
    bins.truncate(most);
    let mut bins = ordered(bins, &by_value);
    let mut others: Vec<usize> = chosen.iter().map(|bin| *bin as usize).collect();
    others.retain(|bin| *bin < values.len() && !bins.contains(bin));
    bins.extend(ordered(others, &by_value));
    bins
}

/// All bins that rows are counted in, largest value first, equal ones in the order of their bins, and what
/// is no number last; the last bin, of rows without a value, behind all others.
pub fn all_of(values: &[f64], counts: &[u32]) -> Vec<usize> {
    let none = values.len().saturating_sub(1);
    let there = |bin: &usize| counts.get(*bin).is_some_and(|count| *count > 0);
    let by_value = |&one: &usize, &other: &usize| {
        let at_end = (one == none).cmp(&(other == none));
        at_end.then(descending(values.get(one), values.get(other))).then(one.cmp(&other))
    };
    ordered((0..values.len()).filter(there).collect(), &by_value)
}

/// Larger before smaller, and what is no number last.
fn descending(one: Option<&f64>, other: Option<&f64>) -> Ordering {
    let number = |value: Option<&f64>| value.copied().filter(|value| !value.is_nan());
    number(other).partial_cmp(&number(one)).unwrap_or(Ordering::Equal)
}

/// The bins whose texts a reader may mean by what was typed: those in which every word of it occurs,
/// `most` at most, in the order of `bins`.
pub fn found<T: AsRef<str>>(
    bins: &[u32],
    text: impl Fn(u32) -> T,
    typed: &str,
    most: usize,
) -> Vec<u32> {
    let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let matches = |bin: &&u32| {
        let text = text(**bin).as_ref().to_lowercase();
        words.iter().all(|word| text.contains(word.as_str()))
    };
    bins.iter().filter(matches).take(most).copied().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn chosen_ones_are_always_there() {
        let values = [3.0, 9.0, 0.0, 9.0, 5.0, 70.0];
        assert_eq!(top(&values, 2, &[]), [1, 3]);
        assert_eq!(top(&values, 2, &[2, 5, 3, 99]), [1, 3, 5, 2]);
        assert_eq!(top(&values, 0, &[0]), [0]);
        assert_eq!(top(&[], 3, &[0]), [0_usize; 0]);
        assert_eq!(top(&[f64::NAN, 1.0, 0.0], 3, &[]), [1]);
        assert_eq!(top(&[-2.0, -1.0, 0.0], 3, &[]), [1, 0]);
    }

    #[test]
    fn what_was_typed_is_found_in_any_case() {
        let names = ["Laos", "Viet Nam", "United Kingdom", "United States"];
        let find = |typed: &str, most| found(&[3, 2, 1, 0], |bin| names[bin as usize], typed, most);
        assert_eq!(find("UNI st", 9), [3]);
        assert_eq!(find("uni", 9), [3, 2]);
        assert_eq!(find("uni", 1), [3]);
        assert_eq!(find("", 2), [3, 2]);
        assert_eq!(find("x", 2), [0_u32; 0]);
    }

    proptest! {
        #[test]
        fn like_a_sort_of_everything(values in prop::collection::vec(0_u8..20, 1..60), most in 1_usize..20) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let mut bins: Vec<usize> = (0..values.len() - 1).filter(|bin| values[*bin] > 0.0).collect();
            bins.sort_by(|a, b| values[*b].total_cmp(&values[*a]));
            bins.truncate(most);
            prop_assert_eq!(top(&values, most, &[]), bins);
        }
    }
}
