//! Classes of counts, for a map's colours.

use explorer_number::grouped;

/// Where classes begin: fixed, so that a legend can be read at a glance and compared.
const BREAKS: [u32; 13] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 10_000, 100_000, 1_000_000];

/// As many classes as there are colours that can be told apart.
const MOST: usize = 5;

/// The classes of counts up to `largest`, from the least up, each with both ends inclusive: the
/// last one ends with the largest count. No more than five; where more would be needed, the
/// smallest are put together.
pub fn classes(largest: u32) -> Vec<(u32, u32)> {
    let starts: Vec<u32> = BREAKS.into_iter().take_while(|start| *start <= largest).collect();
    let first = starts.len().saturating_sub(MOST);
    let ends = starts.iter().skip(first + 1).map(|next| next - 1).chain([largest]);
    let starts = starts.iter().skip(first).enumerate();
    starts.map(|(at, start)| if at == 0 { 1 } else { *start }).zip(ends).collect()
}

/// A class in words: `1`, `2–4`.
pub fn words((from, to): (u32, u32)) -> String {
    match from == to {
        true => grouped(from),
        false => format!("{}–{}", grouped(from), grouped(to)),
    }
}

/// The class that a count lies in; `None` for 0.
pub fn class_of(classes: &[(u32, u32)], count: u32) -> Option<usize> {
    classes.iter().position(|(from, to)| (*from..=*to).contains(&count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_cover_every_count_once() {
        for largest in (0..300).chain([999, 1_000, 70_000, u32::MAX]) {
            let classes = classes(largest);
            assert!(classes.len() <= MOST);
            assert_eq!(classes.is_empty(), largest == 0);
            assert!(classes.windows(2).all(|pair| pair[0].1 + 1 == pair[1].0), "{largest}");
            assert!(classes.iter().all(|(from, to)| from <= to));
            if largest > 0 {
                assert_eq!(class_of(&classes, 1), Some(0));
                assert_eq!(class_of(&classes, largest), Some(classes.len() - 1));
            }
            assert_eq!(class_of(&classes, 0), None);
        }
        assert_eq!(classes(33), [(1, 1), (2, 4), (5, 9), (10, 19), (20, 33)]);
        assert_eq!(classes(3), [(1, 1), (2, 3)]);
        assert_eq!(classes(120), [(1, 9), (10, 19), (20, 49), (50, 99), (100, 120)]);
    }
}
