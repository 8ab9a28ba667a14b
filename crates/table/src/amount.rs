//! Numbers of somebody's table as a reader reads them.

use explorer_number::grouped;

/// A number with at most three digits that are no zeros behind its point if it is small, and none if
/// it is large: 0.042, 2.35, 128, 1,234,567. Beyond a thousand billions in powers of ten.
pub fn amount(number: f64) -> String {
    if !number.is_finite() {
        return "\u{2013}".to_owned();
    }
    let size = number.abs();
    if size >= 1e15 || (size > 0.0 && size < 1e-4) {
        return format!("{number:.2e}");
    }
    let decimals = match size {
        size if size >= 1000.0 || size.fract() == 0.0 => 0,
        size if size >= 100.0 => 1,
        size if size >= 1.0 => 2,
        size if size >= 0.1 => 3,
        _ => 5,
    };
    let digits = format!("{size:.decimals$}");
    let (whole, rest) = digits.split_once('.').unwrap_or((&digits, ""));
    let whole = whole.parse::<u64>().map_or_else(|_| whole.to_owned(), grouped);
    let rest = rest.trim_end_matches('0');
    let point = if rest.is_empty() { "" } else { "." };
    let sign = if number < 0.0 && (whole != "0" || !rest.is_empty()) { "\u{2212}" } else { "" };
    format!("{sign}{whole}{point}{rest}")
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn numbers_read_well() {
        for (number, words) in [
            (0.0, "0"),
            (-0.0, "0"),
            (3.0, "3"),
            (2.34567, "2.35"),
            (0.5, "0.5"),
            (0.0421, "0.0421"),
            (128.27, "128.3"),
            (1234567.8, "1,234,568"),
            (-12.5, "\u{2212}12.5"),
            (-0.00001, "-1.00e-5"),
            (1e20, "1.00e20"),
            (f64::NAN, "\u{2013}"),
        ] {
            assert_eq!(amount(number), words, "{number}");
        }
    }
}
