//! Lengths as style sheets take them.

/// A number with at most two decimals. (Formatting a float would cost four kilobytes of the page.)
pub fn css(number: f64) -> String {
    // A float cast saturates and takes NaN to 0.
    let hundredths = (number * 100.0).round() as i64;
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest:02}") }
}
