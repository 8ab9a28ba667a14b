//! The page and its scripts without what only their authors read: comments on lines of their own, and
//! the spaces before lines.

/// A page, in which no text begins a line with `//`.
pub fn page(page: &str) -> String {
    let mut left = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("<!--") {
        left.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    left.push_str(rest);
    script(&left)
}

/// A script, of which no text goes over several lines.
pub fn script(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn only_comments_and_spaces_go() {
        let text = "<!doctype html>\n  <!-- a\n  b -->\n  <script>\n    // c\n    d(\"//e\");\n\n  </script>";
        assert_eq!(page(text), "<!doctype html>\n<script>\nd(\"//e\");\n</script>");
    }
}
