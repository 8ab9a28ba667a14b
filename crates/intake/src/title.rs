//! A line that says what happened, for events whose rows do not.

/// Who met whom, of a row without a title of its own.
pub(crate) fn title(agency: &str, officials: &[String], sides: &[String]) -> String {
    const NAMED: usize = 3;
    let who = if officials.is_empty() { agency.to_owned() } else { officials.join(", ") };
    let named: Vec<&str> = sides.iter().take(NAMED).map(String::as_str).collect();
    let more = sides.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{who} with {}{more}", named.join(", "))
}
