//! Names of files that say what is inside.

/// Longest name, without its ending: what every system keeps whole.
const MAX: usize = 96;

/// `security-diplomacy-records-mps-southeast-asia-2024.csv`: what it is, and the filters in words.
pub fn file_name(what: &str, filters: &str, ending: &str) -> String {
    let mut name = String::from("security-diplomacy");
    for part in [what, filters] {
        name.push('-');
        for c in part.chars() {
            match c {
                c if c.is_ascii_alphanumeric() => name.push(c.to_ascii_lowercase()),
                // What has no letters of its own in ASCII, such as a search in Chinese, is left out.
                _ if name.ends_with('-') => {}
                _ => name.push('-'),
            }
        }
    }
    name.truncate(MAX);
    format!("{}.{ending}", name.trim_end_matches('-'))
}
