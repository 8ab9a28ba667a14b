//! The description of the dataset that search engines read (`crates/publish`), in the head of the page. It is
//! data: browsers do not run it.

/// What stands in the page for the description.
const PLACEHOLDER: &str = "{{LINKED DATA}}";

/// How its element begins.
const ELEMENT: &str = "<script type=\"application/ld+json\">";

/// The page with the description; `None` if it has no place for it, or if the description would end its
/// element early.
pub fn filled(page: &str, description: &str) -> Option<String> {
    let whole = page.contains(PLACEHOLDER) && !description.contains('<');
    whole.then(|| page.replacen(PLACEHOLDER, description, 1))
}

/// The page without it: a page without files beside it has none to be found.
pub fn without(page: &str) -> String {
    let Some((before, rest)) = page.split_once(ELEMENT) else { return page.to_owned() };
    let after = rest.split_once("</script>").map_or("", |(_, after)| after);
    format!("{}{}", before.trim_end(), after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_description_is_in_the_page_or_nothing_of_it() {
        let page = format!("<head>\n{ELEMENT}{PLACEHOLDER}</script>\n</head>");
        let filled = filled(&page, "{\"a\":1}");
        assert_eq!(
            filled.as_deref(),
            Some("<head>\n<script type=\"application/ld+json\">{\"a\":1}</script>\n</head>")
        );
        assert_eq!(super::filled(&page, "</script>"), None);
        assert_eq!(super::filled("<head></head>", "{}"), None);
        assert_eq!(without(&page), "<head>\n</head>");
        assert_eq!(without("<head></head>"), "<head></head>");
    }
}
