//! The parts of the style sheet, which lie beside what they style, as one file.
//!
//! `index.html` names each part in a `<link data-trunk rel="css">`, in the order in which they apply, and
//! Trunk copies them. To add a part is to add such a line.

use super::bare;
use super::stage::{Stage, short_hash};
use crate::failure::{Failure, Outcome};

/// How Trunk writes each of them.
const LINK: &str = "<link rel=\"stylesheet\" href=\"";

/// Joins the parts, and puts the link to the whole where the first one's was.
pub fn join(stage: &Stage, page: &str) -> Outcome<String> {
    let (page, parts) = without_links(page);
    let (Some(place), false) = (page.find(PLACE), parts.is_empty()) else {
        return Err(Failure::new("There is no style sheet in index.html."));
    };
    let mut texts = Vec::new();
    for part in &parts {
        let name = part.rsplit('/').next().unwrap_or_default();
        texts.push(stage.text(name)?);
        stage.remove(name)?;
    }
    let sheet = bare::style(&texts.concat());
    let name = format!("style-{}.css", short_hash(&[sheet.as_bytes()]));
    stage.write(&name, sheet)?;
    // The same address as Trunk's, of which only the name is another.
    let base = parts[0].rsplit_once('/').map_or("", |(base, _)| base);
    let (before, after) = (&page[..place], &page[place + PLACE.len()..]);
    Ok(format!("{before}{LINK}{base}/{name}\">{after}"))
}

/// What stands for the place of the first link.
const PLACE: &str = "{{STYLE SHEET}}";

/// The page with one place instead of the links, and the addresses of the parts.
fn without_links(page: &str) -> (String, Vec<String>) {
    let mut parts = page.split(LINK);
    let mut left = parts.next().unwrap_or_default().to_owned();
    let mut addresses = Vec::new();
    for part in parts {
        let (address, rest) = part.split_once('"').unwrap_or((part, ""));
        if addresses.is_empty() {
            left.push_str(PLACE);
        } else {
            // No empty lines where the others were.
            left.truncate(left.trim_end().len());
        }
        addresses.push(address.to_owned());
        left.push_str(rest.split_once('>').map_or("", |(_, rest)| rest));
    }
    (left, addresses)
}

#[cfg(test)]
mod tests {
    use super::without_links;

    #[test]
    fn the_links_are_found_in_their_order() {
        let page = "<head><link rel=\"stylesheet\" href=\"./b-1.css\"/>\n<link rel=\"icon\" href=\"c\">\n<link rel=\"stylesheet\" href=\"./a-2.css\"/></head>";
        let (left, parts) = without_links(page);
        assert_eq!(left, "<head>{{STYLE SHEET}}\n<link rel=\"icon\" href=\"c\"></head>");
        assert_eq!(parts, ["./b-1.css", "./a-2.css"]);
    }
}
