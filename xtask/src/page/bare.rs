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

/// A script, of which no text goes over several lines. wasm-bindgen's are such scripts.
pub fn script(script: &str) -> String {
    let mut documents = false;
    let lines = script.lines().map(str::trim).filter(|line| {
        let is_comment = documents || line.starts_with("//") || line.starts_with("/**");
        documents = (documents || line.starts_with("/**")) && !line.ends_with("*/");
        !line.is_empty() && !is_comment
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A style sheet, in no text of which a comment, a rule or a declaration begins or ends.
pub fn style(sheet: &str) -> String {
    let mut left = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        left.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    left.push_str(rest);
    let lines = left.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines = lines.map(|line| {
        line.replace(" { ", "{").replace("; }", "}").replace("; ", ";").replace(" {", "{")
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn of_a_style_sheet_the_rules_are_left() {
        let sheet =
            "/* a\n b */\n.c > .d { e: f; g: \"; \"; }\n\n@media (h: 1px) {\n  .i { j: k; }\n}\n";
        let sheet = super::style(&sheet.replace("\"; \"", "\"·\""));
        assert_eq!(sheet, ".c > .d{e: f;g: \"·\"}\n@media (h: 1px){\n.i{j: k}\n}");
    }

    #[test]
    fn only_comments_and_spaces_go() {
        let script = super::script("/**\n * @param {A} a\n */\na(b\n* 2);\n/** c */\nd();");
        assert_eq!(script, "a(b\n* 2);\nd();");
        let text = "<!doctype html>\n  <!-- a\n  b -->\n  <script>\n    // c\n    d(\"//e\");\n\n  </script>";
        assert_eq!(page(text), "<!doctype html>\n<script>\nd(\"//e\");\n</script>");
    }
}
