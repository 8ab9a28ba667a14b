//! Which Chinese agency a cell means.

use std::collections::BTreeMap;

use crate::country::fold;

/// The agencies that can be meant, by each of their names.
#[derive(Debug, Clone, Default)]
pub struct Agencies {
    /// Folded name without blanks → id; `None` if it is of two.
    names: BTreeMap<String, Option<String>>,
}

impl Agencies {
    /// Agencies by their id, with their further names, as `data/agencies.json` has them. A name of
    /// two agencies is of none.
    pub fn new<'a>(list: impl IntoIterator<Item = (&'a str, &'a [&'a str])>) -> Self {
        let mut names: BTreeMap<String, Option<String>> = BTreeMap::new();
        for (id, further) in list {
            for name in further.iter().chain([&id]) {
                let known = names.entry(fold(name).concat()).or_insert_with(|| Some(id.to_owned()));
                if known.as_deref() != Some(id) {
                    *known = None;
                }
            }
        }
        Self { names }
    }

    /// The id of the agency with that name, whatever its case and punctuation; with its short name
    /// in brackets behind, too. Nothing is guessed.
    pub fn find(&self, text: &str) -> Option<&str> {
        let known = |name: &str| self.names.get(&fold(name).concat()).and_then(Option::as_deref);
        let text = text.trim();
        known(text).or_else(|| {
            let (name, short) = text.strip_suffix([')', '）'])?.split_once(['(', '（'])?;
            known(name).filter(|id| known(short) == Some(*id))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_to_ids() {
        let mps: &[&str] = &["Ministry of Public Security", "公安部", "Police"];
        let agencies = Agencies::new([("MPS", mps), ("MSS", &["国家安全部", "Police"])]);
        for name in
            ["mps", " Ministry of public security", "Ministry of Public Security (MPS)", "公安部"]
        {
            assert_eq!(agencies.find(name), Some("MPS"), "{name}");
        }
        for name in ["", "Police", "Public Security", "Ministry of Public Security (MSS)", "("] {
            assert_eq!(agencies.find(name), None, "{name}");
        }
    }
}
