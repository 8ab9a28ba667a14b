//! The lines that the measurements print.

/// Prints the head of a table of times.
pub fn heading(what: &str) {
    println!("\n{what:<56} {:>9} {:>9} {:>9}", "median", "p95", "max");
}

/// Prints a line of times, with its verdict if there is a budget for its median.
pub fn line(what: &str, times: &[f64], budget: Option<f64>) -> bool {
    let (median, p95) = (rank(times, 0.5), rank(times, 0.95));
    let within = budget.is_none_or(|budget| median <= budget);
    let verdict = budget
        .map(|budget| verdict(within, &format!("median {median:.1} of {budget}")))
        .unwrap_or_default();
    println!("  {what:<54} {median:>9.2} {p95:>9.2} {:>9.2}  {verdict}", rank(times, 1.0));
    within
}

/// The median of times.
pub fn median(times: &[f64]) -> f64 {
    rank(times, 0.5)
}

/// The smallest time that this share of all does not exceed.
fn rank(times: &[f64], share: f64) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(at.saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

/// What a comparison with a budget came to.
pub fn verdict(within: bool, what: &str) -> String {
    format!("{} {what}", if within { "ok  " } else { "OVER" })
}

/// A number with its thousands apart.
pub fn grouped(number: usize) -> String {
    explorer_number::grouped(number as u64)
}
