//! JSON, written piece by piece.

/// A text as a JSON string.
pub fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            // JSON allows no other control character, and none means anything in a record.
            c if c < ' ' => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A text, or `null`.
pub fn optional(text: Option<&str>) -> String {
    text.map_or("null".to_owned(), string)
}

/// A list of values that are JSON already.
pub fn list(values: impl Iterator<Item = String>) -> String {
    format!("[{}]", values.collect::<Vec<_>>().join(","))
}

/// A record of keys and values that are JSON already.
pub fn record(fields: &[(&str, String)]) -> String {
    let fields: Vec<_> =
        fields.iter().map(|(key, value)| format!("{}:{value}", string(key))).collect();
    format!("{{{}}}", fields.join(","))
}
