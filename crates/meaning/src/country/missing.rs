//! What stands in a cell that has no country.

/// Whether a text says that there is no value. `NA` is Namibia where a column has ISO's codes of two
/// letters: that is asked before this.
pub fn is_missing(text: &str) -> bool {
    matches!(
        text,
        "NA" | "N/A"
            | "n/a"
            | "N/a"
            | "n.a."
            | "N.A."
            | "#N/A"
            | "NaN"
            | "nan"
            | "NULL"
            | "null"
            | "None"
            | "none"
            | "\\N"
            | "-"
            | "--"
            | "\u{2013}"
            | "\u{2014}"
            | "."
            | ".."
            | "\u{2026}"
            | "\u{65e0}"
    )
}
