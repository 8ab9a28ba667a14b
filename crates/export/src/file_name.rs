//! Names of files that say what is inside.

/// Longest name, without its ending: what every system keeps whole.
const MAX: usize = 96;

/// `security-diplomacy-records-mps-southeast-asia-2024.csv`: what it is, and the filters in words.
pub fn file_name(what: &str, filters: &str, ending: &str) -> String {
    joined(&["security-diplomacy", what, filters], ending)
}

/// `meetings-country-laos.csv`: what is taken from a reader's own file begins with the name of that.
pub fn own_file_name(file: &str, what: &str, filters: &str, ending: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    // A name without a letter of ASCII would leave nothing, and a file has to be called something.
    let stem = if stem.contains(|c: char| c.is_ascii_alphanumeric()) { stem } else { "own-table" };
    joined(&[stem, what, filters], ending)
}

fn joined(parts: &[&str], ending: &str) -> String {
    let mut name = String::new();
    for part in parts {
        if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        for c in part.chars() {
            match c {
                c if c.is_ascii_alphanumeric() => name.push(c.to_ascii_lowercase()),
                // What has no letters of its own in ASCII, such as a search in Chinese, is left out.
                _ if name.is_empty() || name.ends_with('-') => {}
                _ => name.push('-'),
            }
        }
    }
    name.truncate(MAX);
    format!("{}.{ending}", name.trim_end_matches('-'))
}
