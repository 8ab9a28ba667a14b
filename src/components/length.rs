//! Lengths as style sheets take them.

/// A number with at most two decimals, whole hundredths.
pub fn css(number: f64) -> String {
    // Adding 0 makes of -0 a 0.
    format!("{}", (number * 100.0).round() / 100.0 + 0.0)
}
