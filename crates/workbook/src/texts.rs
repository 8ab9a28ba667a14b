//! Whether the texts of an XLSX workbook are whole.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::refusal::Refusal;

/// Looks whether the part with all texts is well-formed. Cells name a text by its place, and calamine forgives a
/// tag without end: the texts behind it would stand in the cells of others.
///
/// # Errors
/// If it is not.
pub(crate) fn check(part: impl BufRead) -> Result<(), Refusal> {
    let mut xml = Reader::from_reader(part);
    let mut buffer = Vec::new();
    let mut depth = 0_u32;
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(_)) => depth = depth.saturating_add(1),
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            Ok(Event::Eof) if depth == 0 => return Ok(()),
            Ok(Event::Eof) => {
                return Err(Refusal::Damaged("its texts end too early".to_owned()));
            }
            Ok(_) => {}
            Err(error) => return Err(Refusal::Damaged(format!("its texts: {error}"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_have_their_ends() {
        for text in ["", "<sst/>", "<?xml version=\"1.0\"?><sst><si><t>a &amp; b</t></si></sst>\n"]
        {
            assert!(check(text.as_bytes()).is_ok(), "{text}");
        }
        for text in ["<sst>", "<sst><si></sst>", "<sst><si><t>La<os</t></si></sst>", "</sst>"] {
            assert!(check(text.as_bytes()).is_err(), "{text}");
        }
    }
}
