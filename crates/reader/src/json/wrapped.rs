//! JSON that a script has around it.

/// What stands before JSON so that no other page can run it as a script.
const GUARDS: [&str; 4] = [")]}',", ")]}'", "while(1);", "for(;;);"];

/// The JSON within `callback([…]);`, `var table = […];` or behind a guard; all of the text if nothing of the
/// kind is around it.
pub(crate) fn unwrapped(text: &str) -> &str {
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text).trim_start();
    for guard in GUARDS {
        if let Some(behind) = rest.strip_prefix(guard) {
            rest = behind.trim_start();
            break;
        }
    }
    let call = rest.strip_prefix("/**/").unwrap_or(rest);
    let Some(start) = call.find(['{', '[']).filter(|start| *start > 0 && *start <= 200) else {
        return rest;
    };
    let (before, json) = call.split_at(start);
    let before = before.trim_end();
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '.' | ' ');
    let named = before.strip_suffix(['(', '=']).map(str::trim_end);
    let named = named.is_some_and(|name| !name.is_empty() && name.chars().all(is_name));
    let inner = json.get(1..).unwrap_or_default().trim_start();
    if !named || !inner.starts_with(['{', '[', '"', '}', ']']) {
        return rest;
    }
    let end = json.trim_end().trim_end_matches(';').trim_end();
    let end = end.strip_suffix(')').unwrap_or(end);
    end.trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_around_json_are_taken_off() {
        for text in [
            "[{\"a\":1}]",
            "callback([{\"a\":1}]);",
            "/**/jQuery_17.cb( [{\"a\":1}] )\n",
            "var table = [{\"a\":1}];\n",
            "window.YTD.part0=[{\"a\":1}]",
            ")]}',\n[{\"a\":1}]",
            "\u{feff} [{\"a\":1}]",
        ] {
            assert_eq!(unwrapped(text).trim_end(), "[{\"a\":1}]", "{text}");
        }
        for text in ["a,b(c){d}", "a;b=[c]", "f(x),[1]", "", "name", "a(b", "=[{}]"] {
            assert_eq!(unwrapped(text), text);
        }
    }
}
