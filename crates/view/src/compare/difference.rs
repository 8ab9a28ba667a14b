//! Difference and ratio of the two halves in a sentence.

use super::comparison::{Comparison, FEW};
use super::length::lengths;
use super::names::{inline, names};
use super::pair::{Half, Pair};
use explorer_explore::Explorer;
use explorer_explore::measure::Measure;
use explorer_number::grouped;

/// Difference and ratio: `MPS: 143 more interactions than CPLC (212 and 69), or 3.1 times as many.`
/// Of few records there is no ratio.
pub fn difference(explorer: &Explorer, pair: &Pair, comparison: &Comparison) -> String {
    let names = names(explorer, pair);
    let [a, b] = comparison.counts();
    let measure = comparison.measure;
    let (larger, smaller) = if a >= b { ([0, 1], [a, b]) } else { ([1, 0], [b, a]) };
    let [more, less] = smaller;
    let [first, second] = larger.map(|at: usize| names[at].as_str());
    let noun = |count: u32| measure.noun(count);
    let difference = more - less;
    let few = Half::BOTH.into_iter().any(|half| comparison.is_few(half));
    match (more, less) {
        (0, _) => "Neither side has a record in view.".to_owned(),
        _ if more == less => {
            let (count, noun) = (grouped(more), noun(more));
            format!(
                "{first} and {} have the same number of {}: {count} {noun}.",
                inline(second),
                measure.noun(2)
            )
        }
        (more, 0) => {
            format!("{first}: {} {}; {}: none.", grouped(more), noun(more), inline(second))
        }
        _ => {
            let ratio = match few {
                true => String::new(),
                false => format!(", or {}", ratio(more, less)),
            };
            format!(
                "{first}: {} more {} than {} ({} and {}){ratio}.",
                grouped(difference),
                noun(difference),
                inline(second),
                grouped(more),
                grouped(less)
            )
        }
    }
}

/// How many times as many, to a tenth; below twice, by how many percent more.
fn ratio(more: u32, less: u32) -> String {
    let (more, less) = (u64::from(more), u64::from(less).max(1));
    // Rounded half up, in whole numbers: formatting a float would cost the page 10 kB.
    let rounded = |times: u64| (more * times * 2 + less) / (less * 2);
    if more < less * 2 {
        return match rounded(100) - 100 {
            0 => "less than one percent more".to_owned(),
            percent => format!("{percent}% more"),
        };
    }
    let tenths = rounded(10);
    match tenths % 10 {
        0 => format!("{} times as many", grouped(tenths / 10)),
        tenth => format!("{}.{tenth} times as many", grouped(tenths / 10)),
    }
}

/// What has to be known of the two numbers: that they are small, count something twice, or are of
/// periods that are not equally long.
pub fn reservations(explorer: &Explorer, comparison: &Comparison) -> Vec<String> {
    let mut said = Vec::new();
    let few = Half::BOTH.into_iter().filter(|half| comparison.is_few(*half));
    let few: Vec<String> = few
        .map(|half| {
            let summary = comparison.half(half).outcome.summary;
            let (count, noun) = match summary.events < FEW {
                true if summary.events == 1 => (1, "record"),
                true => (summary.events, "records"),
                false => {
                    let count = summary.get(comparison.measure);
                    (count, comparison.measure.noun(count))
                }
            };
            format!("{} {noun} on side {}", grouped(count), half.letter())
        })
        .collect();
    if !few.is_empty() {
        said.push(format!(
            "Small numbers: {}. Below {FEW} there is no ratio and no percentage.",
            few.join(" and ")
        ));
    }
    said.extend(overlap(comparison));
    said.extend(lengths(explorer, comparison));
    said
}

/// What is on both halves and so counted on each; `None` if nothing is.
fn overlap(comparison: &Comparison) -> Option<String> {
    let both = comparison.overlap();
    let noun = Measure::Interactions.noun(both);
    let [a, b] = [0, 1].map(|at: usize| comparison.halves[at].outcome.summary.interactions);
    let count = grouped(both);
    if both == 0 {
        return None;
    }
    Some(match (both == a, both == b) {
        (true, true) => format!("Both sides are the same {count} {noun}."),
        (true, false) => format!("All {count} {noun} of A are on side B, too."),
        (false, true) => format!("All {count} {noun} of B are on side A, too."),
        (false, false) if both == 1 => {
            "One interaction is on both sides, and counted on each.".to_owned()
        }
        (false, false) => format!("{count} {noun} are on both sides, and counted on each."),
    })
}

#[cfg(test)]
mod tests {
    use super::ratio;

    #[test]
    fn ratios_are_rounded_to_a_tenth_and_percent_below_twice() {
        let words = [(212, 69), (20, 10), (19, 10), (25, 10), (1001, 1000), (15, 10), (400, 10)];
        assert_eq!(
            words.map(|(more, less)| ratio(more, less)),
            [
                "3.1 times as many",
                "2 times as many",
                "90% more",
                "2.5 times as many",
                "less than one percent more",
                "50% more",
                "40 times as many"
            ]
        );
    }
}
