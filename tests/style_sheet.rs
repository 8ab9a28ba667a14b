//! What the style sheet may ask of a browser.

use std::error::Error;
use std::fs;
use std::path::Path;

/// The parts of the style sheet, as `index.html` lists them.
fn parts() -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("index.html"))?;
    let links = page.split("rel=\"css\" href=\"").skip(1);
    let names = links.filter_map(|link| link.split('"').next());
    names.map(|name| Ok((name.to_owned(), fs::read_to_string(root.join(name))?))).collect()
}

/// A style sheet without its comments and without what is for paper.
fn on_screens(sheet: &str) -> String {
    let mut left = String::new();
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        left.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    left.push_str(rest);
    while let Some(at) = left.find("@media print") {
        let mut depth = 0;
        let end = left[at..].char_indices().find_map(|(offset, c)| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            (c == '}' && depth == 0).then_some(at + offset + 1)
        });
        left.replace_range(at..end.unwrap_or(left.len()), "");
    }
    left
}

#[test]
fn what_is_for_paper_is_told_from_what_is_for_screens() {
    let sheet = "/* a:has(b) */ c {}\n@media print {\n d { e: f }\n g:has(h) {}\n}\ni {}";
    assert_eq!(on_screens(sheet).split_whitespace().collect::<Vec<_>>(), ["c", "{}", "i", "{}"]);
}

/// With one such rule, whatever comes or goes anywhere below has browsers style anew all that the rule could
/// be about: the whole page, once per step of a brush.
#[test]
fn no_rule_for_screens_asks_what_an_element_has_within() -> Result<(), Box<dyn Error>> {
    let parts = parts()?;
    assert!(parts.len() > 20, "index.html lists the style sheet in another way");
    for (name, sheet) in parts {
        let asking =
            on_screens(&sheet).lines().find(|line| line.contains(":has(")).map(str::to_owned);
        assert_eq!(asking, None, "{name}: a class that the page sets says it at less cost");
    }
    Ok(())
}
