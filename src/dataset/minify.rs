//! JSON in fewer bytes: without its insignificant whitespace, without keys that hold `null`.
//!
//! Passes over the characters rather than a parse and a print, so that keys keep their order
//! and numbers and strings their spelling.

/// The characters of a JSON text that carry meaning: everything but whitespace outside strings
/// and a byte order mark in front.
pub fn significant(json: &str) -> impl Iterator<Item = char> {
    let mut in_string = false;
    let mut escaped = false;
    json.strip_prefix('\u{feff}').unwrap_or(json).chars().filter(move |&c| {
        if in_string {
            if escaped {
                escaped = false;
            } else if c == '\\' {
                escaped = true;
            } else if c == '"' {
                in_string = false;
            }
            return true;
        }
        in_string = c == '"';
        !matches!(c, ' ' | '\t' | '\n' | '\r')
    })
}

/// The same JSON value in fewer bytes.
pub fn minify(json: &str) -> String {
    significant(json).collect()
}

/// A minified JSON value without the keys that hold `null`. To the reader of records a key that
/// may be `null` says the same when it is not there.
pub fn without_nulls(minified: &str) -> String {
    let mut kept = String::with_capacity(minified.len());
    let mut rest = minified;
    while let Some(quote) = rest.find('"') {
        let (before, from_quote) = rest.split_at(quote);
        kept.push_str(before);
        let (text, after) = from_quote.split_at(end_of_string(from_quote));
        // Only a key has a colon behind it.
        rest = match after.strip_prefix(":null") {
            Some(after) => after.strip_prefix(',').unwrap_or_else(|| {
                // The last key of its record: then the comma before it goes.
                if kept.ends_with(',') {
                    kept.pop();
                }
                after
            }),
            None => {
                kept.push_str(text);
                after
            }
        };
    }
    kept + rest
}

/// Where the string ends that a JSON text begins with, its quotes included.
fn end_of_string(json: &str) -> usize {
    let mut escaped = false;
    for (at, c) in json.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    json.len()
}

#[cfg(test)]
mod tests {
    use super::{minify, without_nulls};

    #[test]
    fn drops_keys_that_hold_null_and_nothing_else() {
        for (json, expected) in [
            (r#"[{"a":null,"b":1,"c":null,"d":null}]"#, r#"[{"b":1}]"#),
            (r#"{"a":null}"#, "{}"),
            (r#"{"a":[null,"null"],"b":{"c":null},"d":2}"#, r#"{"a":[null,"null"],"b":{},"d":2}"#),
            (r#"{"a":"\\","b":"\":null,\"","c":null}"#, r#"{"a":"\\","b":"\":null,\""}"#),
            (r#"{"a":"b,","c":null}"#, r#"{"a":"b,"}"#),
            (r#"["é"#, r#"["é"#),
            ("null", "null"),
        ] {
            assert_eq!(without_nulls(json), expected);
        }
    }

    #[test]
    fn keeps_strings_and_the_order_of_keys() {
        assert_eq!(
            minify("{\n \"b\": \"a \\\" : \\\\\",\r\n\t\"a\": [1, 2.50 ]}\n"),
            "{\"b\":\"a \\\" : \\\\\",\"a\":[1,2.50]}"
        );
    }
}
